import type { Domain, PlanExpression } from '../../plan/expression.ts';
import { mapEntity } from '../columns/domains.ts';
import { Decimal, zero } from '../numbers/decimal.ts';
import { rankingOf } from '../review/ranking.ts';
import type { Ranked } from '../review/ranked.ts';
import type { Exact, Frame } from '../session/scope.ts';
import { inForceName } from '../session/in-force.ts';
import { exactOperand } from './exact-value.ts';

export function exactRank(frame: Frame, node: PlanExpression & { op: 'rank' }, entity: number): Exact {
  const ranked = rankingOf(frame, node.ranking);
  const at = mapEntity(frame.scope, entity, node.domain, ranked.of);
  const rank = at < 0 ? Number.NaN : ranked.ranks[at]!;
  return Number.isNaN(rank) ? undefined : new Decimal(rank);
}

/** Sums along a ranking, remembered with it per expression: entity → running sum, and each group's total. */
const runs = new WeakMap<Ranked, Map<PlanExpression, { sums: Map<number, Decimal>; totals: Decimal[] }>>();

export function exactCumulative(frame: Frame, node: PlanExpression & { op: 'cumulative' }, entity: number): Exact {
  const ranked = rankingOf(frame, node.ranking);
  const at = mapEntity(frame.scope, entity, node.domain, ranked.of);
  if (at < 0 || ranked.places[at]! < 0) return undefined;
  let byNode = runs.get(ranked);
  if (byNode === undefined) {
    byNode = new Map();
    runs.set(ranked, byNode);
  }
  let run = byNode.get(node);
  if (run === undefined) {
    run = { sums: new Map(), totals: [] };
    for (let g = 0; g + 1 < ranked.starts.length; g += 1) {
      let sum = zero;
      for (let i = ranked.starts[g]!; i < ranked.starts[g + 1]!; i += 1) {
        const value = exactOperand(frame, node.value, ranked.order[i]!, ranked.of);
        if (value instanceof Decimal) sum = sum.plus(value);
        run.sums.set(ranked.order[i]!, sum);
      }
      run.totals.push(sum);
    }
    byNode.set(node, run);
  }
  const sum = run.sums.get(at)!;
  if (node.what === 'sum') return sum;
  const total = run.totals[ranked.groups[at]!]!;
  return total.isZero() ? undefined : sum.div(total);
}

export function exactAtRank(frame: Frame, node: PlanExpression & { op: 'at rank' }, entity: number): Exact {
  const rank = exactOperand(frame, node.rank, entity, node.domain);
  const { session, effective } = frame.scope;
  const { within } = inForceName(session.versions.rankings, node.ranking, effective, 'ranking');
  const ranked = rankingOf(frame, node.ranking);
  const group = within === undefined ? 0 : groupAt(frame, within, node.domain, entity);
  if (!(rank instanceof Decimal) || !rank.isInteger() || group < 0) return undefined;
  const at = ranked.starts[group]! + rank.toNumber() - 1;
  if (!(at >= ranked.starts[group]! && at < ranked.starts[group + 1]!)) return undefined;
  return exactOperand(frame, node.value, ranked.order[at]!, ranked.of);
}

function groupAt(frame: Frame, group: string, domain: Domain, entity: number): number {
  return domain === 'all' ? -1 : mapEntity(frame.scope, entity, domain, group);
}
