import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterFolder, runCommand } from './run-session.ts';

describe('a new rulebook', () => {
  let leave = () => {};
  beforeAll(async () => {
    ({ leave } = enterFolder());
    await runCommand('rulebook new folder/demo');
  });
  afterAll(() => leave());

  test('has a policy for all that happens in the starter market, as its note says', async () => {
    const note = readFileSync('folder/demo/case.md', 'utf8');
    const changes = [...note.matchAll(/^ {3}- `([^`]+)`, in place of `([^`]+)`/gm)];
    expect(changes).toHaveLength(3);
    const text = changes.reduce(
      (changed, [, by = '', what = '']) => changed.replaceAll(what, by),
      readFileSync('folder/demo/demo.rulebook', 'utf8'),
    );
    writeFileSync('starter.rulebook', text);
    const { output, code } = await runCommand(
      'rulebook run starter.rulebook --data examples/starter --from 2022-06-20 --to 2024-12-31 --format json',
    );
    expect(code, output).toBe(0);
    expect((JSON.parse(output) as { changes: object[] }).changes.length).toBeGreaterThan(2);
  });

  test('is told of in commands that work for how it was called', async () => {
    const env = { npm_lifecycle_event: 'rulebook' };
    const { output } = await runCommand('rulebook new other', { env });
    expect(output).toContain('\n  npm run -s rulebook -- check other --data other\n');
    expect(readFileSync('other/case.md', 'utf8')).toContain(
      '       npm run -s rulebook -- review other/other.rulebook',
    );
    expect((await runCommand('rulebook run --help', { env })).output).toContain(
      'Usage: npm run -s rulebook -- run FILE',
    );
  });

  test('each command of its note does what it says, where it was made', async () => {
    const note = readFileSync('folder/demo/case.md', 'utf8');
    const commands = [...note.matchAll(/^ {7}(rulebook .*)$/gm)].map((match) => match[1]!);
    expect(commands).toHaveLength(5);
    for (const command of commands) expect((await runCommand(command)).code, command).toBe(0);
  });
});
