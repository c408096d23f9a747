import { ACTION_WORDS, type ActionKind } from '../../market/index.ts';
import type { Occasion } from '../../model/policy.ts';
import type { PlanPolicy } from '../../plan/plan.ts';
import { inForce } from '../../plan/in-force.ts';
import type { World } from '../context.ts';

/** With these a line is no longer there. */
export const LEAVING: ActionKind[] = ['merger_cash', 'merger_stock', 'delisting'];

/** The policy for an occasion by the version in force on a day. */
export function policyFor({ plan }: World, on: Occasion, day: number): PlanPolicy | undefined {
  return plan.policies.find((policy) => policy.on === on && inForce(policy, day));
}

/** The occasion that an action is; the end of a suspension is none. */
export function occasionOf(kind: ActionKind): Occasion | undefined {
  return kind === 'resumption' ? undefined : ACTION_WORDS[kind];
}
