/** The days of the week in ISO order: Monday is at 0. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export type Weekday = (typeof weekdays)[number];

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: number): number {
  // Day 0, 1970-01-01, was a Thursday; the double remainder keeps days before it positive.
  return (((day + 3) % 7) + 7) % 7;
}

/** The name of the day of the week of an epoch day. */
export function weekdayOf(day: number): Weekday {
  return weekdays[weekdayIndex(day)]!;
}
