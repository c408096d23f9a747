// In: a rulebook that was checked. Out: its plan, pure JSON that says all that is to be run, its hash, and its words.
// Never here: market data, or running anything.
export { asOf } from './as-of.ts';
export { checkAndLower } from './compile.ts';
export { describePlan } from './describe.ts';
export type { Domain, PlanExpression, PlanOperation, ValueType } from './expression.ts';
export { neededFields } from './needed-fields.ts';
export type * from './plan.ts';
export { planHash } from './plan-hash.ts';
export type * from './plan-limit.ts';
export type * from './plan-policy.ts';
