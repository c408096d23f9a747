import type { PlanExpression } from '../plan/expression.ts';
import type { PlanTier } from '../plan/plan.ts';
import { scopeOf } from './context.ts';
import { type Decimal, ONE, ZERO } from './decimal.ts';
import { ALL, groupEntity, entityOf } from './entity.ts';
import { read, holds } from './read.ts';
import { problem } from './problem.ts';
import { idOf } from './ranking.ts';
import type { Picking } from './picking.ts';
import { isConstituent } from './sets.ts';
import { numberOf } from './value.ts';

/** Whether a candidate satisfies the words of a tier that are about itself: who it is, its rank, `where`. */
export function satisfies({ review, selection, ranks }: Picking, tier: PlanTier, member: number): boolean {
  const entity = entityOf(selection.of, member);
  const who = tier.action === 'keep' ? 'constituents' : tier.who;
  if (who !== undefined && isConstituent(undefined, scopeOf(review), entity) !== (who === 'constituents')) return false;
  const rank = ranks.get(member);
  if (needsRank(tier) && selection.ranking !== undefined && rank === undefined) return false;
  if (tier.ranks !== undefined) {
    if (rank === undefined || rank < tier.ranks.from || rank > (tier.ranks.to ?? Number.POSITIVE_INFINITY))
      return false;
  }
  return holds(tier.where, scopeOf(review), entity);
}

function needsRank(tier: PlanTier): boolean {
  return tier.ranks !== undefined || tier.reach !== undefined || tier.action === 'fill' || tier.action === 'balance';
}

/** A count that a tier states, of the group at hand where it walks groups apart. */
export function countOf(
  picking: Picking,
  tier: PlanTier,
  group: string | undefined,
  count: PlanExpression | undefined,
): Decimal | undefined {
  if (count === undefined) return undefined;
  const scope = scopeOf(picking.review);
  const entity = group === undefined ? ALL : groupEntity(scope, tier.within!, group);
  const value = numberOf(read(count, scope, entity));
  if (value !== undefined) return value;
  throw problem(
    'badCount',
    `\`${tier.name}\` states a number that is missing${group === undefined ? '' : ` for \`${group}\``}`,
  );
}

/** The membership a tier gives: 1 unless it says otherwise. */
export function membershipOf({ review, selection }: Picking, tier: PlanTier, member: number): Decimal {
  if (tier.membership === undefined) return ONE;
  const entity = entityOf(selection.of, member);
  const value = numberOf(read(tier.membership, scopeOf(review), entity));
  if (value?.gte(ZERO) && value.lte(ONE)) return value;
  const shown = value === undefined ? 'missing' : value.toString();
  throw problem('badCount', `\`${tier.name}\` gives \`${idOf(scopeOf(review), entity)}\` the membership ${shown}`);
}
