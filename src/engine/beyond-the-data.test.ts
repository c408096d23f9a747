import { describe, expect, test } from 'vitest';
import { planOf } from '../../test/support/plan-of.ts';
import { type TinyMarket, tinyMarket } from '../../test/support/tiny-market.ts';
import { referenceReview, referenceRun } from '../reference/index.ts';
import type { Run } from '../run/run.ts';
import { reviewOn } from './review-on.ts';
import { runPlan } from './run-plan.ts';

const plan = planOf(`index DEMO "Demonstration"
  currency USD
  calendar XNYS

fields
  close of line: USD per share

universe
  lines
  priced in USD

selection of lines at review
  all: take where close >= 2 USD per share

weighting at review
  basis: weight lines by close

schedule
  review: on 2024-01-04, 2024-01-10, 2024-01-12
    reference: 2 trading days before effective
    effective: day

level
  base 100 on 2024-01-02
  returns price
  round level to 2 decimals half up
`);

const days = ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08'];
const withCloses = (close: number[], more: Partial<TinyMarket> = {}) =>
  tinyMarket({ days, lines: ['A'], close: { A: close }, ...more });
/** The engine gives warnings in the order of codes. */
const inOrder = (run: Run) => ({ ...run, warnings: run.warnings.toSorted((a, b) => (a.code < b.code ? -1 : 1)) });
const market = withCloses([10, 10, 11, 12, 13]);

describe('a review whose reference date the data do not reach', () => {
  const evaluators = { engine: reviewOn, reference: referenceReview };
  test.each(Object.entries(evaluators))('is refused by the %s', (_, review) => {
    expect(review(plan, market, { on: '2024-01-10' }).basket).toHaveLength(1);
    expect(() => review(plan, market, { on: '2024-01-12' })).toThrow(/RB7209.*2024-01-10.*end on 2024-01-08/);
    const late = tinyMarket({ days: days.slice(2), lines: ['A'], close: { A: [11, 12, 13] } });
    expect(() => review(plan, late, { on: '2024-01-04' })).toThrow(/RB7210.*2024-01-02.*begin on 2024-01-04/);
    const empty = tinyMarket({ days: [], lines: ['A'], close: { A: [] } });
    expect(() => review(plan, empty, { on: '2024-01-04' })).toThrow(/RB7210.*no prices up to 2024-01-04/);
  });

  test('is passed over by runs, which say so', () => {
    const options = { from: '2024-01-02', to: '2024-01-16' };
    const run = runPlan(plan, market, options).toRun();
    expect(run.reviews.map((review) => review.dates.effective)).toEqual(['2024-01-04', '2024-01-10']);
    expect(run.warnings).toContainEqual({
      code: 'RB7112',
      message: 'an event lies after the last day of the market data',
      count: 1,
      examples: ['review 2024-01-12'],
    });
    expect(inOrder(referenceRun(plan, market, options))).toEqual(run);
  });
});

describe('an event that selects nobody', () => {
  const options = { from: '2024-01-02', to: '2024-01-10' };

  test('before there is a basket does not end the run: the index begins later', () => {
    const cheapAtFirst = withCloses([1, 1, 1, 1, 4]);
    const run = runPlan(plan, cheapAtFirst, options).toRun();
    expect(run.levels).toEqual([{ date: '2024-01-10', price: '100.00' }]);
    expect(run.warnings.map(({ code, examples }) => [code, examples[0]])).toContainEqual([
      'RB7113',
      'review 2024-01-04',
    ]);
    expect(inOrder(referenceRun(plan, cheapAtFirst, options))).toEqual(run);
  });

  test('leaves no basket without lines', () => {
    const cheapAtLast = withCloses([4, 4, 4, 4, 1]);
    expect(() => runPlan(plan, cheapAtLast, options)).toThrow(/RB7205/);
    expect(() => referenceRun(plan, cheapAtLast, options)).toThrow(/RB7205/);
  });

  test('is a failure where it is asked for by itself', () => {
    expect(() => reviewOn(plan, withCloses([1, 1, 1, 1, 1]), { on: '2024-01-04' })).toThrow(/RB7205/);
    expect(() => referenceReview(plan, withCloses([1, 1, 1, 1, 1]), { on: '2024-01-04' })).toThrow(/RB7205/);
  });
});
