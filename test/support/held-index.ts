import type { PlanPolicyEffect } from '../../src/plan/plan-policy.ts';
import type { Plan, PlanPolicy } from '../../src/plan/plan.ts';
import type { Occasion } from '../../src/model/policy.ts';
import { field } from './expressions.ts';
import { oneLevel, onDates, plan, rule } from './plan-builder.ts';
import { compare } from './expressions.ts';

/**
 * A plan that holds `units` of every line whose field `in` is yes, from 2024-01-02 on; base date 2024-01-01, a day before, unless
 * the parts say otherwise. Levels and divisor are shown to 6 decimals.
 */
export function heldIndex(policies: Partial<Record<Occasion, PlanPolicyEffect[]>>, parts: Partial<Plan> = {}): Plan {
  return plan({
    selections: [
      {
        ...rule('members'),
        set: 'constituents',
        of: 'line',
        tiers: [{ ...rule('in'), action: 'take', where: compare(field('in', 'line', 'yes/no'), 'is', true) }],
      },
    ],
    weightings: [{ ...rule('units'), of: 'line', method: 'hold', value: field('units') }],
    events: onDates('start', { '2024-01-02': '2024-01-01' }),
    policies: Object.entries(policies).map(
      ([on, effects]): PlanPolicy => ({ ...rule(on), on: on as Occasion, effects }),
    ),
    level: oneLevel({
      base: { value: '100', date: '2024-01-01' },
      variants: [{ kind: 'price' }, { kind: 'total' }, { kind: 'net', tax: '0.3' }],
      roundLevel: { decimals: 6, mode: 'half up' },
    }),
    ...parts,
  });
}
