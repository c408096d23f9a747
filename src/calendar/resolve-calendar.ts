import type { CalendarExpr } from './calendar-expr.ts';
import { difference, intersection, union } from './combine-calendars.ts';
import { tradingCalendar } from './exchange-calendar.ts';
import type { TradingCalendar } from './trading-calendar.ts';

/** Calendars that a data set brings, by name. They come before the built-in ones of the same name. */
export type OwnCalendars = ReadonlyMap<string, TradingCalendar>;

const none: OwnCalendars = new Map();
const resolved = new WeakMap<OwnCalendars, Map<string, TradingCalendar>>();

/** The calendar that an expression means. The same expression gives the same object, so asking often costs little. */
export function resolveCalendar(expr: CalendarExpr, own: OwnCalendars = none): TradingCalendar {
  if (expr.op === 'calendar') return own.get(expr.mic) ?? tradingCalendar(expr.mic);
  let cache = resolved.get(own);
  if (cache === undefined) {
    cache = new Map();
    resolved.set(own, cache);
  }
  const key = calendarText(expr);
  let calendar = cache.get(key);
  if (calendar === undefined) {
    calendar = combine(expr.op, resolveCalendar(expr.left, own), resolveCalendar(expr.right, own));
    cache.set(key, calendar);
  }
  return calendar;
}

function combine(op: 'union' | 'intersection' | 'difference', left: TradingCalendar, right: TradingCalendar) {
  switch (op) {
    case 'union':
      return union(left, right);
    case 'intersection':
      return intersection(left, right);
    case 'difference':
      return difference(left, right);
    default:
      return op satisfies never;
  }
}

function calendarText(expr: CalendarExpr): string {
  return expr.op === 'calendar'
    ? JSON.stringify(expr.mic)
    : `(${expr.op} ${calendarText(expr.left)} ${calendarText(expr.right)})`;
}
