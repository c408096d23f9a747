import type { PlanTier } from '../plan/plan.ts';
import { isoDate } from '../calendar/index.ts';
import { scopeOf } from './context.ts';
import { entityOf } from './entity.ts';
import { add, chosenInOrder, type Picking, remove, walks } from './picking.ts';
import { isConstituent } from './sets.ts';
import { countOf, membershipOf, satisfies } from './tier.ts';
import { warn } from './warnings.ts';

/**
 * `balance to N`: too many, and the lowest ranked selected constituents go (then the lowest ranked of all); too few,
 * and the highest ranked others come that were not dropped.
 */
export function balance(picking: Picking, tier: PlanTier): void {
  const everyone = [...picking.order, ...chosenInOrder(picking).filter((member) => !picking.order.includes(member))];
  for (const { group, members } of walks(picking, tier.within, everyone)) {
    const target = countOf(picking, tier, group, tier.upTo)!;
    const selected = () => members.filter((member) => picking.chosen.has(member));
    while (target.lt(selected().length)) {
      const lowest = selected().findLast((member) => isIncumbent(picking, member)) ?? selected().at(-1)!;
      remove(picking, lowest, tier);
    }
    for (const member of members) {
      if (target.lte(selected().length)) break;
      if (picking.chosen.has(member) || picking.dropped.has(member) || !satisfies(picking, tier, member)) continue;
      add(picking, member, tier, membershipOf(picking, tier, member));
    }
    if (target.gt(selected().length)) {
      const example = `${picking.selection.set} ${tier.name} ${isoDate(picking.review.effective)}: ${selected().length} of ${target}`;
      warn(picking.review.warnings, 'RB7105', 'a selection could not reach its number', example);
    }
  }
}

function isIncumbent({ review, selection }: Picking, member: number): boolean {
  return isConstituent(undefined, scopeOf(review), entityOf(selection.of, member));
}
