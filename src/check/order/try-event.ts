import type { OwnCalendars, TimelineEvent, TradingCalendar } from '../../calendar/index.ts';
import type { EventRule } from '../../model/section.ts';
import type { Days } from '../support/days.ts';
import { occasions } from '../support/occasions.ts';

/**
 * An event tried out over all years of its calendar. `always`: the occasions at which something holds whatever is
 * decided.
 */
export type Tried = {
  range: Days;
  count: number;
  calendar: { known(day: number): boolean; isSession(day: number): boolean };
  always(wrong: (one: TimelineEvent) => boolean): TimelineEvent[];
};

/**
 * Works out all dates of an event twice: with the first and with the last day of every window. Throws where a date
 * cannot be told.
 */
export function tryEvent(event: EventRule, range: Days, calendar: TradingCalendar, own?: OwnCalendars): Tried {
  const early = occasions(event, range, calendar, 'first', own);
  const late = occasions(event, range, calendar, 'last', own);
  const onDays = 'dates' in event.occurs || ('every' in event.occurs && event.occurs.every === 'day');
  const key = (one: TimelineEvent) => `${one.year} ${one.month} ${onDays ? one.effective : ''}`;
  const others = new Map(late.map((one) => [key(one), one]));
  return {
    range,
    count: early.length,
    calendar: {
      known: (day) => day >= calendar.first && day <= calendar.last,
      isSession: (day) => calendar.isSession(day),
    },
    always: (wrong) =>
      early.filter((one) => {
        const other = others.get(key(one));
        return wrong(one) && other !== undefined && wrong(other);
      }),
  };
}
