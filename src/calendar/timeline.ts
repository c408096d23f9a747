import { calendarFailure } from './calendar-failure.ts';
import { checkSchedule } from './check-schedule.ts';
import { epochDay } from './epoch-day.ts';
import { effectiveBounds, eventDates, type Occasion, type TimelineContext } from './event-dates.ts';
import type { EventSchedule } from './event-schedule.ts';
import { monthOf } from './month.ts';

/**
 * One event with all its dates, as epoch days. `year` and `month` are those it is named after, which `effective` may
 * leave.
 */
export type TimelineEvent = {
  event: string;
  year: number;
  month: number;
  dates: Record<string, number>;
  effective: number;
};

/** No date rule of a sound schedule leads further from the event's month than this many years. */
const mostYears = 200;

/**
 * Every event whose effective date lies from `range.from` to `range.to` (epoch days, both included) and within the
 * schedule's own bounds, in the order of the effective dates. An event belongs by its effective date, whatever month or
 * year it is named after. Throws a failure (RB380…) for an unsound schedule, and for an event whose dates cannot be
 * found.
 */
export function timeline(
  schedule: EventSchedule,
  range: { from: number; to: number },
  context: TimelineContext,
): TimelineEvent[] {
  checkSchedule(schedule);
  const from = Math.max(range.from, schedule.from === undefined ? range.from : epochDay(schedule.from));
  const to = Math.min(range.to, schedule.until === undefined ? range.to : epochDay(schedule.until));
  if (to < from) return [];
  const events: TimelineEvent[] = [];
  for (const occasion of occasions(schedule, from, to, context)) {
    const dates = eventDates(schedule, occasion, context);
    const effective = dates.effective!;
    if (effective < from || effective > to) continue;
    events.push({ event: schedule.name, year: occasion.year, month: occasion.month, dates, effective });
  }
  return events.sort((a, b) => a.effective - b.effective || a.year - b.year || a.month - b.month);
}

/** The occasions that may become effective from one day to another; more than do, but none too few. */
function* occasions(schedule: EventSchedule, from: number, to: number, context: TimelineContext): Generator<Occasion> {
  const { every } = schedule;
  const place = (occasion: Occasion): -1 | 0 | 1 => {
    const bounds = effectiveBounds(schedule, occasion, context);
    return bounds.last < from ? -1 : bounds.first > to ? 1 : 0;
  };
  if ('dates' in every) {
    for (const date of new Set(every.dates)) {
      const occasion = onDay(epochDay(date));
      if (place(occasion) === 0) yield occasion;
    }
    return;
  }
  // A later occasion never becomes effective before an earlier one of the same kind, so the search may stop at the
  // first that lies outside on either side.
  if ('daily' in every) {
    const { first, last } = context.calendar;
    const days = context.calendar.sessionsBetween(first, last);
    let start = days.findIndex((day) => day >= from);
    if (start < 0) start = days.length;
    for (let i = start; i < days.length; i++) {
      const occasion = onDay(days[i]!);
      const where = place(occasion);
      if (where === 1) break;
      if (where === 0) yield occasion;
    }
    for (let i = start - 1; i >= 0; i--) {
      const occasion = onDay(days[i]!);
      const where = place(occasion);
      if (where === -1) break;
      if (where === 0) yield occasion;
    }
    return;
  }
  const start = monthOf(from).year;
  for (const month of new Set(every.months)) {
    for (let year = start; ; year++) {
      const where = place({ year, month });
      if (where === 1) break;
      if (where === 0) yield { year, month };
      if (year - start > mostYears) throw fixed(schedule);
    }
    for (let year = start - 1; ; year--) {
      const where = place({ year, month });
      if (where === -1) break;
      if (where === 0) yield { year, month };
      if (start - year > mostYears) throw fixed(schedule);
    }
  }
}

function onDay(day: number): Occasion {
  const { year, month } = monthOf(day);
  return { year, month, day };
}

function fixed(schedule: EventSchedule) {
  return calendarFailure(
    'badSchedule',
    `\`${schedule.name}\` recurs, but its date \`effective\` does not move with the year`,
    'find it from the month of the event, or list the dates of the event',
  );
}
