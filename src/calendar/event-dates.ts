import type { CalendarExpr } from './calendar-expr.ts';
import { calendarFailure } from './calendar-failure.ts';
import { type DayBounds, dateBounds } from './date-bounds.ts';
import type { DateRule } from './date-rule.ts';
import { evaluateDateRule } from './evaluate-date-rule.ts';
import type { EventSchedule } from './event-schedule.ts';
import { isoDate } from './iso-date.ts';
import type { TradingCalendar } from './trading-calendar.ts';

/** A date to be chosen: which date of which event, and between which epoch days. */
export type DateQuestion = { event: string; date: string; year: number; month: number; from: number; to: number };

/** Where the dates of a schedule come from. */
export type TimelineContext = {
  /** Whose trading days count where a rule names no calendar. */
  calendar: TradingCalendar;
  /** The epoch day decided, or undefined where nothing has been decided. */
  decided?: (question: DateQuestion) => number | undefined;
  /** What a calendar expression means; without it, the built-in calendars. */
  resolve?: (expr: CalendarExpr) => TradingCalendar;
};

/** One time at which an event is due: its month, and its day where it was listed by date or is daily. */
export type Occasion = { year: number; month: number; day?: number };

/** Between which days the effective date of an occasion must lie. The schedule has been checked. */
export function effectiveBounds(schedule: EventSchedule, occasion: Occasion, context: TimelineContext): DayBounds {
  const named = (name: string): DayBounds => {
    const found = ruleOf(schedule, name, occasion);
    if (typeof found === 'number') return { first: found, last: found };
    return dateBounds(found, { ...context, year: occasion.year, month: occasion.month, named });
  };
  return named('effective');
}

/** All dates of an occasion by name, in the order of the schedule, as epoch days. The schedule has been checked. */
export function eventDates(
  schedule: EventSchedule,
  occasion: Occasion,
  context: TimelineContext,
): Record<string, number> {
  const { year, month } = occasion;
  const done = new Map<string, number>();
  const named = (name: string): number => {
    let day = done.get(name);
    if (day === undefined) {
      const found = ruleOf(schedule, name, occasion);
      day = typeof found === 'number' ? found : evaluate(name, found);
      done.set(name, day);
    }
    return day;
  };
  const evaluate = (name: string, rule: DateRule): number =>
    evaluateDateRule(rule, {
      year,
      month,
      calendar: context.calendar,
      ...(context.resolve === undefined ? {} : { resolve: context.resolve }),
      named,
      decided: (from, to) => {
        const day = context.decided?.({ event: schedule.name, date: name, year, month, from, to });
        if (day !== undefined) return day;
        throw calendarFailure(
          'missingDecision',
          `the date \`${name}\` of \`${schedule.name}\` is chosen by decision from ${isoDate(from)} to ${isoDate(to)}, and no decision is given`,
          'record the date chosen among the decisions of the data set',
        );
      },
    });
  const dates = schedule.dates.map((date): [string, number] => [date.name, named(date.name)]);
  return Object.fromEntries(
    dates.some(([name]) => name === 'effective') ? dates : [...dates, ['effective', named('effective')]],
  );
}

function ruleOf(schedule: EventSchedule, name: string, occasion: Occasion): DateRule | number {
  const rule = schedule.dates.find((date) => date.name === name)?.rule;
  if (rule !== undefined) return rule;
  // A checked schedule speaks of other dates only where occasions have a day of their own.
  return occasion.day!;
}
