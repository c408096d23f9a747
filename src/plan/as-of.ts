import type { Plan, PlanRule } from './plan.ts';
import { planHash } from './plan-hash.ts';

/**
 * The plan with only the versions in force on a day (ISO date). Its hash is its own: two days on which the same rules hold have the same.
 */
export function asOf(plan: Plan, date: string): Plan {
  const inForce = <T extends PlanRule>(rules: T[]): T[] =>
    rules.filter((r) => (r.from === undefined || r.from <= date) && (r.until === undefined || date <= r.until));
  const kept: Plan = {
    ...plan,
    universe: inForce(plan.universe),
    groups: inForce(plan.groups),
    measures: inForce(plan.measures),
    rankings: inForce(plan.rankings),
    screens: inForce(plan.screens),
    selections: inForce(plan.selections).map((s) => ({ ...s, tiers: inForce(s.tiers) })),
    weightings: inForce(plan.weightings),
    limits: inForce(plan.limits).map((block) => ({ ...block, stages: inForce(block.stages) })),
    events: inForce(plan.events).map((event) => ({ ...event, dates: inForce(event.dates) })),
    discretions: inForce(plan.discretions),
    policies: inForce(plan.policies),
    level: { ...plan.level, versions: inForce(plan.level.versions) },
  };
  return { ...kept, hash: planHash(kept) };
}
