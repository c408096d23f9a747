import { shortened } from '../diagnostics/shortened.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CalendarData, CalendarFile } from './calendar-data.ts';
import { calendarFailure } from './calendar-failure.ts';
import { calendarFolder } from './calendar-folder.ts';
import { calendarFromSessions } from './calendar-from-sessions.ts';
import { epochDay } from './epoch-day.ts';
import { micOf } from './everyday-names.ts';
import { holidays } from './holidays.ts';
import type { TradingCalendar } from './trading-calendar.ts';
import { weekdayIndex, weekdays } from './weekday.ts';
import { weekdaysCalendar, weekdaysId } from './weekdays-calendar.ts';

const made = new Map<string, TradingCalendar>();

/** The calendar of an exchange by its MIC, or the calendar `WEEKDAYS`. Throws RB3801 where there is none. */
export function tradingCalendar(mic: string): TradingCalendar {
  let calendar = made.get(mic);
  if (calendar === undefined) {
    calendar = mic === weekdaysId ? weekdaysCalendar() : calendarFromData(mic, calendarData(mic));
    made.set(mic, calendar);
  }
  return calendar;
}

/** The MICs for which there is a calendar, in order. */
export function calendarNames(): string[] {
  return readdirSync(calendarFolder())
    .filter((file) => /^[A-Z0-9]{4}\.json$/.test(file))
    .map((file) => file.slice(0, 4))
    .sort();
}

/**
 * The rules and exceptions of an exchange; those of the other where it keeps another's days. Throws RB3801 where there
 * are none.
 */
export function calendarData(mic: string): CalendarData {
  // The form is checked first: a name never becomes a path of its own making.
  const file = /^[A-Z0-9]{4}$/.test(mic) ? new URL(`${mic}.json`, calendarFolder()) : undefined;
  if (file === undefined || !existsSync(file)) {
    const meant = micOf(mic);
    throw calendarFailure(
      'unknownCalendar',
      `there is no calendar \`${shortened(mic)}\``,
      `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Built in are ${calendarNames().join(', ')} and ${weekdaysId}; a calendar of a data set is read with \`--data FOLDER\``,
    );
  }
  const content = JSON.parse(readFileSync(file, 'utf8')) as CalendarFile;
  return 'sameAs' in content ? calendarData(content.sameAs) : content;
}

/** The sessions that rules and exceptions give. */
export function calendarFromData(id: string, data: CalendarData): TradingCalendar {
  const coverage = { first: epochDay(data.coverage.from), last: epochDay(data.coverage.to) };
  const count = coverage.last - coverage.first + 1;
  // What lies outside the coverage falls outside the column and is lost, as it should be.
  const open = new Uint8Array(count).fill(1);
  for (const name of data.weekend) {
    const first = (weekdays.indexOf(name) - weekdayIndex(coverage.first) + 7) % 7;
    for (let i = first; i < count; i += 7) open[i] = 0;
  }
  for (const day of holidays(data, coverage.first, coverage.last)) open[day - coverage.first] = 0;
  for (const { date } of data.closures) open[epochDay(date) - coverage.first] = 0;
  for (const { date } of data.sessions) open[epochDay(date) - coverage.first] = 1;
  const days = new Int32Array(count);
  let sessions = 0;
  for (let i = 0; i < count; i++) if (open[i] === 1) days[sessions++] = coverage.first + i;
  return calendarFromSessions(id, days.subarray(0, sessions), coverage);
}
