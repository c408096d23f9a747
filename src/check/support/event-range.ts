import { epochDay, type TradingCalendar } from '../../calendar/index.ts';
import type { Period } from '../../model/rulebook.ts';
import { common, type Days, daysOf } from './days.ts';

/** Dates of an event lie within this many days of one another in any published methodology. */
const margin = 400;
/** What nobody writes rules for yet is not tried out. */
const farOff = epochDay('2099-12-31');

/**
 * The days over which the dates of an event are tried out: all that the calendar knows, while the event is held and the
 * index lives.
 */
export function eventRange(calendar: TradingCalendar, life: Days, ...periods: Period[]): Days {
  const known = { from: calendar.first + margin, until: Math.min(calendar.last - margin, farOff) };
  return common(common(known, life), daysOf(...periods));
}
