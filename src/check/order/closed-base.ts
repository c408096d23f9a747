import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { day } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { calendarOf } from '../support/life.ts';

/** RB3106: a base date on which the index calendar has no session. A level with a stated divisor begins elsewhere. */
export function closedBase(context: CheckContext): Diagnostic[] {
  const calendar = calendarOf(context.rulebook, context.calendars);
  const i = context.rulebook.sections.findIndex((s) => s.section === 'level');
  const level = context.rulebook.sections[i];
  if (calendar === undefined || level?.section !== 'level' || level.divisor !== undefined) return [];
  const base = day(level.base.date);
  if (base === undefined || base <= calendar.first || base >= calendar.last || calendar.isSession(base)) return [];
  const [before, after] = [nearby(base, -1), nearby(base, 1)];
  return [
    finding(
      'error',
      'RB3106',
      `the base date ${level.base.date} is no trading day of the index`,
      [context.span(`/sections/${i}/base`)],
      'a level begins with prices of its base date, and on a closed day there are none',
      `write ${[before, after].flatMap((d) => (d === undefined ? [] : `\`base ${level.base.value} on ${isoDate(d)}\``)).join(' or ')}`,
    ),
  ];

  function nearby(from: number, step: 1 | -1): number | undefined {
    for (let at = from + step; at >= calendar!.first && at <= calendar!.last; at += step)
      if (calendar!.isSession(at)) return at;
    return undefined;
  }
}
