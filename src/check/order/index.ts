// In: the events of a rulebook and the calendar of the index. Out: dates that are missing, fall out of order, on closed
// days, or nowhere.
// Never here: decisions or market data.
import { calendarCodes, calendarNames, micOf, weekdaysId } from '../../calendar/index.ts';
import { type Diagnostic, isFailure } from '../../diagnostics/index.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import type { CheckContext } from '../context.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { isNone } from '../support/days.ts';
import { eventRange } from '../support/event-range.ts';
import { finding } from '../support/finding.ts';
import { calendarOf, lifeOf } from '../support/life.ts';
import { closedBase } from './closed-base.ts';
import { datesInOrder } from './dates-in-order.ts';
import { missingDates } from './missing-dates.ts';
import { tryEvent } from './try-event.ts';

/** Everything about the dates of events: RB3101 to RB3106, and what calendars say of a date rule (RB38…). */
export function checkOrder(context: CheckContext): Diagnostic[] {
  return [...missingDates(context), ...unknownCalendars(context), ...triedOut(context), ...closedBase(context)];
}

function triedOut(context: CheckContext): Diagnostic[] {
  const calendar = calendarOf(context.rulebook, context.calendars);
  if (calendar === undefined) return [];
  const life = lifeOf(context.rulebook);
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'schedule') return [];
    return section.events.flatMap((event, k): Diagnostic[] => {
      const pointer = `/sections/${i}/events/${k}`;
      const range = eventRange(calendar, life, section, event);
      if (isNone(range)) return [];
      try {
        return datesInOrder(context, event, pointer, tryEvent(event, range, calendar, context.calendars));
      } catch (error) {
        return isFailure(error) ? told(context, error.diagnostics, pointer) : raise(error);
      }
    });
  });
}

/**
 * Findings of the calendar get the place of the event. What names and decisions are about is told elsewhere, and years
 * that no calendar knows are no mistake.
 */
function told(context: CheckContext, diagnostics: readonly Diagnostic[], pointer: string): Diagnostic[] {
  const elsewhere: string[] = [
    calendarCodes.outsideCoverage,
    calendarCodes.unknownDate,
    calendarCodes.missingDecision,
    calendarCodes.badDecision,
    calendarCodes.unknownCalendar,
  ];
  // So are two dates of one name: two versions of it at one time (RB3001).
  const twice = (d: Diagnostic) => / has two dates called /.test(d.message);
  return diagnostics
    .filter((d) => !elsewhere.includes(d.code) && !twice(d))
    .map((d) => ({ ...d, spans: [context.span(pointer)] }));
}

function raise(error: unknown): never {
  throw error;
}

/**
 * RB3105: a calendar that is not built in, and so must come with the data set; an error where that is known and has
 * none.
 */
function unknownCalendars(context: CheckContext): Diagnostic[] {
  const { calendars } = context;
  const known = new Set([...calendarNames(), weekdaysId, ...(calendars?.keys() ?? [])]);
  return calendarsNamed(context.rulebook)
    .filter(({ name }) => !known.has(name))
    .map(({ name, pointer }) => {
      const near = micOf(name) ?? nearest(name, known);
      const own = 'give its sessions in the data set, and name that with `--data FOLDER`';
      return finding(
        calendars === undefined ? 'info' : 'error',
        'RB3105',
        calendars === undefined
          ? `\`${name}\` is not a built-in calendar, so the dates of events could not be tried out`
          : `\`${name}\` is neither a built-in calendar nor one of the data set`,
        [context.span(pointer)],
        'a calendar that is not built in has to come with the data set',
        near === undefined
          ? `name an exchange by its MIC, such as \`XNYS\`, or ${own}`
          : `Did you mean \`${near}\`? Otherwise ${own}`,
      );
    });
}

/** Every calendar that a rulebook names, by its first place. */
function calendarsNamed({ sections }: Rulebook): { name: string; pointer: string }[] {
  const found = new Map<string, string>();
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { op, mic } = value as { op?: unknown; mic?: unknown };
    if (op === 'calendar' && typeof mic === 'string' && !found.has(mic)) found.set(mic, pointer);
    for (const inner of Object.values(value)) visit(inner, pointer);
  };
  for (const [i, section] of sections.entries()) {
    if (section.section === 'index') visit(section.calendar, `/sections/${i}/calendar`);
    if (section.section !== 'schedule') continue;
    for (const [k, event] of section.events.entries())
      for (const [j, date] of event.dates.entries()) visit(date.rule, `/sections/${i}/events/${k}/dates/${j}`);
  }
  return [...found].map(([name, pointer]) => ({ name, pointer }));
}
