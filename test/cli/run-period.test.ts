import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterFolder, runCommand } from './run-session.ts';

const starter = (rulebook: string, from: string, to: string) =>
  `rulebook run examples/starter/${rulebook}.rulebook --data examples/starter --from ${from} --to ${to}`;

describe('the days of a run', () => {
  let leave = () => {};
  beforeAll(() => {
    ({ leave } = enterFolder());
  });
  afterAll(() => leave());

  test('a run from the base is measured from it, though the first level is of the day after', async () => {
    const { output } = await runCommand(starter('leaders-50', '2022-06-17', '2022-07-29'));
    expect(output).toContain(
      'Two Harbours Leaders 50 in NHC, 2022-06-17 (base date) to 2022-07-29, 30 days with a level',
    );
    const [, to, change] = /price return 1000\.00 on the base date to ([\d.]+) {2}([-+][\d.]+)%/.exec(output)!;
    expect(Number(change)).toBeCloseTo(Number(to) / 10 - 100, 2);
    expect(output).not.toContain('RB7904');
  });

  test('a start that is later than asked for is said, and stands in run.json', async () => {
    const { output } = await runCommand(`${starter('leaders-50', '2022-03-01', '2022-07-01')} --out out`);
    const message = 'the run begins on 2022-06-17, not on 2022-03-01 as asked for: that is the base date';
    expect(output).toContain(`warning RB7904: ${message}\n`);
    const { warnings } = JSON.parse(readFileSync('out/run.json', 'utf8')) as { warnings: object[] };
    expect(warnings).toEqual([{ code: 'RB7904', message, count: 1, examples: [] }]);
  });

  test('days after the last price are said', async () => {
    const { output } = await runCommand(starter('ten-largest', '2024-09-20', '2025-01-03'));
    expect(output).toContain(
      'the run begins on 2024-09-23, not on 2024-09-20 as asked for: its first basket is that of `review`',
    );
    expect(output).toContain('the data set has no prices after 2024-12-31: the 3 levels since then use the last ones');
  });

  test('a time without a basket is told with the reviews around it', async () => {
    const { output, code } = await runCommand(starter('leaders-50', '2023-02-01', '2023-03-31'));
    expect(code).toBe(2);
    const words = output.replaceAll(/\s+/g, ' ');
    expect(words).toContain('There is no level from 2023-02-01 to 2023-03-31');
    expect(words).toContain('`rebalance` took place, but selected nobody');
    expect(words).toContain('by 2022-06-20 (`reconstitution`), or go on beyond 2023-06-19 (`reconstitution`)');
  });

  test('companies are called by those of their lines that are in the index', async () => {
    const { output } = await runCommand(
      'rulebook review examples/starter/leaders-50.rulebook --data examples/starter --on 2024-06-24',
    );
    expect(output).toMatch(/cut .*\bFRWD \d/);
    expect(output).not.toContain('FRWP');
  });

  test('files are named where they were written, and those that were there before', async () => {
    const command = `${starter('ten-largest', '2024-09-23', '2024-10-31')} --out files`;
    expect((await runCommand(command)).output).toMatch(/Written to files\n {2}levels\.csv {7}the level of 29 days\n/);
    expect((await runCommand(command)).output).toContain('the level of 29 days (replaced)');
  });

  test('who meets the rules and is not reached is told which steps took the places', async () => {
    const { output } = await runCommand(
      'rulebook explain examples/starter/leaders-50.rulebook --data examples/starter --on 2024-06-24 PAWF',
    );
    const [, largest, buffer, rest] = /largest \((\d+)\), buffer \((\d+)\) and rest \((\d+)\)/.exec(output) ?? [];
    expect(Number(largest) + Number(buffer) + Number(rest)).toBe(50);
    expect(output).toContain(`rest: fill to 50; took ${rest}; `);
  });

  test('a base date before the calendar begins is long past: returns are those since the first level', async () => {
    const text = readFileSync('examples/starter/ten-largest.rulebook', 'utf8');
    writeFileSync('old.rulebook', text.replace('WEEKDAYS', 'XNAS').replace('on 2024-03-18', 'on 1985-02-01'));
    const { output, code } = await runCommand(
      'rulebook run old.rulebook --data examples/starter --from 2024-09-23 --to 2024-10-31',
    );
    expect(code, output).toBe(0);
    expect(output).toContain('warning RB7103: ');
    expect(output).toContain('Ten Largest in NHC, 2024-09-23 to 2024-10-31, ');
    expect(output).not.toContain('base date)');
  });
});
