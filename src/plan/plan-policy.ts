import type { ReplaceBy } from '../model/policy.ts';
import type { PlanExpression } from './expression.ts';

/** See the model's `PolicyEffect`; the same, with prices and thresholds as plan expressions. */
export type PlanPolicyEffect =
  | { effect: 'adjust shares' | 'adjust divisor' | 'reinvest' | 'ignore' | 'convert' | 'follow' }
  | { effect: 'add child'; untilNextReview: boolean }
  | { effect: 'remove'; at: 'last price' | 'terms' | { price: PlanExpression } }
  | { effect: 'hold'; removeAfter?: number; price?: PlanExpression }
  | { effect: 'update'; when: 'at once' | 'next review'; threshold?: PlanExpression }
  | { effect: 'replace'; by: ReplaceBy };
