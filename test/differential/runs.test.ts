import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runPlan } from '../../src/engine/index.ts';
import { referenceRun } from '../../src/reference/index.ts';
import { cases } from '../support/cases.ts';
import { ordered, resultOf } from './agreement.ts';
import { random } from './random.ts';
import { marketDays, randomMarket } from './random-market.ts';
import { randomPlan } from './random-plan.ts';

test('runs of random plans on random markets agree with the reference', { timeout: 600_000 }, () => {
  let met = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const r = random(seed);
      const plan = randomPlan(r, { policies: true, returns: r.chance(0.6) });
      const market = randomMarket(r, { decisions: true, actions: true, fx: r.chance(0.2) });
      const options = { from: marketDays[0]!, to: marketDays.at(-1)!, decisions: 'selected' as const };
      const expected = resultOf(() => ordered(referenceRun(plan, market, options)));
      if (typeof expected === 'object' && expected !== null && 'levels' in expected) met += 1;
      expect(resultOf(() => ordered(runPlan(plan, market, options).toRun()))).toEqual(expected);
      expect(resultOf(() => ordered(runPlan(plan, market, { ...options, exact: true }).toRun()))).toEqual(expected);
    }),
    { numRuns: cases(80), endOnFailure: true },
  );
  // Enough of them must give levels for the agreement to mean something.
  expect(met).toBeGreaterThan(cases(80) / 5);
});
