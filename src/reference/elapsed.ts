import { monthOf, monthSpan } from '../calendar/index.ts';
import type { Scope } from './context.ts';
import { type Decimal, decimal } from './decimal.ts';

/** Time from a date to the day at hand; see docs/meaning.md, "Values". */
export function elapsed(
  unit: 'full months' | 'calendar days' | 'trading days',
  since: Decimal | undefined,
  { review: { calendar }, day }: Scope,
): Decimal | undefined {
  if (since === undefined) return undefined;
  const from = since.toNumber();
  switch (unit) {
    case 'calendar days':
      return decimal(day - from);
    case 'trading days':
      return decimal(
        from <= day ? calendar.sessionsBetween(from + 1, day).length : -calendar.sessionsBetween(day + 1, from).length,
      );
    case 'full months': {
      const [start, end] = [monthOf(from), monthOf(day)];
      const between = (end.year - start.year) * 12 + end.month - start.month - 1;
      const complete = calendar.sessionsBetween(day + 1, monthSpan(end.year, end.month).last).length === 0;
      return decimal(Math.max(0, between + (complete ? 1 : 0)));
    }
    default:
      return unit satisfies never;
  }
}
