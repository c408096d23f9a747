import { monthOf } from '../../calendar/index.ts';
import type { WindowSpan } from '../../model/expression.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { firstDay, monthEnds, spanOf } from '../columns/span.ts';
import { type Exact, type Frame, frameOf } from '../session/scope.ts';
import { exactAggregate } from './exact-aggregate.ts';
import { exactOperand } from './exact-value.ts';

export function exactWindow(frame: Frame, node: PlanExpression & { op: 'window' }, entity: number): Exact {
  const values = windowFrames(frame, node).map((at) => exactOperand(at, node.value, entity, node.domain));
  const found = values.filter((value) => value !== undefined).length;
  return node.needing !== undefined && found < node.needing ? undefined : exactAggregate(node.fn, values);
}

/** The frames that a window's operand is evaluated in: market days, or the last market days of months. */
function windowFrames(frame: Frame, node: PlanExpression & { op: 'window' }): Frame[] {
  const { market } = frame.scope.session;
  if (node.span.kind === 'last' && node.span.byMonth === true) {
    return monthEnds(market, frame.day, monthsOf(node.span, frame.day))
      .toReversed()
      .map((day) => frameOf(frame.scope, day));
  }
  const { first, last } = spanOf(market, node.span, frame.day);
  const frames: Frame[] = [];
  for (let i = first; i <= last; i += 1) frames.push(frameOf(frame.scope, market.days[i]!, true));
  return frames;
}

/** How many calendar months a stretch touches, the as-of month included. */
function monthsOf(span: WindowSpan & { kind: 'last' }, day: number): number {
  const from = monthOf(firstDay(span, day));
  const to = monthOf(day);
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}
