import { isoDate } from '../calendar/index.ts';
import type { PlanSelection } from '../plan/plan.ts';
import { inForceAt, type Review, scopeOf } from './context.ts';
import type { Picking } from './picking.ts';
import { entityOf, groupName } from './entity.ts';
import { idOf, ranked, rankingNamed } from './ranking.ts';
import { holds, read } from './read.ts';
import { warn } from './warnings.ts';
import { setNamed } from './sets.ts';
import { balance } from './tier-balance.ts';
import { decide } from './tier-decided.ts';
import { drop } from './tier-drop.ts';
import { take } from './tier-take.ts';

/** Runs the tiers of a selection in their order. */
export function select(review: Review, selection: PlanSelection): Picking {
  const picking: Picking = { review, selection, ...inOrder(review, selection), chosen: new Map(), dropped: new Map() };
  tellUnranked(picking);
  if (selection.set === 'constituents') review.selected = { of: selection.of, members: new Set() };
  for (const tier of inForceAt(review, selection.tiers)) {
    TIERS[tier.action](picking, tier);
    review.memo.clear();
  }
  const members = new Set([...picking.chosen.keys()].toSorted((a, b) => a - b));
  review.sets.set(selection.set, { of: selection.of, members });
  return picking;
}

/** Tells of candidates that would have a rank if the value that it goes by were there. */
function tellUnranked({ review, selection, order, ranks }: Picking): void {
  if (selection.ranking === undefined) return;
  const scope = scopeOf(review);
  const { where, within, keys } = rankingNamed(selection.ranking, scope);
  for (const member of order.filter((m) => !ranks.has(m))) {
    const entity = entityOf(selection.of, member);
    if (!holds(where, scope, entity) || read(keys[0]!.value, scope, entity) !== undefined) continue;
    if (within !== undefined && groupName(scope, entity, within) === undefined) continue;
    const example = `${idOf(scope, entity)} in ${selection.ranking}, for ${selection.set} at ${review.event} ${isoDate(review.effective)}`;
    warn(review.warnings, 'RB7110', 'a candidate has no rank, for a value is missing', example);
  }
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
