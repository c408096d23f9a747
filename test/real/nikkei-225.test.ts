import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factorOfPar } from '../../examples/nikkei225/factor-of-par.ts';
import { runPlan } from '../../src/engine/index.ts';
import { openMarket } from '../../src/market/index.ts';
import { referenceRun } from '../../src/reference/index.ts';
import type { Run } from '../../src/run/run.ts';
import { planOfFile } from '../methodologies/run-case.ts';
import { realData } from '../support/real-data.ts';

const project = join(import.meta.dirname, '../..');

describe('the factor of a presumed par value', () => {
  it.each([
    ['50', '1'],
    ['500', '0.1'],
    ['500/3', '0.3'],
    ['25/3', '6'],
    ['50/4', '4'],
    ['125/6', '2.4'],
    ['12.5', '4'],
    ['2500', '0.02'],
  ])('of %s is %s', (par, factor) => {
    expect(factorOfPar(par)).toBe(factor);
  });

  it.each(['0', '35', 'x', ''])('of `%s` is told to be none', (par) => {
    expect(() => factorOfPar(par)).toThrow();
  });
});

const root = realData();
const needed = realData('nikkei225') !== undefined && realData('index-levels', 'N225.csv') !== undefined;

describe.skipIf(!needed)('the Nikkei 225 in December 2021 (skipped where the real data is absent)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nikkei-'));
  let runs: Run[];
  let closes: Map<string, string>;

  beforeAll(async () => {
    const derive = join(project, 'examples/nikkei225/derive.ts');
    execFileSync(process.execPath, [derive, '--root', root!, '--out', folder]);
    const plan = planOfFile(join(project, 'methodologies/nikkei/nikkei-225.rulebook'));
    const opened = await openMarket(folder, { root: root!, fields: plan.fields.map((field) => field.name) });
    if ('diagnostics' in opened) throw new Error(JSON.stringify(opened.diagnostics));
    const range = { from: '2021-12-06', to: '2021-12-07', decisions: 'none' as const };
    runs = [referenceRun(plan, opened.market, range), runPlan(plan, opened.market, range).toRun()];
    const prices = readFileSync(join(root!, 'nikkei225/tse_prices_2021-12-06_07.csv'), 'utf8').split('\n');
    const rows = prices.map((line) => line.split(','));
    closes = new Map(rows.filter((row) => row[1] === '2021-12-06').map((row) => [row[2]!, row[6]!]));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the same by engine and reference', () => {
    const [reference, engine] = runs.map((run) => ({
      ...run,
      warnings: run.warnings.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    }));
    expect(engine).toEqual(reference);
  });

  it('has 225 members, 224 of which have a close and come to 27,902.12', () => {
    const basket = runs[0]!.reviews[0]!.basket;
    expect(basket).toHaveLength(225);
    const known = basket.filter(({ line }) => closes.has(line));
    expect(basket.filter((row) => !known.includes(row)).map(({ line }) => line)).toEqual(['9062']);
    const sum = Decimal.sum(...known.map(({ line, indexShares }) => new Decimal(indexShares).times(closes.get(line)!)));
    expect(sum.toFixed(2)).toBe('790662.24');
    expect(sum.div('28.337').toFixed(2)).toBe('27902.12');
  });

  it('leaves for the missing member a close of 7,156 yen, with which the first day comes out', () => {
    const missing = readFileSync(join(folder, 'missing.csv'), 'utf8').split('\n')[1]!.split(',');
    expect(missing).toEqual(['9062', '2021-12-06', '7156.4369']);
    expect(runs[0]!.levels[0]).toEqual({ date: '2021-12-06', price: '27927.37' });
  });

  it('then predicts the second day to 0.05 points: 28,455.60 was published', () => {
    const price = new Decimal(runs[0]!.levels[1]!.price);
    expect(price.toFixed(2)).toBe('28455.55');
    expect(price.minus('28455.60').abs().lte('0.05')).toBe(true);
  });

  it('says what it had to take from elsewhere', () => {
    expect(runs[0]!.warnings.map((warning) => warning.code).toSorted()).toEqual(['RB7101', 'RB7106']);
  });
});
