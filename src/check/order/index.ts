// In: the events of a rulebook and the calendar of the index. Out: dates that are missing, fall out of order, on closed days, or nowhere.
// Never here: decisions or market data.
import { calendarCodes, calendarNames, weekdaysId } from '../../calendar/index.ts';
import { type Diagnostic, isFailure } from '../../diagnostics/index.ts';
import type { CalendarExpr } from '../../model/rulebook.ts';
import type { CheckContext } from '../context.ts';
import { nearestName } from '../names/nearest-name.ts';
import { isNone } from '../support/days.ts';
import { eventRange } from '../support/event-range.ts';
import { finding } from '../support/finding.ts';
import { calendarOf, lifeOf } from '../support/life.ts';
import { datesInOrder } from './dates-in-order.ts';
import { missingDates } from './missing-dates.ts';
import { tryEvent } from './try-event.ts';

/** Everything about the dates of events: RB3101 to RB3105, and what calendars say of a date rule (RB38…). */
export function checkOrder(context: CheckContext): Diagnostic[] {
  return [...missingDates(context), ...unknownCalendars(context), ...triedOut(context)];
}

function triedOut(context: CheckContext): Diagnostic[] {
  const calendar = calendarOf(context.rulebook);
  if (calendar === undefined) return [];
  const life = lifeOf(context.rulebook);
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'schedule') return [];
    return section.events.flatMap((event, k): Diagnostic[] => {
      const pointer = `/sections/${i}/events/${k}`;
      const range = eventRange(calendar, life, section, event);
      if (isNone(range)) return [];
      try {
        return datesInOrder(context, event, pointer, tryEvent(event, range, calendar));
      } catch (error) {
        return isFailure(error) ? told(context, error.diagnostics, pointer) : raise(error);
      }
    });
  });
}

/** Findings of the calendar get the place of the event. What names and decisions are about is told elsewhere, and years that no calendar knows are no mistake. */
function told(context: CheckContext, diagnostics: readonly Diagnostic[], pointer: string): Diagnostic[] {
  const elsewhere: string[] = [
    calendarCodes.outsideCoverage,
    calendarCodes.unknownDate,
    calendarCodes.missingDecision,
    calendarCodes.badDecision,
    calendarCodes.unknownCalendar,
  ];
  return diagnostics.filter((d) => !elsewhere.includes(d.code)).map((d) => ({ ...d, spans: [context.span(pointer)] }));
}

function raise(error: unknown): never {
  throw error;
}

/** RB3105: a calendar that is not built in, and so must come with the data set. */
function unknownCalendars(context: CheckContext): Diagnostic[] {
  const known = new Set([...calendarNames(), weekdaysId]);
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'index' || section.calendar === undefined) return [];
    return namesIn(section.calendar)
      .filter((name) => !known.has(name))
      .map((name) => {
        const near = nearestName(name, known);
        return finding(
          'info',
          'RB3105',
          `\`${name}\` is not a built-in calendar, so the dates of events could not be tried out`,
          [context.span(`/sections/${i}/calendar`)],
          'a calendar that is not built in has to come with the data set',
          near === undefined
            ? 'name an exchange by its MIC, such as `XNYS`, or give the sessions in the data set'
            : `did you mean \`${near}\`? otherwise give the sessions in the data set`,
        );
      });
  });
}

function namesIn(expr: CalendarExpr): string[] {
  return expr.op === 'calendar' ? [expr.mic] : [...namesIn(expr.left), ...namesIn(expr.right)];
}
