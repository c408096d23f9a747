import { epochDay } from '../calendar/index.ts';
import { inForce } from './in-force.ts';
import type { Plan, PlanRule } from './plan.ts';
import { planHash } from './plan-hash.ts';

/**
 * The plan with only the versions in force on a day (ISO date). Its hash is its own: two days on which the same rules
 * hold have the same.
 */
export function asOf(plan: Plan, date: string): Plan {
  const day = epochDay(date);
  const kept = <T extends PlanRule>(rules: T[]): T[] => rules.filter((rule) => inForce(rule, day));
  const then: Plan = {
    ...plan,
    universe: kept(plan.universe),
    groups: kept(plan.groups),
    measures: kept(plan.measures),
    rankings: kept(plan.rankings),
    screens: kept(plan.screens),
    selections: kept(plan.selections).map((s) => ({ ...s, tiers: kept(s.tiers) })),
    weightings: kept(plan.weightings),
    limits: kept(plan.limits).map((block) => ({ ...block, stages: kept(block.stages) })),
    events: kept(plan.events).map((event) => ({ ...event, dates: kept(event.dates) })),
    discretions: kept(plan.discretions),
    policies: kept(plan.policies),
    level: { ...plan.level, versions: kept(plan.level.versions) },
  };
  return { ...then, hash: planHash(then) };
}
