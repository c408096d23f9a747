import type { Expression } from '../model/expression.ts';
import type { PlanExpression } from './expression.ts';
import type { Lowering } from './lowering.ts';
import { printExpression } from './print-expression.ts';

/**
 * Lowers `previous x`. Measures, ranks and membership are kept with each event; anything else becomes a measure of its
 * own, named by its words, so that it is kept as well.
 */
export function lowerPrevious(
  e: Extract<Expression, { kind: 'previous' }>,
  value: PlanExpression,
  domain: string,
  into: Lowering,
): PlanExpression {
  const event = e.event === undefined ? {} : { event: e.event };
  const of = (kept: PlanExpression): PlanExpression => ({
    domain,
    type: value.type,
    op: 'previous',
    value: kept,
    ...event,
  });
  switch (value.op) {
    case 'measure':
      into.rememberedMeasures.add(value.measure);
      return of(value);
    case 'rank':
      into.rememberedRankings.add(value.ranking);
      return of(value);
    case 'member':
      return of(value);
    default: {
      const name = `(${printExpression(value)})`;
      into.unnamed.set(name, { name, pointer: '', domain, value, remembered: true });
      return of({ domain, type: value.type, op: 'measure', measure: name });
    }
  }
}
