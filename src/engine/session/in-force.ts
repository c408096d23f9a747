import { epochDay, isoDate } from '../../calendar/index.ts';
import { failure } from '../../diagnostics/index.ts';
import { inForce as ruleInForce } from '../../plan/in-force.ts';
import type { PlanRule } from '../../plan/plan.ts';
import type { Versions } from './session.ts';

const days = new Map<string, number>();

/** The epoch day of an ISO date, remembered. */
export function dayOfText(text: string): number {
  let day = days.get(text);
  if (day === undefined) {
    day = epochDay(text);
    days.set(text, day);
  }
  return day;
}

/** Whether a rule is in force on an epoch day. */
export const inForce = (rule: { from?: string; until?: string }, day: number): boolean =>
  ruleInForce(rule, day, dayOfText);

/** Whether a rule runs at an event that becomes effective on a day. */
export function runsAt(rule: PlanRule & { at?: string[] }, event: string, day: number): boolean {
  return inForce(rule, day) && (rule.at === undefined || rule.at.includes(event));
}

/** A look-up of rules by name and day. */
export function versionsOf<Rule extends PlanRule>(rules: Rule[]): Versions<Rule> {
  const byName = new Map<string, Rule[]>();
  for (const rule of rules) byName.set(rule.name, [...(byName.get(rule.name) ?? []), rule]);
  return (name, day) => byName.get(name)?.find((rule) => inForce(rule, day));
}

/** The rule of a name in force on a day; a failure (RB7001) where there is none. */
export function inForceName<Rule>(versions: Versions<Rule>, name: string, day: number, what: string): Rule {
  const rule = versions(name, day);
  if (rule !== undefined) return rule;
  throw failure({
    code: 'RB7001',
    severity: 'error',
    message: `no version of the ${what} \`${name}\` is in force on ${isoDate(day)}`,
    spans: [],
    why: 'a rule that runs on that day uses it',
    help: 'give a version a period that holds the day, or bound the rule that uses it',
  });
}
