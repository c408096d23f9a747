import type { CalendarExpr } from './calendar-expr.ts';
import { ordinal } from '../diagnostics/ordinal.ts';
import { calendarFailure } from './calendar-failure.ts';
import type { DateRule, DayUnit } from './date-rule.ts';
import { type DayGrid, dayGrid } from './day-grid.ts';
import { epochDay } from './epoch-day.ts';
import { isoDate } from './iso-date.ts';
import { monthSpan, shiftMonths } from './month.ts';
import { monthName, referredMonth } from './referred-month.ts';
import { resolveCalendar } from './resolve-calendar.ts';
import type { TradingCalendar } from './trading-calendar.ts';

/** What a date rule is read against: the month of the event, and where other things come from. Days are epoch days. */
export type DateContext = {
  year: number;
  /** 1 to 12. */
  month: number;
  /** Whose trading days count where a rule names no calendar. */
  calendar: TradingCalendar;
  /** The date of that name of the same event. */
  named: (name: string) => number;
  /** The day chosen from `from` to `to`. */
  decided: (from: number, to: number) => number;
  /** What a calendar expression means; without it, the built-in calendars. */
  resolve?: (expr: CalendarExpr) => TradingCalendar;
};

/** The epoch day that a rule gives. Throws a failure (RB380…) where it gives none. */
export function evaluateDateRule(rule: DateRule, context: DateContext): number {
  switch (rule.op) {
    case 'date':
      return epochDay(rule.date);
    case 'named':
      return context.named(rule.name);
    case 'nth':
      return nth(rule, context);
    case 'shift':
      return shift(rule, context);
    case 'snap': {
      const grid = gridOf(rule, rule.unit, context);
      const from = evaluateDateRule(rule.from, context);
      return rule.direction === 'on or after' ? grid.onOrAfter(from) : grid.onOrBefore(from);
    }
    case 'window':
      return chosen(rule, context);
    default:
      return rule satisfies never;
  }
}

function nth(rule: DateRule & { op: 'nth' }, context: DateContext): number {
  checkCount(rule.n, rule.unit);
  const at = referredMonth(rule.of, context);
  const { first, last } = monthSpan(at.year, at.month);
  const grid = gridOf(rule, rule.unit, context);
  const day =
    rule.n > 0 ? stepped(grid, grid.onOrAfter(first), rule.n - 1) : stepped(grid, grid.onOrBefore(last), rule.n + 1);
  if (day >= first && day <= last) return day;
  throw calendarFailure(
    'noSuchDay',
    `${monthName(at)} has no ${which(rule.n)} ${rule.unit}`,
    'count from the end of the month, or choose a smaller number',
  );
}

/** Zero steps stay, so that the first such day needs no more of the calendar than itself. */
function stepped(grid: DayGrid, day: number, count: number): number {
  return count === 0 ? day : grid.shift(day, count);
}

function shift(rule: DateRule & { op: 'shift' }, context: DateContext): number {
  checkCount(rule.n, rule.unit);
  const from = evaluateDateRule(rule.from, context);
  if (rule.unit === 'week') return from + 7 * rule.n;
  if (rule.unit === 'month') return shiftMonths(from, rule.n);
  return gridOf(rule, rule.unit, context).shift(from, rule.n);
}

function chosen(rule: DateRule & { op: 'window' }, context: DateContext): number {
  const from = evaluateDateRule(rule.from, context);
  const to = evaluateDateRule(rule.to, context);
  if (to < from) {
    throw calendarFailure(
      'badSchedule',
      `the window from ${isoDate(from)} to ${isoDate(to)} ends before it starts`,
      'give the earlier date first',
    );
  }
  const day = context.decided(from, to);
  if (day >= from && day <= to && gridOf(rule, rule.unit, context).isSession(day)) return day;
  const inside = day >= from && day <= to;
  throw calendarFailure(
    'badDecision',
    inside
      ? `the date decided, ${isoDate(day)}, is not a ${rule.unit}`
      : `the date decided, ${isoDate(day)}, is outside its window from ${isoDate(from)} to ${isoDate(to)}`,
    `record the decision with a ${rule.unit} from ${isoDate(from)} to ${isoDate(to)}`,
  );
}

function gridOf(rule: { calendar?: CalendarExpr }, unit: DayUnit, context: DateContext): DayGrid {
  const expr = rule.calendar;
  return dayGrid(unit, () => (expr === undefined ? context.calendar : (context.resolve ?? resolveCalendar)(expr)));
}

function checkCount(n: number, unit: string): void {
  if (Number.isInteger(n) && n !== 0) return;
  throw calendarFailure(
    'badCount',
    `${n} is not a number of ${unit}s to count`,
    'count with a whole number from 1, or from -1 backwards',
  );
}

/** Which of them, counted from the end where the number is below zero. */
function which(n: number): string {
  if (n === -1) return 'last';
  return n > 0 ? ordinal(n) : `${ordinal(-n)}-from-last`;
}
