import type { Plan, PlanLevelVersion, PlanUniverse } from './plan.ts';

/** The currency that all lines trade in, where every version of the universe says the same. */
export function pricedInAlways({ universe }: Plan): string | undefined {
  const currencies = new Set(universe.map((version) => version.pricedIn));
  return currencies.size === 1 ? [...currencies][0] : undefined;
}

/**
 * The version of the universe on a day (`inForce` tells whether a rule is); undefined where a plan has none, and every
 * line counts.
 */
export function universeOn(plan: Plan, inForce: (rule: PlanUniverse) => boolean): PlanUniverse | undefined {
  return only(plan.universe, inForce);
}

/** The version of the level on a day (`inForce` tells whether a rule is). */
export function levelOn(plan: Plan, inForce: (rule: PlanLevelVersion) => boolean): PlanLevelVersion {
  const version = only(plan.level.versions, inForce);
  if (version === undefined) throw new Error('the versions of the level were not checked');
  return version;
}

/** Static checks see to it that a version is in force on every day that counts. */
function only<Rule extends { from?: string; until?: string }>(
  versions: Rule[],
  inForce: (rule: Rule) => boolean,
): Rule | undefined {
  const [first, second] = versions;
  if (second === undefined && first?.from === undefined && first?.until === undefined) return first;
  return versions.find(inForce);
}
