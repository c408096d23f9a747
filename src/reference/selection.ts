import type { PlanSelection, PlanTier } from '../plan/plan.ts';
import { inForceAt, type Review, scopeOf } from './context.ts';
import type { Decimal } from './decimal.ts';
import { entityOf, groupName } from './entity.ts';
import { ranked } from './ranking.ts';
import { setNamed } from './sets.ts';
import { balance } from './tier-balance.ts';
import { decide } from './tier-decided.ts';
import { drop } from './tier-drop.ts';
import { take } from './tier-take.ts';

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

/** Runs the tiers of a selection in their order. */
export function select(review: Review, selection: PlanSelection): Picking {
  const picking: Picking = { review, selection, ...inOrder(review, selection), chosen: new Map(), dropped: new Map() };
  if (selection.set === 'constituents') review.selected = { of: selection.of, members: new Set() };
  for (const tier of inForceAt(review, selection.tiers)) {
    TIERS[tier.action](picking, tier);
    review.memo.clear();
  }
  const members = new Set([...picking.chosen.keys()].toSorted((a, b) => a - b));
  review.sets.set(selection.set, { of: selection.of, members });
  return picking;
}

const TIERS = { take, keep: take, fill: take, drop, balance, decided: decide };

/** The candidates: the eligible ones, or those of them in a named set. */
function inOrder(review: Review, selection: PlanSelection): { order: number[]; ranks: Map<number, number> } {
  const eligible = selection.of === 'line' ? review.eligible!.lines : review.eligible!.companies;
  const from = selection.candidates === undefined ? undefined : setNamed(review, selection.candidates);
  const named = selection.candidates === undefined ? eligible : (from?.members ?? new Set<number>());
  const candidates = [...eligible].filter((member) => named.has(member)).toSorted((a, b) => a - b);
  const ranks = new Map<number, number>();
  if (selection.ranking !== undefined) {
    for (const { entity, rank } of ranked(selection.ranking, scopeOf(review))) {
      if (entity.kind === 'line') ranks.set(entity.line, rank);
      if (entity.kind === 'company') ranks.set(entity.company, rank);
    }
  }
  const best = [...ranks.keys()].filter((member) => candidates.includes(member));
  return { order: [...best, ...candidates.filter((member) => !ranks.has(member))], ranks };
}

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
  if (JSON.stringify(review.plan).includes('"selected"')) review.memo.clear();
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
