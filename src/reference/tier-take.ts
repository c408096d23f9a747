import type { PlanTier } from '../plan/plan.ts';
import { scopeOf } from './context.ts';
import { type Decimal, isBelow, ZERO } from './decimal.ts';
import { entityOf } from './entity.ts';
import { read } from './read.ts';
import { add, type Picking, walks } from './picking.ts';
import { countOf, membershipOf, satisfies } from './tier.ts';
import { isoDate } from '../calendar/index.ts';
import { numberOf } from './value.ts';
import { warn } from './warnings.ts';

/** `take`, `keep` and `fill`: walks the candidates in their order and adds those that satisfy the words of the tier. */
export function take(picking: Picking, tier: PlanTier): void {
  for (const { group, members } of walks(picking, tier.within, picking.order)) walk(picking, tier, group, members);
}

function walk(picking: Picking, tier: PlanTier, group: string | undefined, members: number[]): void {
  const { review, selection, chosen, dropped } = picking;
  const upTo = countOf(picking, tier, group, tier.upTo);
  const atMost = countOf(picking, tier, group, tier.atMost);
  const target = countOf(picking, tier, group, tier.reach?.target);
  const total = () =>
    walks(picking, tier.within, [...chosen.keys()]).find((walked) => walked.group === group)?.members.length ?? 0;
  let added = 0;
  let before: Decimal = ZERO;
  for (const member of members) {
    if (upTo?.lte(total()) || atMost?.lte(added)) break;
    if (tier.reach !== undefined && target !== undefined) {
      if (!isBelow(before, target)) break;
      const measured = numberOf(read(tier.reach.measure, scopeOf(review), entityOf(selection.of, member)));
      if (measured === undefined || !picking.ranks.has(member)) continue;
      const crosses = !isBelow(measured, target);
      if (crosses && !crosserComesIn(tier.reach.mode, before, measured, target)) break;
      before = measured;
    }
    if (chosen.has(member) || dropped.has(member) || !satisfies(picking, tier, member)) continue;
    if (add(picking, member, tier, membershipOf(picking, tier, member))) added += 1;
  }
  if (tier.action === 'fill' && upTo?.gt(total())) {
    const example = `${selection.set} ${tier.name} ${isoDate(review.effective)}: ${total()} of ${upTo}`;
    warn(review.warnings, 'RB7105', 'a selection could not reach its number', example);
  }
}

/** Whether the one that takes the measure to the target or beyond still comes in. */
function crosserComesIn(
  mode: 'reaches' | 'stays below' | 'closest to',
  before: Decimal,
  measured: Decimal,
  target: Decimal,
): boolean {
  switch (mode) {
    case 'reaches':
      return true;
    case 'stays below':
      return false;
    case 'closest to':
      return isBelow(measured.minus(target).abs(), target.minus(before).abs());
    default:
      return mode satisfies never;
  }
}
