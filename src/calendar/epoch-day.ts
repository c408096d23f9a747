import { shortened } from '../diagnostics/shortened.ts';
import { calendarFailure } from './calendar-failure.ts';
import { daysInMonth, dayOf } from './month.ts';

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The epoch day (days since 1970-01-01, which is day 0) of an ISO date in the proleptic Gregorian calendar.
 * Throws RB3800 for anything but `YYYY-MM-DD`, and for days that do not exist.
 */
export function epochDay(iso: string): number {
  const parts = form.exec(iso);
  if (parts === null) throw badDate(iso, 'write a date as year, month and day, for example `2026-06-22`');
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (month < 1 || month > 12) throw badDate(iso, 'months go from `01` to `12`');
  const length = daysInMonth(year, month);
  if (day < 1 || day > length) throw badDate(iso, `that month has ${length} days`);
  return dayOf(year, month, day);
}

function badDate(iso: string, help: string) {
  return calendarFailure('badDate', `\`${shortened(iso)}\` is not a date`, help);
}
