import { monthOf, monthSpan } from '../../calendar/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import type { Frame } from '../session/scope.ts';

/** How much time has passed from an epoch day to the frame's day; of full months never less than none. */
export function elapsedSince(frame: Frame, unit: (PlanExpression & { op: 'elapsed' })['unit'], from: number): number {
  const { day } = frame;
  const { calendar } = frame.scope.session;
  switch (unit) {
    case 'calendar days':
      return day - from;
    case 'trading days':
      if (from > day) return -calendar.sessionsBetween(day + 1, from).length;
      return calendar.sessionsBetween(from + 1, day).length;
    case 'full months': {
      const start = monthOf(from);
      const end = monthOf(day);
      const left = calendar.sessionsBetween(day + 1, monthSpan(end.year, end.month).last).length;
      const months = end.year * 12 + end.month - start.year * 12 - start.month - (left === 0 ? 0 : 1);
      return Math.max(0, months);
    }
    default:
      return unit satisfies never;
  }
}
