import type { PlanLevelVersion, PlanUniverse } from '../../plan/plan.ts';
import { levelOn, universeOn } from '../../plan/versions.ts';
import { inForce } from './in-force.ts';
import type { Session } from './session.ts';

/** The version of the universe at an event that takes effect on a day; undefined where every line counts. */
export function universeAt({ plan }: Session, effective: number): PlanUniverse | undefined {
  return universeOn(plan, (rule) => inForce(rule, effective));
}

/** How the level is published on a day. */
export function levelAt({ plan }: Session, day: number): PlanLevelVersion {
  return levelOn(plan, (rule) => inForce(rule, day));
}
