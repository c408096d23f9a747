import { calendarFromSessions } from './calendar-from-sessions.ts';
import { dayOf } from './month.ts';
import type { TradingCalendar } from './trading-calendar.ts';
import { weekdayIndex } from './weekday.ts';

/** The name of the calendar that trades every Monday to Friday, whatever the holidays. */
export const weekdaysId = 'WEEKDAYS';

let made: TradingCalendar | undefined;

/** Every Monday to Friday from 1900 to 2199. */
export function weekdaysCalendar(): TradingCalendar {
  if (made === undefined) {
    const coverage = { first: dayOf(1900, 1, 1), last: dayOf(2199, 12, 31) };
    const days: number[] = [];
    for (let day = coverage.first; day <= coverage.last; day++) if (weekdayIndex(day) < 5) days.push(day);
    made = calendarFromSessions(weekdaysId, days, coverage);
  }
  return made;
}
