import type { Named } from '../model/section.ts';
import type { Period } from '../model/rulebook.ts';
import type { PlanRule } from './plan.ts';

/** The days on which both periods hold. */
export function bothPeriods(a: Period, b: Period): Period {
  const from = [a.from, b.from]
    .filter((d) => d !== undefined)
    .sort()
    .at(-1);
  const until = [a.until, b.until]
    .filter((d) => d !== undefined)
    .sort()
    .at(0);
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** Name, validity and place of a rule; the validity of its section bounds it. */
export function ruleHead(rule: Named, section: Period, pointer: string): PlanRule {
  return { name: rule.name, ...bothPeriods(section, rule), pointer };
}

/** The parts of an object that are there: those that are undefined are left out. */
export function present<T extends Record<string, unknown>>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
