/** The weekdays of the three years, ISO text, ascending. */
export const DAYS: readonly string[] = weekdays('2022-01-03', '2024-12-31');

export type Exchange = 'NHVX' | 'SLMX';

/** Weekdays on which an exchange is closed. They never fall on the same day, so one of the two is always open. */
const CLOSED: Record<Exchange, (monthDay: string) => boolean> = {
  NHVX: (monthDay) => ['01-02', '04-18', '10-09', '12-25'].includes(monthDay),
  SLMX: (monthDay) => ['01-06', '05-08', '06-24', '12-26'].includes(monthDay),
};

/** The sessions that the exchanges have announced, in the columns of the sessions table: those of the three years, the year before and two years ahead. */
export function sessions(): { calendar: string; date: string }[] {
  const days = weekdays('2021-01-01', '2026-12-31');
  return (['NHVX', 'SLMX'] as const).flatMap((calendar) =>
    days.filter((date) => isOpen(calendar, date)).map((date) => ({ calendar, date })),
  );
}

/** Whether an exchange trades on a weekday. */
export function isOpen(exchange: Exchange, day: string): boolean {
  return !CLOSED[exchange](day.slice(5));
}

/** Index in {@link DAYS} of a day, which must be one of them. */
export function dayIndex(day: string): number {
  const at = DAYS.indexOf(day);
  if (at < 0) throw new Error(`${day} is not a weekday of the starter market`);
  return at;
}

function weekdays(first: string, last: string): string[] {
  const days: string[] = [];
  let day = Temporal.PlainDate.from(first);
  while (day.toString() <= last) {
    if (day.dayOfWeek <= 5) days.push(day.toString());
    day = day.add({ days: 1 });
  }
  return days;
}
