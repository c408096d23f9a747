import { monthNames } from '../../calendar/index.ts';
import { DayUnit } from './expression.ts';
import { softWords, words } from './kit.ts';

export const MonthName = softWords('MonthName', monthNames);
export const Every = softWords('Every', { monthly: 'month', daily: 'day' });
export const WhenDecided = words('WhenDecided', ['when decided']);

const Weekdays = words('Weekdays', { weekdays: 'weekday', weekday: 'weekday' }, DayUnit);
export const WeekdayName = words(
  'WeekdayName',
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  DayUnit,
);
export const Last = words('Last', ['last']);
export const Shift = words('Shift', ['before', 'after']);
export const Snap = words('Snap', ['on or before', 'on or after']);
export const DecidedBetween = words('DecidedBetween', ['decided between']);
/** A month beside the event's own: the value is the offset. */
export const MonthOffset = words('MonthOffset', { 'previous month': '-1', 'next month': '1' });
export const YearOffset = words('YearOffset', { 'of previous year': 'previous', 'of next year': 'next' });

export const May = softWords('MayDo', ['may']);

export const scheduleTokens = [
  MonthName,
  Every,
  WhenDecided,
  Weekdays,
  WeekdayName,
  Last,
  Shift,
  Snap,
  DecidedBetween,
  MonthOffset,
  YearOffset,
  May,
];
