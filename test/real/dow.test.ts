import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/index.ts';
import { runPlan } from '../../src/engine/index.ts';
import { type Market, openMarket } from '../../src/market/index.ts';
import { neededFields } from '../../src/plan/needed-fields.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { referenceRun } from '../../src/reference/index.ts';
import type { Run } from '../../src/run/run.ts';
import { planOfFile } from '../methodologies/run-case.ts';
import { realData } from '../support/real-data.ts';

const root = resolve(import.meta.dirname, '../..');
const range = { from: '2021-01-29', to: '2023-12-29' };

/** How far each published close is from the one computed. */
function distances({ levels: published }: Market, run: Run): { date: string; far: number }[] {
  const computed = new Map(run.levels.map((level) => [level.date, Number(level.price)]));
  const { days, values } = published[0]!;
  return Array.from(days, (day, i) => ({
    date: isoDate(day),
    far: Math.abs((computed.get(isoDate(day)) ?? Number.NaN) - values[i]!),
  }));
}

describe.skipIf(!realData('djia'))('the Dow from 2021 to 2023 (skipped where the real data is absent)', () => {
  let plan: Plan;
  let market: Market;
  let run: Run;

  beforeAll(async () => {
    plan = planOfFile(join(root, 'methodologies/sp-dow-jones/dow-jones-industrial-average.rulebook'));
    const opened = await openMarket(join(root, 'examples/dow'), {
      root: join(realData('djia')!, '..'),
      fields: neededFields(plan, range),
    });
    if ('diagnostics' in opened) throw new Error(opened.diagnostics.map((d) => d.message).join('\n'));
    market = opened.market;
    run = runPlan(plan, market, range).toRun();
  }, 60_000);

  it('gives the published close of every day to 0.02 points', () => {
    const found = distances(market, run);
    expect(found.filter(({ far }) => !(far <= 0.02))).toEqual([]);
    expect(found).toHaveLength(732);
    expect(Math.max(...found.map(({ far }) => far))).toBeLessThan(0.002);
  });

  it('holds thirty members from the first day to the last', () => {
    expect(run.reviews.map((r) => [r.id, r.basket.length, r.additions, r.deletions])).toEqual([
      ['change 2021-01-29', 30, [], []],
    ]);
    expect(run.changes.map((c) => [c.date, c.kind, c.line])).toEqual([
      ['2021-06-03', 'spin-off', 'MRK'],
      ['2021-11-04', 'spin-off', 'IBM'],
    ]);
  });

  it('tells the divisor that the data give beside the one decided', () => {
    expect(run.divisors).toEqual([
      { date: '2021-01-29', divisor: '0.15198707565833', cause: 'change, decision', computed: '0.15198705572723' },
      { date: '2021-06-03', divisor: '0.15188516925198', cause: 'spin-off, decision', computed: '0.15188014040493' },
      { date: '2021-11-04', divisor: '0.15172752595384', cause: 'spin-off, decision', computed: '0.15173925240268' },
    ]);
    expect(run.warnings.map((w) => [w.code, w.count])).toEqual([['RB7106', 3]]);
  });

  it('is up to 1.7 points off with divisors computed from first closes of the new companies', () => {
    const undecided = market.decisions.filter((d) => d.event !== 'divisor' || isoDate(d.date) === range.from);
    const computed = runPlan(plan, { ...market, decisions: undecided }, range).toRun();
    expect(computed.divisors.map((d) => d.divisor)).toEqual([
      '0.15198707565833',
      '0.15188014040493',
      '0.15173422838687',
    ]);
    const found = distances(market, computed);
    expect(found.filter(({ date, far }) => date < '2021-06-03' && far > 0.002)).toEqual([]);
    const worst = Math.max(...found.map(({ far }) => far));
    expect(worst).toBeGreaterThan(1.6);
    expect(worst).toBeLessThan(1.7);
  });

  it('comes out alike by the reference', () => {
    expect(referenceRun(plan, market, range)).toEqual(run);
  });
});
