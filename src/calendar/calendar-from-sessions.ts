import { calendarFailure } from './calendar-failure.ts';
import { isoDate } from './iso-date.ts';
import type { TradingCalendar } from './trading-calendar.ts';

/**
 * A calendar of the given session days (epoch days, in any order, doubles allowed). It knows about the days of
 * `coverage` (first and last epoch day); without it, about those from the first session to the last.
 */
export function calendarFromSessions(
  id: string,
  days: Iterable<number>,
  coverage?: { first: number; last: number },
): TradingCalendar {
  const sessions = inOrder(Int32Array.from(days));
  if (sessions.length === 0 && coverage === undefined) {
    throw calendarFailure(
      'badDate',
      `the calendar ${id} has no sessions`,
      'give it at least one day on which there is trading',
    );
  }
  const first = coverage?.first ?? sessions[0]!;
  const last = coverage?.last ?? sessions[sessions.length - 1]!;
  if (sessions.length > 0 && (sessions[0]! < first || sessions[sessions.length - 1]! > last)) {
    throw calendarFailure(
      'outsideCoverage',
      `the calendar ${id} has sessions outside ${isoDate(first)} to ${isoDate(last)}`,
      'widen the dates it covers, or leave those sessions out',
    );
  }
  // before[i] is the number of sessions before day first + i, so every question is one or two look-ups.
  const before = new Int32Array(last - first + 2);
  let next = 0;
  for (let i = 0; i <= last - first; i++) {
    before[i] = next;
    if (sessions[next] === first + i) next++;
  }
  before[last - first + 1] = next;

  const outside = (day: number) =>
    calendarFailure(
      'outsideCoverage',
      `${isoDate(day)} is outside the calendar ${id}, which covers ${isoDate(first)} to ${isoDate(last)}`,
      'choose dates inside those years, or use a calendar that covers the date',
      'on a day that no calendar knows, trading or not would be a guess',
    );
  const rankOf = (day: number): number => {
    if (!(day >= first && day <= last + 1)) throw outside(day);
    return before[day - first]!;
  };
  const sessionAt = (index: number, from: number): number => {
    const day = sessions[index];
    if (day !== undefined) return day;
    throw calendarFailure(
      'outsideCoverage',
      `counting sessions from ${isoDate(from)} runs past the calendar ${id}, which covers ${isoDate(first)} to ${isoDate(last)}`,
      'choose dates inside those years, or use a calendar that covers more',
      'on a day that no calendar knows, trading or not would be a guess',
    );
  };
  const known = (day: number): number => {
    if (!(day >= first && day <= last)) throw outside(day);
    return day;
  };
  return {
    id,
    first,
    last,
    isSession: (day) => sessions[rankOf(known(day))] === day,
    sessionsBetween: (from, to) =>
      to < from ? new Int32Array(0) : sessions.slice(rankOf(known(from)), rankOf(known(to) + 1)),
    shift: (day, count) => {
      if (count === 0) return known(day);
      // Sessions before a day do not need the day itself, so counting may start one day outside.
      if (count < 0) return sessionAt(rankOf(day) + count, day);
      if (day === first - 1) return sessionAt(count - 1, day);
      return sessionAt(rankOf(known(day) + 1) + count - 1, day);
    },
    onOrAfter: (day) => sessionAt(rankOf(known(day)), day),
    onOrBefore: (day) => sessionAt(rankOf(known(day) + 1) - 1, day),
  };
}

/** Days in order, each once. */
function inOrder(days: Int32Array): Int32Array {
  // They come so from a calendar's rules, and then there is nothing to do.
  for (let i = 1; i < days.length; i++) if (days[i]! <= days[i - 1]!) return new Int32Array(new Set(days.sort()));
  return days;
}
