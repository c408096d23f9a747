import { isFailure } from '../diagnostics/index.ts';
import { calendarCodes } from './calendar-failure.ts';
import type { DateRule } from './date-rule.ts';
import { dayGrid } from './day-grid.ts';
import { type DateContext, evaluateDateRule } from './evaluate-date-rule.ts';
import { monthSpan, shiftMonths } from './month.ts';
import { referredMonth } from './referred-month.ts';
import { resolveCalendar } from './resolve-calendar.ts';
import type { TradingCalendar } from './trading-calendar.ts';

/** The earliest and latest epoch day that something can be. */
export type DayBounds = { first: number; last: number };

/** What bounds are found from: a date context, with bounds for the other dates of the event and no decisions. */
export type BoundsContext = Omit<DateContext, 'named' | 'decided'> & { named: (name: string) => DayBounds };

/**
 * Between which days a rule's date must lie, also where its calendar does not reach or a decision is still to come. It
 * tells which events can matter for a range of dates before they are worked out, so that a range within a calendar's
 * years does not fail for an event well outside it.
 */
export function dateBounds(rule: DateRule, context: BoundsContext): DayBounds {
  switch (rule.op) {
    case 'named':
      return context.named(rule.name);
    case 'date':
      return point(evaluateDateRule(rule, pointContext(context)));
    case 'nth': {
      const at = referredMonth(rule.of, context);
      const day = known(() => evaluateDateRule(rule, pointContext(context)));
      return day === undefined ? monthSpan(at.year, at.month) : point(day);
    }
    case 'shift': {
      // Later days never shift to earlier ones, so the ends of the bounds give the ends of the result.
      const from = dateBounds(rule.from, context);
      const { n, unit } = rule;
      if (unit === 'week') return { first: from.first + 7 * n, last: from.last + 7 * n };
      if (unit === 'month') return { first: shiftMonths(from.first, n), last: shiftMonths(from.last, n) };
      const calendar = () => calendarOf(rule, context);
      const to = (day: number, far: boolean) =>
        known(() => dayGrid(unit, calendar).shift(day, n)) ?? day + n * (far ? longestGap(calendar()) : 1);
      return { first: to(from.first, n < 0), last: to(from.last, n > 0) };
    }
    case 'snap': {
      const from = dateBounds(rule.from, context);
      const calendar = () => calendarOf(rule, context);
      const forward = rule.direction === 'on or after';
      const to = (day: number, far: boolean) =>
        known(() => dayGrid(rule.unit, calendar)[forward ? 'onOrAfter' : 'onOrBefore'](day)) ??
        day + (far ? longestGap(calendar()) : 0) * (forward ? 1 : -1);
      return { first: to(from.first, !forward), last: to(from.last, forward) };
    }
    case 'window':
      return { first: dateBounds(rule.from, context).first, last: dateBounds(rule.to, context).last };
    default:
      return rule satisfies never;
  }
}

function point(day: number): DayBounds {
  return { first: day, last: day };
}

/** For rules that speak of no other date and of no decision. */
function pointContext(context: BoundsContext): DateContext {
  return { ...context, named: () => Number.NaN, decided: () => Number.NaN };
}

function calendarOf(rule: DateRule & { op: 'shift' | 'snap' }, context: BoundsContext): TradingCalendar {
  return rule.calendar === undefined ? context.calendar : (context.resolve ?? resolveCalendar)(rule.calendar);
}

/** The answer, or undefined where the calendar does not reach or the month has no such day. */
function known(ask: () => number): number | undefined {
  try {
    return ask();
  } catch (error) {
    const code = isFailure(error) ? error.diagnostics[0]?.code : undefined;
    if (code === calendarCodes.outsideCoverage || code === calendarCodes.noSuchDay) return undefined;
    throw error;
  }
}

const gaps = new WeakMap<TradingCalendar, number>();

/** The most days from one session to the next, as far as the calendar knows, and never less than two weeks. */
function longestGap(calendar: TradingCalendar): number {
  let gap = gaps.get(calendar);
  if (gap === undefined) {
    const sessions = calendar.sessionsBetween(calendar.first, calendar.last);
    gap = 14;
    for (let i = 1; i < sessions.length; i++) gap = Math.max(gap, sessions[i]! - sessions[i - 1]!);
    gaps.set(calendar, gap);
  }
  return gap;
}
