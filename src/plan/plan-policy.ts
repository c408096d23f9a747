import type { PolicyEffect } from '../model/policy.ts';
import type { PlanExpression } from './expression.ts';

/** The model's effects, with prices and thresholds as plan expressions. */
export type PlanPolicyEffect = PolicyEffect<PlanExpression>;
