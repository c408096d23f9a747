import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Section } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { common, daysOf, isNone } from '../support/days.ts';
import { finding } from '../support/finding.ts';

/**
 * RB3103: an event without an effective date. RB3104: an event at which values are read but that has no reference date.
 */
export function missingDates(context: CheckContext): Diagnostic[] {
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'schedule') return [];
    return section.events.flatMap((event, k) => {
      const pointer = `/sections/${i}/events/${k}`;
      const has = (name: string) => event.dates.some((date) => date.name === name);
      const found: Diagnostic[] = [];
      if (!has('effective')) {
        found.push(
          finding(
            'error',
            'RB3103',
            `\`${event.name}\` does not say when it takes effect`,
            [context.span(pointer)],
            'the effective date is the day from which the new basket counts; versions of rules are chosen by it',
            'add a line `effective: …` under it, for example `effective: trading day after 3rd Friday of month`',
          ),
        );
      }
      if (!has('reference')) {
        const step = context.rulebook.sections.findIndex(
          (s) => readsAt(s, event.name) && !isNone(common(daysOf(s), daysOf(section, event))),
        );
        if (step >= 0) {
          found.push(
            finding(
              'error',
              'RB3104',
              `\`${event.name}\` has no reference date, but values are read at it`,
              [context.span(pointer), context.span(`/sections/${step}`, 'runs at it and reads values')],
              'every value is read as of the reference date of its event',
              'add a line `reference: …` under it, for example `reference: last trading day of previous month`',
            ),
          );
        }
      }
      return found;
    });
  });
}

/** Whether a section runs at an event and surely reads a value there. */
function readsAt(s: Section, event: string): boolean {
  switch (s.section) {
    case 'eligibility':
      return runsAt(s.at, event) && s.rules.length > 0;
    case 'selection':
      return runsAt(s.at, event) && s.rankedBy !== undefined;
    case 'weighting':
      return runsAt(s.at, event) && s.rules.length > 0;
    default:
      return false;
  }
}

function runsAt(at: readonly string[] | undefined, event: string): boolean {
  return at === undefined || at.includes(event);
}
