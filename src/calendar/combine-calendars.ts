import { calendarFailure } from './calendar-failure.ts';
import { calendarFromSessions } from './calendar-from-sessions.ts';
import { isoDate } from './iso-date.ts';
import type { TradingCalendar } from './trading-calendar.ts';

/** The days on which at least one of the two trades. It knows the days that both know. */
export function union(left: TradingCalendar, right: TradingCalendar): TradingCalendar {
  return combine(left, right, 'or', (inLeft, inRight) => inLeft || inRight);
}

/** The days on which both trade. It knows the days that both know. */
export function intersection(left: TradingCalendar, right: TradingCalendar): TradingCalendar {
  return combine(left, right, 'and', (inLeft, inRight) => inLeft && inRight);
}

/** The days on which the left trades and the right does not. It knows the days that both know. */
export function difference(left: TradingCalendar, right: TradingCalendar): TradingCalendar {
  return combine(left, right, 'but not', (inLeft, inRight) => inLeft && !inRight);
}

function combine(
  left: TradingCalendar,
  right: TradingCalendar,
  word: string,
  keep: (inLeft: boolean, inRight: boolean) => boolean,
): TradingCalendar {
  const id = `${named(left)} ${word} ${named(right)}`;
  const first = Math.max(left.first, right.first);
  const last = Math.min(left.last, right.last);
  if (first > last) {
    throw calendarFailure(
      'outsideCoverage',
      `the calendars of \`${id}\` have no day in common: ${left.id} covers ${isoDate(left.first)} to ${isoDate(left.last)}, ${right.id} ${isoDate(right.first)} to ${isoDate(right.last)}`,
      'combine calendars that cover the same years',
    );
  }
  const days: number[] = [];
  for (let day = first; day <= last; day++) if (keep(left.isSession(day), right.isSession(day))) days.push(day);
  return calendarFromSessions(id, days, { first, last });
}

function named(calendar: TradingCalendar): string {
  return calendar.id.includes(' ') ? `(${calendar.id})` : calendar.id;
}
