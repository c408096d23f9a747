import type { CalendarExpr } from './calendar-expr.ts';
import { calendarData } from './exchange-calendar.ts';
import type { OwnCalendars } from './resolve-calendar.ts';
import { weekdaysId } from './weekdays-calendar.ts';

/**
 * SHA-256 (hexadecimal) of the data behind a calendar expression: the rules and exceptions of each exchange, the
 * session days of a data set's own calendars, and how they are combined. Prose (names, reasons, notes) counts as data.
 */
export function calendarDigest(expr: CalendarExpr, own: OwnCalendars = new Map()): string {
  // Asked for here, since loading it takes longer than most that is done with calendars.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256')
    .update(JSON.stringify(dataBehind(expr, own)))
    .digest('hex');
}

function dataBehind(expr: CalendarExpr, own: OwnCalendars): unknown {
  if (expr.op !== 'calendar') return [expr.op, dataBehind(expr.left, own), dataBehind(expr.right, own)];
  const calendar = own.get(expr.mic);
  if (calendar !== undefined) {
    const { first, last } = calendar;
    return ['sessions', expr.mic, first, last, [...calendar.sessionsBetween(first, last)]];
  }
  return expr.mic === weekdaysId ? [weekdaysId] : ['exchange', expr.mic, sorted(calendarData(expr.mic))];
}

/** The same value with the keys of every object in order, so that the order in a file does not matter. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
