/** A day in its month; months count from 1, days from 1. */
export type DayInMonth = { year: number; month: number; dayOfMonth: number };

/** The number of days of a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Both directions count in years that start on 1 March, so that the leap day comes last, and in eras of 400 years
// (146,097 days). 719,468 is the number of days from 0000-03-01 to 1970-01-01.
const era = 146_097;
const epoch = 719_468;

/** The epoch day of a day of the proleptic Gregorian calendar. The day is not checked against the month. */
export function dayOf(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(y / 400);
  const yearOfEra = y - cycle * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return cycle * era + dayOfEra - epoch;
}

/** The year, month and day of the month of an epoch day. */
export function monthOf(day: number): DayInMonth {
  const shifted = day + epoch;
  const cycle = Math.floor(shifted / era);
  const dayOfEra = shifted - cycle * era;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** A month, `count` months after (or, where negative, before) another. */
export function addMonths(year: number, month: number, count: number): { year: number; month: number } {
  const months = year * 12 + (month - 1) + count;
  return { year: Math.floor(months / 12), month: months - Math.floor(months / 12) * 12 + 1 };
}

/** The first and last epoch day of a month. */
export function monthSpan(year: number, month: number): { first: number; last: number } {
  const first = dayOf(year, month, 1);
  return { first, last: first + daysInMonth(year, month) - 1 };
}

/**
 * The same day of the month `count` months later (or earlier, where negative). Where that month is shorter it is its
 * last day: one month after 31 January is 28 or 29 February.
 */
export function shiftMonths(day: number, count: number): number {
  const from = monthOf(day);
  const to = addMonths(from.year, from.month, count);
  return dayOf(to.year, to.month, Math.min(from.dayOfMonth, daysInMonth(to.year, to.month)));
}
