// In: names of exchanges and rules for dates, as JSON. Out: the sessions of a calendar, and the dates of every event,
// as epoch days.
// A day outside what a calendar knows is a failure.
// Never here: prices, time of day, or a guess about a day that is not known.
export { calendarDigest } from './calendar-digest.ts';
export type { CalendarExpr } from './calendar-expr.ts';
export { calendarCodes } from './calendar-failure.ts';
export { calendarFromSessions } from './calendar-from-sessions.ts';
export { namesIn } from './check-schedule.ts';
export type { DateRule, DayUnit, MonthRef } from './date-rule.ts';
export { epochDay } from './epoch-day.ts';
export type { EventFrequency, EventSchedule } from './event-schedule.ts';
export { micOf } from './everyday-names.ts';
export { calendarNames, tradingCalendar } from './exchange-calendar.ts';
export { isoDate } from './iso-date.ts';
export { addMonths, dayOf, monthOf, monthSpan } from './month.ts';
export { monthNames } from './month-names.ts';
export { type OwnCalendars, resolveCalendar } from './resolve-calendar.ts';
export { type TimelineEvent, timeline } from './timeline.ts';
export type { TradingCalendar } from './trading-calendar.ts';
export { type Weekday, weekdayIndex, weekdayOf, weekdays } from './weekday.ts';
export { weekdaysId } from './weekdays-calendar.ts';
