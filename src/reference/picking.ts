import type { PlanSelection, PlanTier } from '../plan/plan.ts';
import { type Review, scopeOf } from './context.ts';
import type { Decimal } from './decimal.ts';
import { entityOf, groupName } from './entity.ts';

/** A selection at work. Members are lines or companies, by their place in the market. */
export type Picking = {
  review: Review;
  selection: PlanSelection;
  /** Candidates, best ranked first; those without a rank last, by id. */
  order: number[];
  ranks: Map<number, number>;
  chosen: Map<number, { membership: Decimal; tier: PlanTier }>;
  dropped: Map<number, PlanTier>;
};

/** Adds one, unless its membership is zero. Says whether it did. */
export function add(picking: Picking, member: number, tier: PlanTier, membership: Decimal): boolean {
  if (membership.isZero()) return false;
  picking.chosen.set(member, { membership, tier });
  picking.dropped.delete(member);
  inSight(picking, (members) => members.add(member));
  return true;
}

export function remove(picking: Picking, member: number, tier: PlanTier): void {
  picking.chosen.delete(member);
  picking.dropped.set(member, tier);
  inSight(picking, (members) => members.delete(member));
}

/** `selected` in a rule is what the main selection has selected so far. */
function inSight({ review, selection }: Picking, change: (members: Set<number>) => void): void {
  if (selection.set !== 'constituents') return;
  change(review.selected!.members);
  if (review.asksSelected) review.memo.clear();
}

/** The groups a tier walks apart, by name, each with its members in the order given; without `within` there is one. */
export function walks(
  { review, selection }: Picking,
  within: string | undefined,
  members: number[],
): { group: string | undefined; members: number[] }[] {
  if (within === undefined) return [{ group: undefined, members }];
  const named = members.map((member) => ({
    member,
    name: groupName(scopeOf(review), entityOf(selection.of, member), within),
  }));
  const names = [...new Set(named.map((n) => n.name))].filter((name) => name !== undefined);
  return names
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((group) => ({ group, members: named.filter((n) => n.name === group).map((n) => n.member) }));
}

/** Everyone selected in the order of the candidates; those brought in from outside them last, by id. */
export function chosenInOrder({ order, chosen }: Picking): number[] {
  const outside = [...chosen.keys()].filter((member) => !order.includes(member)).toSorted((a, b) => a - b);
  return [...order.filter((member) => chosen.has(member)), ...outside];
}
