import type { DayUnit } from './date-rule.ts';
import type { TradingCalendar } from './trading-calendar.ts';
import { weekdayIndex, weekdays } from './weekday.ts';
import { weekdaysCalendar } from './weekdays-calendar.ts';

/** The days of one kind, and how to walk along them. The meanings are those of {@link TradingCalendar}. */
export type DayGrid = Pick<TradingCalendar, 'isSession' | 'shift' | 'onOrAfter' | 'onOrBefore'>;

const everyDay: DayGrid = {
  isSession: () => true,
  shift: (day, count) => day + count,
  onOrAfter: (day) => day,
  onOrBefore: (day) => day,
};

/** The grid of a unit; `calendar` is asked only for trading days. */
export function dayGrid(unit: DayUnit, calendar: () => TradingCalendar): DayGrid {
  switch (unit) {
    case 'trading day':
      return calendar();
    case 'calendar day':
      return everyDay;
    case 'weekday':
      return weekdaysCalendar();
    case 'Monday':
    case 'Tuesday':
    case 'Wednesday':
    case 'Thursday':
    case 'Friday':
    case 'Saturday':
    case 'Sunday':
      return weekly(weekdays.indexOf(unit));
    default:
      return unit satisfies never;
  }
}

function weekly(index: number): DayGrid {
  // How far the next such day is, 0 to 6, and how far the last one is.
  const ahead = (day: number) => (index - weekdayIndex(day) + 7) % 7;
  const behind = (day: number) => (weekdayIndex(day) - index + 7) % 7;
  return {
    isSession: (day) => weekdayIndex(day) === index,
    shift: (day, count) => {
      if (count === 0) return day;
      return count > 0 ? day + 1 + ahead(day + 1) + 7 * (count - 1) : day - 1 - behind(day - 1) + 7 * (count + 1);
    },
    onOrAfter: (day) => day + ahead(day),
    onOrBefore: (day) => day - behind(day),
  };
}
