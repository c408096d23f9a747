import { describe, expect, it } from 'vitest';
import { runPlan } from '../../src/engine/index.ts';
import { asOf } from '../../src/plan/as-of.ts';
import { describePlan } from '../../src/plan/describe.ts';
import { referenceRun } from '../../src/reference/index.ts';
import type { Run } from '../../src/run/run.ts';
import { planOf } from '../support/plan-of.ts';
import { tinyMarket } from '../support/tiny-market.ts';

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08'];

const TEXT = `index TWO "Two versions"
  currency USD
  calendar WEEKDAYS

fields
  close of line: currency per share
  place of line: text

universe  until 2024-01-03
  lines where place is "east"
  priced in USD

universe  from 2024-01-04
  lines where place in ("east", "west")

selection of lines
  all: take

weighting
  basis: weight lines by close in USD

schedule
  review: on 2024-01-02, 2024-01-04
    reference: 1 trading day before effective
    effective: day

maintenance
  dividends: on cash dividend, reinvest

level  until 2024-01-03
  base 100 on 2024-01-01
  returns price, total, net after 30% tax
  round level to 2 decimals half up
  round divisor to 3 decimals half up

level  from 2024-01-04
  base 100 on 2024-01-01
  returns price, total, net after 10% tax
  round level to 4 decimals down
`;

/** Lines A in the east, B in the west (in euro), a dividend of A in each time; the reference's run, which is the engine's too. */
function run(): Run {
  const plan = planOf(TEXT);
  const market = tinyMarket({
    days: DAYS,
    lines: [{ line: 'A' }, { line: 'B', currency: 'EUR' }],
    close: { A: DAYS.map(() => 10), B: DAYS.map(() => 20) },
    fields: { place: { values: { A: 'east', B: 'west' } } },
    fx: [{ base: 'EUR', quote: 'USD', rates: { '2024-01-01': 1.5 } }],
    actions: [
      { line: 'A', exDate: '2024-01-03', kind: 'cash_dividend', amount: 1 },
      { line: 'A', exDate: '2024-01-05', kind: 'cash_dividend', amount: 1 },
    ],
  });
  const range = { from: '2024-01-01', to: '2024-01-08' };
  const expected = referenceRun(plan, market, range);
  expect(runPlan(plan, market, range).toRun()).toEqual(expected);
  return expected;
}

describe('versions', () => {
  const result = run();

  it('of the universe are chosen by the effective date of the event', () => {
    expect(result.reviews.map((r) => r.basket.map((row) => row.line))).toEqual([['A'], ['A', 'B']]);
  });

  it('of the level are chosen by the day: taxes and roundings', () => {
    expect(result.levels.map((row) => [row.date, row.price, row.total, row.net])).toEqual([
      ['2024-01-02', '100.00', '100.00', '100.00'],
      // A pays 10 %, of which the tax leaves 7 %.
      ['2024-01-03', '100.00', '110.00', '107.00'],
      ['2024-01-04', '100.0000', '110.0000', '107.0000'],
      // One of 40 is paid, a dividend of 2.5 %; the tax leaves 2.25 %.
      ['2024-01-05', '100.0000', '112.7500', '109.4075'],
      ['2024-01-08', '100.0000', '112.7500', '109.4075'],
    ]);
  });

  it('are told with their days, and as of a day only those in force', () => {
    const plan = planOf(TEXT);
    const words = describePlan(plan);
    expect(words).toContain('lines where place is "east"  until 2024-01-03\n');
    expect(words).toContain('returns price, total, net after 10% tax  from 2024-01-04\n');
    const day = asOf(plan, '2024-01-04');
    expect([day.universe.length, day.level.versions.map((v) => v.roundLevel.decimals)]).toEqual([1, [4]]);
  });

  it.each([
    ['two at once', 'until 2024-01-03', 'until 2024-01-04', 'RB3001'],
    ['none on a day', 'from 2024-01-04', 'from 2024-01-05', 'RB3002'],
  ])('of the level or universe: %s is an error', (_, was, now, code) => {
    for (const section of ['universe', 'level'])
      expect(() => planOf(TEXT.replace(`${section}  ${was}`, `${section}  ${now}`))).toThrow(code);
  });

  it('have to reach from the base date on', () => {
    expect(() => planOf(TEXT.replace('level  until 2024-01-03', 'level  from 2024-01-03 until 2024-01-03'))).toThrow(
      'RB3003 section `level` is used from 2024-01-01 to 2024-01-02, when it is not yet in force',
    );
  });
});
