import { calendarFailure } from './calendar-failure.ts';
import type { MonthRef } from './date-rule.ts';
import { addMonths } from './month.ts';
import { monthNames } from './month-names.ts';

/** The month that a reference means, seen from the month of an event. Throws RB3804 where it is none. */
export function referredMonth(of: MonthRef, event: { year: number; month: number }): { year: number; month: number } {
  if ('offset' in of) {
    if (!Number.isInteger(of.offset)) throw badMonth(`${of.offset} months away is not a month`);
    return addMonths(event.year, event.month, of.offset);
  }
  if (!Number.isInteger(of.month) || of.month < 1 || of.month > 12) throw badMonth(`there is no month ${of.month}`);
  const step = of.year === undefined ? 0 : of.year === 'previous' ? -1 : 1;
  return { year: event.year + step, month: of.month };
}

/** A month as people write it, for example `June 2026`. */
export function monthName(at: { year: number; month: number }): string {
  return `${monthNames[at.month - 1]} ${at.year}`;
}

function badMonth(message: string) {
  return calendarFailure('badCount', message, 'months are counted from 1 (January) to 12 (December)');
}
