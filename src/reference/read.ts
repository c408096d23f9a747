import type { PlanExpression } from '../plan/expression.ts';
import type { Scope } from './context.ts';
import type { Entity } from './entity-kinds.ts';
import type { Value } from './value.ts';

/** The value of an expression for an entity; `evaluate` of expression.ts, which every review carries with it. */
export function read(expression: PlanExpression, scope: Scope, entity: Entity): Value {
  return scope.review.evaluate(expression, scope, entity);
}

/** Whether a condition holds: one that is unknown does not. */
export function holds(condition: PlanExpression | undefined, scope: Scope, entity: Entity): boolean {
  return condition === undefined || read(condition, scope, entity) === true;
}
