import type { PlanExpression } from './expression.ts';
import { lowerExpression } from './lower-expression.ts';
import type { Lowering } from './lowering.ts';

/** Lowers the expression at a place of the rulebook; undefined where there is none. */
export function lowerIfAt(pointer: string, into: Lowering): PlanExpression | undefined {
  const place = into.places.get(pointer);
  return place === undefined ? undefined : lowerExpression(place.expression, place.entity, into);
}

/** Lowers the expression that stands at a place of the rulebook. */
export function lowerAt(pointer: string, into: Lowering): PlanExpression {
  const lowered = lowerIfAt(pointer, into);
  if (lowered === undefined) throw new Error(`no expression at ${pointer}`);
  return lowered;
}
