import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewOn } from '../../src/engine/index.ts';
import { referenceReview } from '../../src/reference/index.ts';
import type { Review } from '../../src/run/run.ts';
import { num } from '../support/expressions.ts';
import { limitedPlan } from '../support/limited-weights.ts';
import { cases } from '../support/cases.ts';
import { resultOf } from './agreement.ts';
import { random } from './random.ts';
import { limits } from './random-plan.ts';

const numRuns = cases(200);
const on = { on: '2024-01-03' };
/** Weights in any unit, all different. */
const sizes = fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 25 });
const named = (list: number[], id: (i: number) => string): Record<string, number> =>
  Object.fromEntries(list.map((size, i) => [id(i), size]));
const usual = (i: number): string => `L${String(i).padStart(2, '0')}`;
const weights = (review: Review): number[] => review.basket.map((row) => Number(row.weight));
const capped = (cap: string) => ({ stages: [{ action: { kind: 'cap' as const, bound: num(cap) } }] });
/** A cap that the number of weights can meet. */
const feasibleCap = (count: number, room: number): string => String(Math.min(1, 1 / count + room / 1000));

describe('a cap on all weights', () => {
  const property = (holds: (list: number[], cap: string, after: Review) => void) =>
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 400 }), (list, room) => {
        const cap = feasibleCap(list.length, room);
        const { plan, market } = limitedPlan(named(list, usual), capped(cap));
        holds(list, cap, reviewOn(plan, market, on));
      }),
      { numRuns },
    );

  test('leaves weights that sum to one', () => {
    property((list, _, after) => {
      const total = weights(after).reduce((sum, weight) => sum + weight, 0);
      expect(Math.abs(total - 1)).toBeLessThan(list.length * 1e-12);
    });
  });

  test('is broken by none', () => {
    property((_, cap, after) => expect(Math.max(...weights(after))).toBeLessThanOrEqual(Number(cap) + 1e-12));
  });

  test('keeps the order of weights', () => {
    property((list, _, after) => {
      const found = weights(after);
      const ranked = list.map((size, i) => ({ size, weight: found[i]! })).toSorted((a, b) => a.size - b.size);
      for (const [i, one] of ranked.entries())
        if (i > 0) expect(one.weight).toBeGreaterThanOrEqual(ranked[i - 1]!.weight);
    });
  });
});

describe('any limits', () => {
  const block = fc.nat().map((seed) => limits(random(seed)));

  test('give what the reference gives', () => {
    fc.assert(
      fc.property(sizes, block, (list, one) => {
        const { plan, market } = limitedPlan(named(list, usual), { ...one, of: 'line' });
        const expected = resultOf(() => referenceReview(plan, market, on));
        expect(resultOf(() => reviewOn(plan, market, on))).toEqual(expected);
        expect(resultOf(() => reviewOn(plan, market, { ...on, exact: true }))).toEqual(expected);
      }),
      { numRuns },
    );
  });

  test('leave weights that sum to one, none below zero', () => {
    fc.assert(
      fc.property(sizes, block, (list, one) => {
        const { plan, market } = limitedPlan(named(list, usual), {
          ...one,
          of: 'line',
          infeasible: one.infeasible === 'fail' ? 'keep weights before' : one.infeasible,
        });
        const after = resultOf(() => reviewOn(plan, market, on)) as Review | { failed: string };
        // A relaxation that nothing can relax is the one failure that is left.
        if ('failed' in after) {
          expect(after.failed).toBe('RB7301');
          return;
        }
        const found = weights(after);
        expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(found.reduce((sum, weight) => sum + weight, 0) - 1)).toBeLessThan(list.length * 1e-12);
      }),
      { numRuns },
    );
  });

  test('do not depend on the order of the input', () => {
    fc.assert(
      fc.property(sizes, block, fc.nat(), (list, one, seed) => {
        const r = random(seed);
        const places = list.map((_, i) => ({ i, at: r.int(0, 1_000_000) })).toSorted((a, b) => a.at - b.at);
        const moved = (i: number): string => usual(places.findIndex((place) => place.i === i));
        const weightOf = (id: (i: number) => string) => {
          const { plan, market } = limitedPlan(named(list, id), { ...one, of: 'line' });
          const after = resultOf(() => reviewOn(plan, market, on)) as Review | { failed: string };
          if ('failed' in after) return after;
          // Who of equal weights comes first is said by their names, so that weights are compared and not whose they are.
          return weights(after).toSorted((a, b) => a - b);
        };
        expect(weightOf(moved)).toEqual(weightOf(usual));
      }),
      { numRuns },
    );
  });
});
