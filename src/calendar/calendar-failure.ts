import { failure, type RulebookFailure } from '../diagnostics/index.ts';

/** What can go wrong with a calendar or a date rule, with the code each has everywhere. */
export const calendarCodes = {
  /** Not a date of the form 2026-06-22, or no such day. */
  badDate: 'RB3800',
  /** No calendar of that name. */
  unknownCalendar: 'RB3801',
  /** The date lies outside the years a calendar covers. */
  outsideCoverage: 'RB3802',
  /** A month has no such day, for example no fifth Friday. */
  noSuchDay: 'RB3803',
  /** A count or a month that has no meaning, for example the 0th trading day. */
  badCount: 'RB3804',
  /** A date is spoken of that the event does not have. */
  unknownDate: 'RB3805',
  /** Dates that are defined by each other. */
  dateCycle: 'RB3806',
  /** A date chosen by decision lies outside its window, or is not a day of the kind asked for. */
  badDecision: 'RB3807',
  /** A date has to be chosen by decision and nobody has. */
  missingDecision: 'RB3808',
  /** A schedule that cannot give events. */
  badSchedule: 'RB3809',
} as const;

export type CalendarProblem = keyof typeof calendarCodes;

/**
 * Makes a failure about a date or a calendar, to be thrown. It carries one finding without a place;
 * the caller that knows the place in the rulebook adds the span.
 */
export function calendarFailure(
  problem: CalendarProblem,
  message: string,
  help: string,
  why?: string,
): RulebookFailure {
  return failure({
    code: calendarCodes[problem],
    severity: 'error',
    message,
    spans: [],
    ...(why === undefined ? {} : { why }),
    help,
  });
}
