import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochDay } from '../../src/calendar/index.ts';
import { runPlan } from '../../src/engine/index.ts';
import { type Constituency, type Decision, type Market, OPEN_END } from '../../src/market/index.ts';
import type { Plan, PlanPolicy } from '../../src/plan/plan.ts';
import type { PlanPolicyEffect } from '../../src/plan/plan-policy.ts';
import { referenceRun } from '../../src/reference/index.ts';
import type { Run } from '../../src/run/run.ts';
import * as e from '../support/expressions.ts';
import { cases } from '../support/cases.ts';
import { rule } from '../support/plan-builder.ts';
import { ordered, resultOf } from './agreement.ts';
import { type Random, random } from './random.ts';
import { marketDays, randomMarket } from './random-market.ts';
import { randomPlan } from './random-plan.ts';

const effects: PlanPolicyEffect[] = [
  { effect: 'follow' },
  { effect: 'replace', by: 'entrant takes weight of leaver' },
  { effect: 'replace', by: 'entrants share weight of leavers' },
];

/** A plan that derives from `OTHER`, at least in what it does when that changes. */
function derived(r: Random): Plan {
  const plan = randomPlan(r, { policies: true });
  const parent: PlanPolicy = { ...rule('parent'), on: 'parent change', effects: [r.pick(effects)] };
  const asked = { ...rule('asked'), domain: 'line' as const, value: e.constituent('line', 'OTHER'), remembered: false };
  return { ...plan, measures: [asked, ...plan.measures], policies: [...plan.policies, parent] };
}

/** A market whose lines come into `OTHER` and leave it, some at one day, and decisions on divisors and pairs. */
function changing(r: Random): Market {
  const market = randomMarket(r, { decisions: true, actions: true });
  const days = [0, 12, 20, 20, 20, 31, 31, 45].map((d) => epochDay(marketDays[d]!));
  const constituents = market.lines.ids.flatMap((_, line): Constituency[] => {
    const [a, b] = [r.pick(days), r.pick(days)].toSorted((x, y) => x - y) as [number, number];
    if (a === b) return r.chance(0.5) ? [{ line, index: 'OTHER', from: a, until: OPEN_END }] : [];
    return r.chance(0.5)
      ? [{ line, index: 'OTHER', from: a, until: b }]
      : [{ line, index: 'OTHER', from: days[0]!, until: a + (a === days[0] ? 1 : 0) }];
  });
  const made = (date: number, rest: Partial<Decision>): Decision => ({
    date,
    known: date,
    event: 'parent',
    action: 'set',
    author: 'committee',
    reason: 'because',
    row: 0,
    ...rest,
  });
  const name = () => r.pick(r.chance(0.5) ? market.lines.ids : market.companies.ids);
  const pairs = Array.from({ length: r.int(0, 12) }, () =>
    made(r.pick(days), { subject: name(), field: 'replaces', value: name() }),
  );
  const divisors = Array.from({ length: r.int(0, 2) }, () =>
    made(epochDay(r.pick(marketDays)), {
      event: 'divisor',
      field: 'divisor',
      value: r.pick(['0.0625', '12.5', '3.00', '0.1']),
    }),
  );
  const decisions = [...market.decisions, ...pairs, ...divisors].toSorted((a, b) => a.date - b.date || a.row - b.row);
  return {
    ...market,
    constituents: [...market.constituents.filter((c) => c.index !== 'OTHER'), ...constituents],
    decisions,
  };
}

test('changes of a parent index and divisors by decision agree with the reference', { timeout: 600_000 }, () => {
  let entered = 0;
  let unpaired = 0;
  let decided = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const r = random(seed);
      const [plan, market] = [derived(r), changing(r)];
      const options = { from: marketDays[0]!, to: marketDays.at(-1)!, decisions: 'none' as const };
      const expected = resultOf(() => ordered(referenceRun(plan, market, options))) as Run | { failed: string };
      if ('failed' in expected) unpaired += expected.failed === 'RB7407' ? 1 : 0;
      else {
        entered += expected.changes.some((c) => c.policy === 'parent') ? 1 : 0;
        decided += expected.divisors.some((d) => d.computed !== undefined) ? 1 : 0;
      }
      for (const exact of [false, true]) {
        const found = resultOf(() => ordered(runPlan(plan, market, { ...options, exact }).toRun())) as object;
        // Of two mistakes on one day either may be met first.
        if ('failed' in expected) expect(found).toHaveProperty('failed');
        else expect(found).toEqual(expected);
      }
    }),
    { numRuns: cases(200), endOnFailure: true },
  );
  // Enough of each must happen for the agreement to mean something.
  for (const count of [entered, unpaired, decided]) expect(count).toBeGreaterThan(cases(200) / 50);
});
