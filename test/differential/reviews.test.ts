import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewOn } from '../../src/engine/index.ts';
import { referenceReview } from '../../src/reference/index.ts';
import { cases } from '../support/cases.ts';
import { resultOf } from './agreement.ts';
import { random } from './random.ts';
import { randomMarket } from './random-market.ts';
import { randomPlan } from './random-plan.ts';

test('reviews of random plans on random markets agree with the reference', { timeout: 600_000 }, () => {
  let met = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const r = random(seed);
      const plan = randomPlan(r);
      const market = randomMarket(r, { decisions: true, fx: r.chance(0.2) });
      const on = r.pick(plan.events).from!;
      const incumbents = r.chance(0.5)
        ? market.lines.ids.filter(() => r.chance(0.4)).map((line) => ({ line }))
        : undefined;
      const options = { on, ...(incumbents === undefined ? {} : { incumbents }), decisions: 'all' as const };
      const expected = resultOf(() => referenceReview(plan, market, options));
      if (typeof expected === 'object' && expected !== null && !('failed' in expected)) met += 1;
      expect(resultOf(() => reviewOn(plan, market, options))).toEqual(expected);
      expect(resultOf(() => reviewOn(plan, market, { ...options, exact: true }))).toEqual(expected);
    }),
    { numRuns: cases(150), endOnFailure: true },
  );
  // Most random plans are silly; enough of them must give a basket for the agreement to mean something.
  expect(met).toBeGreaterThan(cases(150) / 5);
});
