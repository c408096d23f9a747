import type { Rulebook } from '../../model/rulebook.ts';
import type { EventRule } from '../../model/section.ts';
import { common, type Days, daysOf } from '../support/days.ts';

/** Where decisions of a data set can enter a rulebook, by the names that they give. */
export type Takers = {
  events: Map<string, { event: EventRule; days: Days; pointer: string }[]>;
  /** Steps of selections. `decided`: whether the step takes decisions; `at`: the events at which it runs, of which all are meant where absent. */
  steps: Map<string, { decided: boolean; at?: string[]; days: Days; pointer: string }[]>;
  /** Policies; `pairs`: whether decisions say who replaces whom. */
  policies: Map<string, { pairs: boolean; pointer: string }>;
  /** Rules about who may decide, with what each is about. */
  discretions: Map<string, { at: string; pointer: string }>;
};

/** Collects them. */
export function takersOf(rulebook: Rulebook): Takers {
  const takers: Takers = { events: new Map(), steps: new Map(), policies: new Map(), discretions: new Map() };
  const add = <T>(to: Map<string, T[]>, name: string, one: T) => to.set(name, [...(to.get(name) ?? []), one]);
  for (const [i, s] of rulebook.sections.entries()) {
    const at = `/sections/${i}`;
    if (s.section === 'schedule')
      for (const [k, event] of s.events.entries())
        add(takers.events, event.name, { event, days: daysOf(s, event), pointer: `${at}/events/${k}` });
    if (s.section === 'selection')
      for (const [k, tier] of s.tiers.entries())
        add(takers.steps, tier.name, {
          decided: tier.action === 'decided',
          ...(s.at === undefined ? {} : { at: s.at }),
          days: common(daysOf(s), daysOf(tier)),
          pointer: `${at}/tiers/${k}`,
        });
    if (s.section === 'maintenance')
      for (const [k, rule] of s.rules.entries())
        takers.policies.set(rule.name, {
          pairs: rule.effects.some((e) => e.effect === 'replace' && e.by === 'entrant takes weight of leaver'),
          pointer: `${at}/rules/${k}`,
        });
    if (s.section === 'discretion')
      for (const [k, rule] of s.rules.entries())
        takers.discretions.set(rule.name, { at: rule.at, pointer: `${at}/rules/${k}` });
  }
  return takers;
}

/** Whether a date of an event is chosen by decision. */
export function isChosen(rule: EventRule['dates'][number]['rule']): boolean {
  return JSON.stringify(rule).includes('"op":"window"') || rule.op === 'decided';
}

/** Whether any decision, whatever it says, could enter the rulebook: that a divisor is set can be said of any. */
export function takesDecisions({ events, steps, policies }: Takers): boolean {
  return (
    [...events.values()]
      .flat()
      .some(({ event }) => 'decided' in event.occurs || event.dates.some((d) => isChosen(d.rule))) ||
    [...steps.values()].flat().some((step) => step.decided) ||
    [...policies.values()].some((policy) => policy.pairs)
  );
}
