import { dateText } from '../model/words/date-text.ts';
import { eventWords } from '../model/words/rule-words.ts';
import type { Plan, PlanEvent, PlanRule } from './plan.ts';
import { asWritten } from './print-expression.ts';
import { validity } from './validity.ts';

/** An event with its dates and the steps that run at it, in their order, as lines of text. */
export function describeEvent(event: PlanEvent, plan: Plan): string[] {
  const runs = <T extends PlanRule & { at?: string[] }>(rules: T[]) =>
    rules.filter((r) => r.at === undefined || r.at.includes(event.name));
  const steps = [
    ['eligibility', runs(plan.screens)],
    ['selection', runs(plan.selections)],
    ['weighting', runs(plan.weightings)],
    ['limits', runs(plan.limits)],
  ] as const;
  return [
    `${event.name}: ${eventWords(event, asWritten)}${validity(event)}`,
    ...event.dates.map(
      (d) => `  ${d.name}: ${d.rule.op === 'decided' ? 'decided' : dateText(d.rule)}${validity(d, event)}`,
    ),
    ...steps.flatMap(([step, rules]) =>
      rules.length === 0 ? [] : [`  then ${step}: ${rules.map((r) => `${r.name}${validity(r, event)}`).join('; ')}`],
    ),
  ];
}
