import { isoDate } from '../../calendar/index.ts';
import type { RulebookFailure } from '../../diagnostics/index.ts';
import type { PlanRanking } from '../../plan/plan.ts';
import { type Column, knownFlags } from '../columns/column.ts';
import { groupingOf } from '../columns/grouping.ts';
import { holds, operandColumn } from '../columns/evaluate.ts';
import { exactCompare, exactOperand } from '../exact/exact-value.ts';
import { inForceName } from '../session/in-force.ts';
import { problem } from '../session/problem.ts';
import type { Frame } from '../session/scope.ts';
import { universeFlags } from './flags.ts';
import type { Ranked } from './ranked.ts';
import { sortByKey } from './sort-by-key.ts';

/** A ranking as of the frame's day, made once for each. */
export function rankingOf(frame: Frame, name: string): Ranked {
  let ranked = frame.rankings.get(name);
  if (ranked === undefined) {
    const { session, effective } = frame.scope;
    ranked = rank(frame, inForceName(session.versions.rankings, name, effective, 'ranking'));
    frame.rankings.set(name, ranked);
  }
  return ranked;
}

/** Those of some entities that a ranking would rank if the value it goes by were there. */
export function rankedIfKnown(frame: Frame, name: string, entities: Iterable<number>): number[] {
  const { scope } = frame;
  const ranking = inForceName(scope.session.versions.rankings, name, scope.effective, 'ranking');
  const { of, where, within, keys } = ranking;
  const inside = universeFlags(scope, of);
  const groups = within === undefined ? undefined : groupingOf(scope, within);
  const groupOf = of === 'line' ? groups?.ofLine : groups?.ofCompany;
  return [...entities].filter(
    (entity) =>
      inside[entity] === 1 &&
      (where === undefined || exactOperand(frame, where, entity, of) === true) &&
      (groupOf === undefined || groupOf[entity]! >= 0) &&
      exactOperand(frame, keys[0]!.value, entity, of) === undefined,
  );
}

function rank(frame: Frame, ranking: PlanRanking): Ranked {
  const { scope } = frame;
  const { of } = ranking;
  const flags = universeFlags(scope, of);
  const where = ranking.where === undefined ? flags : holds(frame, ranking.where, of, flags);
  const within = ranking.within === undefined ? undefined : groupingOf(scope, ranking.within);
  const groupOf = within === undefined ? undefined : of === 'line' ? within.ofLine : within.ofCompany;
  const first = operandColumn(frame, ranking.keys[0]!.value, of, flags);
  const known = knownFlags(first);
  const all = new Int32Array(flags.length + 1);
  let total = 0;
  // Each is written, and counts where it is in: no branch depends on the data.
  for (let i = 0; i < flags.length; i += 1) {
    all[total] = i;
    total += flags[i]! & where[i]! & known[i]! & (groupOf === undefined ? 1 : +(groupOf[i]! >= 0));
  }
  const inside = all.subarray(0, total);
  const ranked: Ranked = {
    of,
    order: new Int32Array(total),
    ranks: new Float64Array(flags.length).fill(Number.NaN),
    starts: [0],
    places: new Int32Array(flags.length).fill(-1),
    groups: new Int32Array(flags.length).fill(-1),
  };
  if (groupOf === undefined) place(ranked, 0, inOrder(frame, ranking, first, inside));
  else {
    for (const group of within!.names.keys())
      place(
        ranked,
        group,
        inOrder(
          frame,
          ranking,
          first,
          inside.filter((entity) => groupOf[entity] === group),
        ),
      );
  }
  return ranked;
}

/** Notes the order of the next group. */
function place(ranked: Ranked, group: number, sorted: Int32Array): void {
  const start = ranked.starts.at(-1)!;
  for (let i = 0; i < sorted.length; i += 1) {
    const entity = sorted[i]!;
    ranked.ranks[entity] = i + 1;
    ranked.places[entity] = start + i;
    ranked.groups[entity] = group;
  }
  ranked.order.set(sorted, start);
  ranked.starts.push(start + sorted.length);
}

function inOrder(frame: Frame, ranking: PlanRanking, first: Column, entities: Int32Array): Int32Array {
  const compare = (a: number, b: number) => compareKeys(frame, ranking, a, b);
  if (first.type !== 'number' || frame.scope.session.exact) return entities.sort(compare);
  return sortByKey(entities, first, ranking.keys[0]!.order === 'largest first', compare);
}

/** Compares two entities by all keys in decimals. A later key that is missing comes last. */
function compareKeys(frame: Frame, ranking: PlanRanking, a: number, b: number): number {
  if (a === b) return 0;
  for (const key of ranking.keys) {
    const x = exactOperand(frame, key.value, a, ranking.of);
    const y = exactOperand(frame, key.value, b, ranking.of);
    if (x === undefined && y === undefined) continue;
    if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
    if (exactCompare('is', x, y) === true) continue;
    return exactCompare('>', x, y) === (key.order === 'largest first') ? -1 : 1;
  }
  throw tied(frame, ranking, a, b);
}

function tied({ scope, day }: Frame, ranking: PlanRanking, a: number, b: number): RulebookFailure {
  const { ids } = ranking.of === 'line' ? scope.session.market.lines : scope.session.market.companies;
  const names = [`\`${ids[a]}\``, `\`${ids[b]}\``].sort();
  return problem(
    'tie',
    `${names.join(' and ')} are equal in every key of the ranking \`${ranking.name}\` on ${isoDate(day)}`,
  );
}
