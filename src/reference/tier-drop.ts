import type { PlanTier } from '../plan/plan.ts';
import { chosenInOrder, type Picking, remove, walks } from './picking.ts';
import { countOf, satisfies } from './tier.ts';

/** `drop`: removes selected ones that satisfy the words of the tier, from the lowest ranked up. */
export function drop(picking: Picking, tier: PlanTier): void {
  for (const { group, members } of walks(picking, tier.within, chosenInOrder(picking))) {
    const downTo = countOf(picking, tier, group, tier.upTo);
    const atMost = countOf(picking, tier, group, tier.atMost);
    let dropped = 0;
    for (const member of members.toReversed()) {
      if (downTo?.gte(members.length - dropped) || atMost?.lte(dropped)) break;
      if (!satisfies(picking, tier, member)) continue;
      remove(picking, member, tier);
      dropped += 1;
    }
  }
}
