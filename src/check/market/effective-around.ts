import type { TradingCalendar } from '../../calendar/index.ts';
import { isFailure } from '../../diagnostics/index.ts';
import type { EventRule } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { common, type Days, isNone } from '../support/days.ts';
import { calendarOf } from '../support/life.ts';
import { occasions } from '../support/occasions.ts';

/** Whether an event is effective on a day, and the nearest effective days before and after. */
export type Around = { held: boolean; before?: number; after?: number };

/** How far around a day is looked. */
const REACH = 400;

/** Looks for the effective dates of the versions of an event around a day; undefined where the calendar cannot tell. */
export function effectiveAround(
  versions: readonly { event: EventRule; days: Days }[],
  day: number,
  { rulebook, calendars }: CheckContext,
): Around | undefined {
  const calendar = calendarOf(rulebook, calendars);
  if (calendar === undefined || day < calendar.first || day > calendar.last) return undefined;
  const window = {
    from: Math.max(day - REACH, calendar.first),
    until: Math.min(day + REACH, calendar.last),
  };
  try {
    const found = versions.flatMap(({ event, days }) => boundsOf(event, common(days, window), calendar, calendars));
    const before = found.filter((b) => b.last < day).map((b) => b.last);
    const after = found.filter((b) => b.first > day).map((b) => b.first);
    return {
      held: found.some((b) => b.first <= day && day <= b.last),
      ...(before.length === 0 ? {} : { before: Math.max(...before) }),
      ...(after.length === 0 ? {} : { after: Math.min(...after) }),
    };
  } catch (error) {
    // Dates that cannot be told are told of by the check of their order.
    if (isFailure(error)) return undefined;
    throw error;
  }
}

/** The first and the last day on which each occasion may be effective: two where that is chosen by decision. */
function boundsOf(event: EventRule, days: Days, calendar: TradingCalendar, own: CheckContext['calendars']) {
  if (isNone(days)) return [];
  const first = occasions(event, days, calendar, 'first', own);
  const last = occasions(event, days, calendar, 'last', own);
  return first.map((one, i) => ({ first: one.effective, last: Math.max(one.effective, last[i]?.effective ?? 0) }));
}
