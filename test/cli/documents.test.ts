import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterFolder, runCommand } from './run-session.ts';

describe('documents for programs', () => {
  let leave = () => {};
  beforeAll(async () => {
    ({ leave } = enterFolder());
    await runCommand('rulebook new demo');
  });
  afterAll(() => leave());

  test('fmt --check gives one document, with a finding where a file would change', async () => {
    const clean = await runCommand('rulebook fmt --check demo/demo.rulebook --format json');
    expect(clean.code, clean.output).toBe(0);
    expect(JSON.parse(clean.output)).toMatchObject({ summary: { errors: 0 }, diagnostics: [] });
    const { output } = await runCommand('rulebook convert demo/demo.rulebook --to text');
    writeFileSync('wide.rulebook', output.replace('index ', 'index   '));
    const wide = await runCommand('rulebook fmt --check wide.rulebook --format github');
    expect(wide.code).toBe(1);
    expect(wide.output).toContain('title=RB7906');
  });

  test('explain gives the page of a code', async () => {
    const { output, code } = await runCommand('rulebook explain RB4001 --format json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ format: 1, code: 'RB4001', title: 'a ranking without a tie-break' });
  });
});
