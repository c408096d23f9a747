import { expect, it } from 'vitest';
import { isFailure } from '../../src/diagnostics/index.ts';
import { reviewOn } from '../../src/engine/index.ts';
import { referenceReview } from '../../src/reference/index.ts';
import { expr } from '../support/expressions.ts';
import { limitedPlan, percents } from '../support/limited-weights.ts';

type Block = Parameters<typeof limitedPlan>[1];
const on = { on: '2024-01-03' };
const weights = { a: 9, b: 7, c: 5, d: 3, e: 2, f: 1, g: 1 };

it.each([0.2, 0.3])('relaxed floors of %d give each of seven a seventh, also who lay above', (bound) => {
  const block: Block = {
    stages: [{ action: { kind: 'floor', bound: expr(bound) } }],
    infeasible: 'relax to feasible',
  };
  const { plan, market } = limitedPlan(weights, block);
  const expected = referenceReview(plan, market, on);
  for (const weight of Object.values(percents(expected))) expect(weight).toBeCloseTo(100 / 7, 8);
  expect(expected.limits.map((trace) => trace.outcome)).toEqual(['infeasible: relaxed']);
  for (const exact of [false, true]) expect(reviewOn(plan, market, { ...on, exact })).toEqual(expected);
});

it('relaxed floors that can be met stay as they are', () => {
  const block: Block = { stages: [{ action: { kind: 'floor', bound: expr(0.1) } }], infeasible: 'relax to feasible' };
  const { plan, market } = limitedPlan(weights, block);
  const expected = referenceReview(plan, market, on);
  // Three are lifted to 10, then a fourth; 60 are left for 9, 7 and 5 of 21.
  expect(percents(expected).a).toBeCloseTo((60 * 9) / 21, 8);
  expect(percents(expected).d).toBeCloseTo(10, 8);
  expect(reviewOn(plan, market, on)).toEqual(expected);
});

it('limits that say `relax to feasible` and have no factor are not told to say so', () => {
  const { plan, market } = limitedPlan(weights, {
    stages: [{ cohort: { kind: 'largest', count: 2 }, action: { kind: 'floor', bound: expr(0.6) } }],
    infeasible: 'relax to feasible',
  });
  const works = [() => referenceReview(plan, market, on), () => reviewOn(plan, market, on)];
  const told = works.map((work): string => {
    try {
      work();
    } catch (error) {
      if (isFailure(error)) return `${error.diagnostics[0]!.code}: ${error.diagnostics[0]!.help}`;
    }
    return '';
  });
  for (const text of told) expect(text).toMatch(/^RB7301: No factor (?!.*relax)/);
});
