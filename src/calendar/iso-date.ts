import { monthOf } from './month.ts';

/** The ISO date `YYYY-MM-DD` of an epoch day, for the years 0 to 9999. */
export function isoDate(day: number): string {
  const { year, month, dayOfMonth } = monthOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
