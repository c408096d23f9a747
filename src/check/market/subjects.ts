import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Decision, Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { takersOf } from './decision-takers.ts';
import { isTakenUp, placeOf } from './decisions.ts';

/** RB5113: a decision, taken up by an event, about someone whom the data set does not have; a run stops there (RB7206). */
export function checkSubjects(context: CheckContext, market: Market): Diagnostic[] {
  const takers = takersOf(context.rulebook);
  const symbols = new Map<number, Set<string>>();
  const symbolsOn = (day: number) => {
    const known = symbols.get(day) ?? new Set(market.lines.ids.map((_, line) => market.symbolOf(line, day)));
    symbols.set(day, known);
    return known;
  };
  // What was decided before the data begin enters no run.
  const reached = market.decisions.filter((decision) => decision.date >= (market.days[0] ?? 0));
  return reached.flatMap((decision) =>
    named(decision)
      .filter((name) => !market.lines.index.has(name) && !market.companies.index.has(name))
      .filter((name) => !symbolsOn(decision.date).has(name) && isTakenUp(decision, takers, context, market))
      .map((name) => {
        const { event, action, date, row } = decision;
        const near = nearest(name, [...symbolsOn(date), ...market.lines.ids, ...market.companies.ids]);
        const pointer = takers.events.get(event)?.[0]?.pointer ?? takers.steps.get(event)?.[0]?.pointer;
        return finding(
          'error',
          'RB5113',
          `\`${name}\` of the decision \`${action}\` for \`${event}\` on ${isoDate(date)} (row ${row}) is no line, no symbol of that day and no company`,
          [context.span(pointer ?? takers.policies.get(event)?.pointer ?? placeOf(context))],
          'a run stops on that day',
          near === undefined
            ? 'write the identifier of a line or company of the data set, or the symbol that the line has on that day'
            : `did you mean \`${near}\`?`,
        );
      }),
  );
}

/** Whom a decision is about, as written. */
function named({ action, field, subject, value }: Decision): string[] {
  if (action === 'add' || action === 'remove') return [subject ?? ''];
  return action === 'set' && field === 'replaces' ? [subject ?? '', value ?? ''] : [];
}
