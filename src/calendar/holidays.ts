import type { CalendarData, HolidayDay, HolidayRule } from './calendar-data.ts';
import { easterSunday } from './easter.ts';
import { epochDay } from './epoch-day.ts';
import { dayOf, monthOf, monthSpan } from './month.ts';
import { weekdayIndex, weekdays } from './weekday.ts';

/**
 * The epoch days from `first` to `last` that the holiday rules close, moved as observed. Days on weekends may be among
 * them.
 */
export function holidays(data: CalendarData, first: number, last: number): Set<number> {
  const years = { from: monthOf(first).year - 1, to: monthOf(last).year + 1 };
  const weekend = new Set(data.weekend);
  const isWeekend = (day: number) => weekend.has(weekdays[weekdayIndex(day)]!);
  const closed = new Set<number>();
  const toMove: number[] = [];
  for (const rule of data.holidays) {
    for (const day of daysOf(rule, years)) {
      closed.add(day);
      if (isWeekend(day)) {
        const sunday = weekdayIndex(day) === 6;
        switch (rule.observed) {
          case 'not moved':
            break;
          case 'nearest weekday':
            closed.add(sunday ? day + 1 : day - 1);
            break;
          case 'Sunday to Monday':
            if (sunday) closed.add(day + 1);
            break;
          case 'Sunday to next free day':
            if (sunday) toMove.push(day);
            break;
          case 'next free day':
            toMove.push(day);
            break;
          default:
            rule.observed satisfies never;
        }
      }
    }
  }
  // Only when all holidays lie where they fall is it known which days are free.
  for (const day of toMove.sort((a, b) => a - b)) {
    let free = day + 1;
    while (isWeekend(free) || closed.has(free)) free++;
    closed.add(free);
  }
  return closed;
}

function daysOf(rule: HolidayRule, years: { from: number; to: number }): number[] {
  if ('dates' in rule) return rule.dates.map(epochDay);
  const days: number[] = [];
  for (
    let year = Math.max(years.from, rule.from ?? years.from);
    year <= Math.min(years.to, rule.until ?? years.to);
    year++
  ) {
    if (!rule.except?.includes(year)) days.push(dayInYear(rule.on, year));
  }
  return days;
}

function dayInYear(on: HolidayDay, year: number): number {
  if ('easter' in on) return easterSunday(year) + on.easter;
  if ('onOrAfter' in on)
    return forward(dayOf(year, on.onOrAfter.month, on.onOrAfter.day), weekdays.indexOf(on.weekday));
  if ('nth' in on) {
    const { first, last } = monthSpan(year, on.month);
    const index = weekdays.indexOf(on.weekday);
    return on.nth > 0 ? forward(first, index) + 7 * (on.nth - 1) : forward(last - 6, index) + 7 * (on.nth + 1);
  }
  return dayOf(year, on.month, on.day);
}

function forward(day: number, weekday: number): number {
  return day + ((weekday - weekdayIndex(day) + 7) % 7);
}
