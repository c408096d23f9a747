import { epochDay, isoDate } from '../../calendar/index.ts';
import type { Period } from '../../model/rulebook.ts';

/** A stretch of days as epoch days, both included; infinite where it has no bound. */
export type Days = { from: number; until: number };

export const always: Days = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/** The days on which all of these periods are in force; none where `until` comes before `from`. */
export function daysOf(...periods: (Period | undefined)[]): Days {
  return periods.reduce<Days>(
    (days, period) =>
      common(days, { from: day(period?.from) ?? always.from, until: day(period?.until) ?? always.until }),
    always,
  );
}

/**
 * The epoch day of an ISO date; undefined where there is none, or it is no date (which the reader of rulebooks tells).
 */
export function day(iso: string | undefined): number | undefined {
  if (iso === undefined) return undefined;
  try {
    return epochDay(iso);
  } catch {
    return undefined;
  }
}

/** The days that are in both; none where `until` comes before `from`. */
export function common(a: Days, b: Days): Days {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
}

export function isNone(days: Days): boolean {
  return days.until < days.from || days.until === always.from || days.from === always.until;
}

/** The days of `whole` that are in none of `parts`, in order. */
export function without(whole: Days, parts: readonly Days[]): Days[] {
  const left: Days[] = [];
  let from = whole.from;
  for (const part of [...parts].filter((p) => !isNone(p)).sort((a, b) => a.from - b.from)) {
    if (part.from > from) left.push({ from, until: Math.min(part.from - 1, whole.until) });
    from = Math.max(from, part.until + 1);
  }
  if (from <= whole.until) left.push({ from, until: whole.until });
  return left.filter((days) => !isNone(days));
}

/** Days in words: `on 2024-06-24`, `from 2024-06-24 to 2024-09-22`, `until …`, `from … on`, `at all times`. */
export function daysText({ from, until }: Days): string {
  if (from === until) return `on ${isoDate(from)}`;
  if (from === always.from) return until === always.until ? 'at all times' : `until ${isoDate(until)}`;
  return until === always.until ? `from ${isoDate(from)} on` : `from ${isoDate(from)} to ${isoDate(until)}`;
}
