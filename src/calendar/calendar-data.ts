import type { Weekday } from './weekday.ts';

/** Where in a year a holiday falls. */
export type HolidayDay =
  /** The same day every year. */
  | { month: number; day: number }
  /** Days after (or, where negative, before) Easter Sunday. */
  | { easter: number }
  /** The nth weekday of a month from its start, or from its end where negative (-1 is the last). */
  | { nth: number; weekday: Weekday; month: number }
  /** The first such weekday on or after a day. */
  | { weekday: Weekday; onOrAfter: { month: number; day: number } };

/**
 * What happens when a holiday falls on a weekend. `not moved`: it is lost. `nearest weekday`: from Saturday to Friday,
 * from Sunday to Monday. `Sunday to Monday`: from Saturday it is lost. `Sunday to next free day`: to the next day that
 * is neither weekend nor a holiday itself, and lost from Saturday. `next free day`: so from Saturday too.
 */
export type Observance =
  | 'not moved'
  | 'nearest weekday'
  | 'Sunday to Monday'
  | 'Sunday to next free day'
  | 'next free day';

/**
 * A holiday on which an exchange is closed: by a rule (`on`, for the years `from` to `until` without `except`), or on
 * listed dates.
 */
export type HolidayRule = { name: string; observed: Observance } & (
  | { on: HolidayDay; from?: number; until?: number; except?: number[] }
  | { dates: string[] }
);

/** A day that the rules do not foresee, with the reason. */
export type CalendarException = { date: string; reason: string };

/** The rules and exceptions of one exchange, as in `grammar/calendars/MIC.json`. */
export type CalendarData = {
  mic: string;
  name: string;
  /** The years for which the rules are known; outside them a date is an error. */
  coverage: { from: string; to: string };
  weekend: Weekday[];
  holidays: HolidayRule[];
  /** Days without trading that no holiday explains. */
  closures: CalendarException[];
  /** Days with trading although the rules say closed. */
  sessions: CalendarException[];
  notes?: string[];
};

/** An exchange that keeps the days of another. */
export type SameCalendarData = { mic: string; name: string; sameAs: string };

/** What a file of the calendar folder holds. */
export type CalendarFile = CalendarData | SameCalendarData;
