// In: values read as of a named date, and the events at which they are read. Out: values of days that lie after the
// review is announced.
// Never here: market data; what a data set knew when is for the run to hold to.
import { isoDate } from '../../calendar/index.ts';
import { type Diagnostic, isFailure } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { EventRule } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { tryEvent } from '../order/try-event.ts';
import { isNone } from '../support/days.ts';
import { eventRange } from '../support/event-range.ts';
import { finding } from '../support/finding.ts';
import { calendarOf, lifeOf } from '../support/life.ts';
import { childrenOf } from '../walk/children.ts';
import { sitesOf } from '../walk/sites.ts';
import { dailyValue } from './daily-values.ts';

type HeldEvent = { event: EventRule; pointer: string; late: ReadonlyMap<string, string> };

/** RB3201: a daily value as of a date that comes after the announcement, or without one the effective date. */
export function checkLookahead(context: CheckContext): Diagnostic[] {
  const asked = sitesOf(context.rulebook).flatMap((site) => {
    const section = context.rulebook.sections[Number(site.pointer.split('/')[2])];
    const bound =
      section !== undefined && ['eligibility', 'selection', 'weighting', 'limits'].includes(section.section);
    const at = bound && 'at' in section ? section.at : undefined;
    return bound ? asOfIn(site.expression, site.pointer).map((found) => ({ ...found, at })) : [];
  });
  if (asked.length === 0) return [];
  const events = heldEvents(context, new Set(asked.map((one) => one.e.date)));
  return asked.flatMap(({ e, pointer, at }) => {
    const value = dailyValue(e.value, context.rulebook);
    if (value === undefined) return [];
    const held = events.find(({ event, late }) => (at === undefined || at.includes(event.name)) && late.has(e.date));
    if (held === undefined) return [];
    const cutOff = held.event.dates.some((date) => date.name === 'announce') ? 'announce' : 'effective';
    const dateIndex = held.event.dates.findIndex((date) => date.name === e.date);
    return finding(
      'error',
      'RB3201',
      `\`${value}\` as of \`${e.date}\` is not known at \`${cutOff}\` of \`${held.event.name}\``,
      [
        context.span(pointer, `read as of \`${e.date}\``),
        context.span(`${held.pointer}/dates/${dateIndex}`, held.late.get(e.date)),
      ],
      'a review may rest only on what is known when it is announced; a rule that looks ahead cannot be followed by anyone',
      `read it as of \`reference\`, or of another date that is not after \`${cutOff}\``,
    );
  });
}

function asOfIn(e: Expression, pointer: string): { e: Expression & { kind: 'as of' }; pointer: string }[] {
  const inside = childrenOf(e).flatMap(([step, child]) => asOfIn(child, `${pointer}${step}`));
  return e.kind === 'as of' ? [{ e, pointer }, ...inside] : inside;
}

/**
 * The events of the rulebook, with those of the dates asked for that come after the cut-off, and the first time they
 * do.
 */
function heldEvents(context: CheckContext, asked: ReadonlySet<string>): HeldEvent[] {
  const calendar = calendarOf(context.rulebook, context.calendars);
  if (calendar === undefined) return [];
  const life = lifeOf(context.rulebook);
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'schedule') return [];
    return section.events.flatMap((event, k): HeldEvent[] => {
      const range = eventRange(calendar, life, section, event);
      if (isNone(range)) return [];
      try {
        const tried = tryEvent(event, range, calendar, context.calendars);
        const cutOff = event.dates.some((date) => date.name === 'announce') ? 'announce' : 'effective';
        const late = new Map<string, string>();
        for (const name of asked) {
          const wrong = tried.always((one) => (one.dates[name] ?? Number.NaN) > (one.dates[cutOff] ?? Number.NaN))[0];
          if (wrong !== undefined) {
            late.set(name, `${isoDate(wrong.dates[name]!)}, while \`${cutOff}\` is ${isoDate(wrong.dates[cutOff]!)}`);
          }
        }
        return [{ event, pointer: `/sections/${i}/events/${k}`, late }];
      } catch (error) {
        // What is wrong with the dates themselves is told where they are checked.
        if (isFailure(error)) return [];
        throw error;
      }
    });
  });
}
