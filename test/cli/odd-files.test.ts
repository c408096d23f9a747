import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notReadable } from '../../src/market/not-readable.ts';
import { unreadable } from '../../src/cli/input/read-file.ts';
import { enterFolder, placeFile, runCommand } from './run-session.ts';

const main = resolve(import.meta.dirname, '../../src/cli/main.ts');
let leave = () => {};
beforeAll(async () => {
  ({ leave } = enterFolder());
  await runCommand('rulebook new demo');
});
afterAll(() => leave());

describe('files that are replaced', () => {
  test('keep their permissions, and links lead to what they led to', async () => {
    const sound = readFileSync('demo/demo.rulebook', 'utf8');
    placeFile('demo/demo.rulebook', `${sound}\n`);
    chmodSync('demo/demo.rulebook', 0o640);
    symlinkSync('demo/demo.rulebook', 'link.rulebook');
    expect((await runCommand('rulebook fmt link.rulebook')).output).toBe('link.rulebook written\n');
    expect(lstatSync('link.rulebook').isSymbolicLink()).toBe(true);
    expect(statSync('demo/demo.rulebook').mode & 0o777).toBe(0o640);
    expect(readFileSync('demo/demo.rulebook', 'utf8')).toBe(sound);
  });

  test('leave no room for what programs left behind that are no more', async () => {
    for (const name of ['.demo.rulebook.999999999.tmp', '.other.1.tmp', `.demo.rulebook.${process.ppid}.tmp`])
      placeFile(`demo/${name}`, 'half');
    placeFile('demo/demo.rulebook', `${readFileSync('demo/demo.rulebook', 'utf8')}\n`);
    await runCommand('rulebook fmt demo');
    expect(readdirSync('demo').filter((name) => name.endsWith('.tmp'))).toEqual([
      `.demo.rulebook.${process.ppid}.tmp`,
      '.other.1.tmp',
    ]);
  });
});

describe('files that may not be read', () => {
  const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', syscall: 'open' });

  test('are told as such, whatever they hold', () => {
    expect(unreadable('x.rulebook', denied).message).toBe('`x.rulebook` may not be read');
    expect(notReadable('/a/x.csv', 'x.csv', denied)).toMatchObject({
      code: 'RB5016',
      message: '`x.csv` may not be read',
      spans: [{ file: '/a/x.csv' }],
    });
  });

  test.skipIf(process.getuid?.() === 0)('tables and descriptions', async () => {
    for (const name of ['prices.csv', 'dataset.yaml']) {
      chmodSync(`demo/${name}`, 0);
      const { output, code } = await runCommand('rulebook check demo --data demo');
      chmodSync(`demo/${name}`, 0o644);
      expect(output).toContain(`${name}\` may not be read`);
      expect(code).toBeGreaterThan(0);
    }
  });
});

describe('streams', () => {
  const rulebook = (words: string[], input: number | 'ignore', output: number | 'pipe' = 'pipe') =>
    spawnSync(process.execPath, [main, ...words], {
      stdio: [input, output, 'pipe'],
      encoding: 'utf8',
      timeout: 50_000,
    });

  test.skipIf(!existsSync('/dev/full'))('a full device is told in a sentence', () => {
    const { stderr, status } = rulebook(['check', 'demo'], 'ignore', openSync('/dev/full', 'w'));
    expect(stderr).toBe('rulebook: results cannot be written to standard output: the disk or device is full\n');
    expect(status).toBe(2);
  });

  test.skipIf(!existsSync('/dev/zero'))('what never ends is too large', () => {
    const endless = rulebook(['check', '-'], openSync('/dev/zero', 'r'));
    expect([endless.status, endless.stdout]).toEqual([1, expect.stringContaining('RB0001')]);
    expect(rulebook(['plan', '/dev/zero'], 'ignore').stderr).toContain('RB0001');
    expect(
      rulebook(
        ['calendar', 'demo/demo.rulebook', '--data', '/dev/zero', '--from', '2023-01-01', '--to', '2023-12-31'],
        'ignore',
      ).stderr,
    ).toContain('RB5002');
  });
});

describe('baskets to begin from', () => {
  const review = (on: string, from: string) =>
    runCommand(`rulebook review demo/demo.rulebook --data demo --on ${on} --from ${from}`);
  let baskets = '';
  beforeAll(async () => {
    await runCommand('rulebook run demo/demo.rulebook --data demo --from 2023-03-20 --to 2023-05-31 --out out');
    baskets = readFileSync('out/baskets.csv', 'utf8');
  });

  test.each([
    ['a membership that is no number', /alder,1,/, 'alder,abc,', 2, 'membership', 'is not a number: `abc`'],
    ['a membership below zero', /alder,1,/, 'alder,-1,', 2, 'membership', 'is negative: `-1`'],
    ['a membership of zero', /alder,1,/, 'alder,0,', 2, 'membership', 'is not above zero: `0`'],
    ['a membership above one', /alder,1,/, 'alder,1.5,', 2, 'membership', 'is above 1: `1.5`'],
    ['no membership', /alder,1,/, 'alder,,', 2, 'membership', 'is blank'],
    ['shares beyond all numbers', /,[\d.]+(,[\d.]+)\n/, ',1e400$1\n', 2, 'index_shares', 'is too large: `1e400`'],
    ['a cap factor that is no number', /,[\d.]+\n/, ',x\n', 2, 'cap_factor', 'is not a number: `x`'],
    ['a row twice', /(.*,BIR.A,.*\n)/, '$1$1', 4, 'line', '`BIR.A` is twice in the basket'],
  ])('%s', async (_, from, to, row, column, message) => {
    writeFileSync('wrong.csv', baskets.replace(from, to));
    const { output, code } = await review('2023-06-20', 'wrong.csv');
    expect(output).toContain('RB7902');
    expect(output).toContain(message);
    expect(output).toContain(`wrong.csv:${row} (column \`${column}\`)`);
    expect(code).toBe(2);
  });

  test('a folder, and a day before the index', async () => {
    expect((await review('2023-06-20', 'out')).output).toContain('Name the `baskets.csv` in it');
    expect((await review('2022-06-21', 'out/baskets.csv')).output).toBe(
      'rulebook: 2022-06-21 lies before the base date of the index, 2023-03-20\nChoose a review from then on\n',
    );
  });
});
