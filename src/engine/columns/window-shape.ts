import type { Market } from '../../market/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { inForceName } from '../session/in-force.ts';
import type { Frame } from '../session/scope.ts';
import { factsOf } from './field.ts';

/** What the fast loops over windows know: one daily series, or the product of two. */
export type WindowShape = { left: Float64Array; right?: Float64Array };

/** The shape of a window's operand, undefined where only the general way will do. */
export function windowShape(frame: Frame, node: PlanExpression): WindowShape | undefined {
  if (node.domain !== 'line') return undefined;
  if (node.op === 'measure') {
    const { versions } = frame.scope.session;
    return windowShape(frame, inForceName(versions.measures, node.measure, frame.scope.effective, 'measure').value);
  }
  return shapeOf(frame.scope.session.market, node);
}

/** As {@link windowShape}, of an expression without measures. */
export function shapeOf(market: Market, node: PlanExpression): WindowShape | undefined {
  const left = seriesOf(market, node);
  if (left !== undefined) return { left };
  if (node.op !== 'arithmetic' || node.operator !== '*') return undefined;
  const [a, b] = [seriesOf(market, node.left), seriesOf(market, node.right)];
  return a === undefined || b === undefined ? undefined : { left: a, right: b };
}

function seriesOf(market: Market, node: PlanExpression): Float64Array | undefined {
  if (node.op !== 'field' || node.type !== 'number') return undefined;
  const facts = factsOf(market, node.field);
  return facts.kind === 'series' ? facts.values : undefined;
}
