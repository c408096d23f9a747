import type { DateRule } from './date-rule.ts';

/** How often an event takes place: in months of every year (1 to 12), on listed ISO dates, or on every trading day. */
export type EventFrequency = { months: number[] } | { dates: string[] } | { daily: true };

/**
 * A named review and its dates. One of the dates is called `effective`; where events are listed by date or daily it may
 * be left out and is that day. Rules of such events may speak of the listed or trading day as `day`.
 */
export type EventSchedule = {
  name: string;
  every: EventFrequency;
  dates: { name: string; rule: DateRule }[];
  /** The first ISO date on which an event may become effective. */
  from?: string;
  /** The last ISO date on which an event may become effective. */
  until?: string;
};
