import { addMonths, monthOf } from '../calendar/index.ts';
import type { PlanExpression } from '../plan/expression.ts';
import type { Scope } from './context.ts';
import type { Entity } from './entity.ts';
import { read } from './read.ts';
import { monthEnd } from './window.ts';

/** Whether a condition, read as of the end of each month, holds in enough of the last months. */
export function inMonths(e: PlanExpression & { op: 'months' }, scope: Scope, entity: Entity): boolean | undefined {
  const { year, month } = monthOf(scope.day);
  let [met, unknown] = [0, 0];
  for (let back = 0; back < e.of; back += 1) {
    const at = addMonths(year, month, -back);
    const day = monthEnd(scope.review, at.year, at.month, scope.day);
    const outcome = day === undefined ? undefined : read(e.condition, { ...scope, day, carry: true }, entity);
    if (outcome === true) met += 1;
    if (outcome === undefined) unknown += 1;
  }
  if (met >= e.atLeast) return true;
  return met + unknown < e.atLeast ? false : undefined;
}
