import type { ActionKind } from '../../market/index.ts';
import type { Occasion } from '../../model/policy.ts';
import type { PlanPolicy } from '../../plan/plan.ts';
import { inForce } from '../../plan/plan-events.ts';
import type { World } from '../context.ts';

/** The policy for an occasion by the version in force on a day. */
export function policyFor({ plan }: World, on: Occasion, day: number): PlanPolicy | undefined {
  return plan.policies.find((policy) => policy.on === on && inForce(policy, day));
}

/** The occasion that an action is; the end of a suspension is none. */
export function occasionOf(kind: ActionKind): Occasion | undefined {
  switch (kind) {
    case 'split':
    case 'delisting':
    case 'suspension':
    case 'rights':
      return kind;
    case 'stock_dividend':
      return 'stock dividend';
    case 'cash_dividend':
      return 'cash dividend';
    case 'special_dividend':
      return 'special dividend';
    case 'spin_off':
      return 'spin-off';
    case 'merger_cash':
      return 'cash merger';
    case 'merger_stock':
      return 'stock merger';
    case 'share_change':
      return 'share change';
    case 'symbol_change':
      return 'symbol change';
    case 'resumption':
      return undefined;
    default:
      return kind satisfies never;
  }
}
