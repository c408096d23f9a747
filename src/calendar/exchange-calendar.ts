import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CalendarData, CalendarFile } from './calendar-data.ts';
import { calendarFailure } from './calendar-failure.ts';
import { calendarFolder } from './calendar-folder.ts';
import { calendarFromSessions } from './calendar-from-sessions.ts';
import { epochDay } from './epoch-day.ts';
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

/** The rules and exceptions of an exchange; those of the other where it keeps another's days. Throws RB3801 where there are none. */
export function calendarData(mic: string): CalendarData {
  // The form is checked first: a name never becomes a path of its own making.
  const file = /^[A-Z0-9]{4}$/.test(mic) ? new URL(`${mic}.json`, calendarFolder()) : undefined;
  if (file === undefined || !existsSync(file)) {
    throw calendarFailure(
      'unknownCalendar',
      `there is no calendar \`${mic.length > 40 ? `${mic.slice(0, 40)}…` : mic}\``,
      `use one of ${calendarNames().join(', ')} or ${weekdaysId}, or give the sessions in the data set`,
    );
  }
  const content = JSON.parse(readFileSync(file, 'utf8')) as CalendarFile;
  return 'sameAs' in content ? calendarData(content.sameAs) : content;
}

/** The sessions that rules and exceptions give. */
export function calendarFromData(id: string, data: CalendarData): TradingCalendar {
  const coverage = { first: epochDay(data.coverage.from), last: epochDay(data.coverage.to) };
  const closed = holidays(data, coverage.first, coverage.last);
  for (const closure of data.closures) closed.add(epochDay(closure.date));
  const extra = new Set(data.sessions.map((session) => epochDay(session.date)));
  const weekend = data.weekend.map((name) => weekdays.indexOf(name));
  const days: number[] = [];
  for (let day = coverage.first; day <= coverage.last; day++) {
    if (extra.has(day) || !(weekend.includes(weekdayIndex(day)) || closed.has(day))) days.push(day);
  }
  return calendarFromSessions(id, days, coverage);
}
