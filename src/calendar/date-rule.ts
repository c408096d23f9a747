import type { CalendarExpr } from './calendar-expr.ts';
import type { Weekday } from './weekday.ts';

/**
 * What days are counted in; `weekday` is Monday to Friday whatever the holidays, a named day of the week counts only
 * those.
 */
export type DayUnit = 'trading day' | 'calendar day' | 'weekday' | Weekday;

/**
 * A month named by number (1 to 12) in the event's year or the one beside it, or by its distance from the event's
 * month.
 */
export type MonthRef = { month: number; year?: 'previous' | 'next' } | { offset: number };

/**
 * How a date of an event is found, as pure JSON. `calendar` says whose trading days count; without it they are those of
 * the context.
 */
export type DateRule =
  /** A fixed ISO date. */
  | { op: 'date'; date: string }
  /** Another date of the same event. */
  | { op: 'named'; name: string }
  /** The nth such day of a month from its start, or from its end where negative (-1 is the last). */
  | { op: 'nth'; n: number; unit: DayUnit; of: MonthRef; calendar?: CalendarExpr }
  /**
   * `n` such days strictly after (or, where negative, before) another date, that date not counted. A week is seven
   * calendar days; months keep the day of the month, or take the last one of a shorter month.
   */
  | { op: 'shift'; n: number; unit: DayUnit | 'week' | 'month'; from: DateRule; calendar?: CalendarExpr }
  /** The date itself where it is such a day, else the next or the one before. */
  | { op: 'snap'; direction: 'on or after' | 'on or before'; unit: DayUnit; from: DateRule; calendar?: CalendarExpr }
  /** Such a day from one date to another, both included, chosen by decision. */
  | { op: 'window'; from: DateRule; to: DateRule; unit: DayUnit; calendar?: CalendarExpr };
