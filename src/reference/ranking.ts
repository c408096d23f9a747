import type { PlanExpression } from '../plan/expression.ts';
import type { PlanRanking } from '../plan/plan.ts';
import { isoDate } from '../calendar/index.ts';
import { aggregate } from './aggregate.ts';
import { inForceAt, type Scope } from './context.ts';
import { type Decimal, decimal, ZERO } from './decimal.ts';
import {
  companiesOf,
  companyEntity,
  type Entity,
  groupName,
  key,
  lineEntity,
  toDomain,
  universeLines,
} from './entity.ts';
import { read, holds } from './read.ts';
import { problem } from './problem.ts';
import { compareValues, numberOf, type Value } from './value.ts';

/** One ranked line or company; ranks start at 1 in each group. */
export type Ranked = { entity: Entity; group: string; rank: number };

/** Everyone a ranking ranks: by group, best first. Two who agree in all keys are an error. */
export function ranked(name: string, scope: Scope): Ranked[] {
  const { review, day, carry } = scope;
  const question = `ranking ${name} on ${day} ${carry}`;
  if (!review.memo.has(question)) review.memo.set(question, rankAll(rankingNamed(name, scope), scope));
  return review.memo.get(question) as Ranked[];
}

/** The ranking of a name that is in force at the review. */
export function rankingNamed(name: string, { review }: Scope): PlanRanking {
  const ranking = inForceAt(review, review.plan.rankings).find((r) => r.name === name);
  if (ranking === undefined) throw new Error(`no ranking ${name} is in force on ${isoDate(review.effective)}`);
  return ranking;
}

function rankAll(ranking: PlanRanking, scope: Scope): Ranked[] {
  const lines = universeLines(scope.review);
  const entities = ranking.of === 'line' ? lines.map(lineEntity) : companiesOf(scope.review, lines).map(companyEntity);
  const rows = entities
    .filter((entity) => holds(ranking.where, scope, entity))
    .map((entity) => ({
      entity,
      group: ranking.within === undefined ? '' : groupName(scope, entity, ranking.within),
      values: ranking.keys.map((k) => read(k.value, scope, entity)),
    }))
    .filter((row) => row.values[0] !== undefined && row.group !== undefined);
  const groups = [...new Set(rows.map((row) => row.group!))].toSorted((a, b) => (a < b ? -1 : 1));
  return groups.flatMap((group) =>
    rows
      .filter((row) => row.group === group)
      .toSorted((a, b) => inOrder(ranking, a, b, scope))
      .map(({ entity }, i) => ({ entity, group, rank: i + 1 })),
  );
}

function inOrder(
  ranking: PlanRanking,
  a: { entity: Entity; values: Value[] },
  b: { entity: Entity; values: Value[] },
  scope: Scope,
): number {
  for (const [i, { order }] of ranking.keys.entries()) {
    const [x, y] = [a.values[i], b.values[i]];
    if (x === undefined && y === undefined) continue;
    if (x === undefined) return 1;
    if (y === undefined) return -1;
    const ascending = compareValues(x, y);
    if (ascending !== 0) return order === 'smallest first' ? ascending : -ascending;
  }
  const names = [a, b].map(({ entity }) => `\`${idOf(scope, entity)}\``).toSorted();
  throw problem(
    'tie',
    `${names.join(' and ')} are equal in every key of the ranking \`${ranking.name}\` on ${isoDate(scope.day)}`,
  );
}

/** The identifier of a line or company. */
export function idOf({ review: { market } }: Scope, entity: Entity): string {
  if (entity.kind === 'line') return market.lines.ids[entity.line]!;
  return entity.kind === 'company' ? market.companies.ids[entity.company]! : key(entity);
}

export function rankOf(name: string, scope: Scope, entity: Entity): Decimal | undefined {
  const found = placeIn(name, scope, entity);
  return found === undefined ? undefined : decimal(found.rank);
}

/** From the best ranked of the group down to the one at hand, itself included; a share is of the total of the group. */
export function cumulative(
  what: 'sum' | 'share',
  value: PlanExpression,
  name: string,
  scope: Scope,
  entity: Entity,
): Decimal | undefined {
  const found = placeIn(name, scope, entity);
  if (found === undefined) return undefined;
  const group = ranked(name, scope).filter((row) => row.group === found.group);
  const total = (rows: Ranked[]) =>
    numberOf(
      aggregate(
        'sum',
        rows.map((row) => read(value, scope, row.entity)),
      ),
    ) ?? ZERO;
  const reached = total(group.filter((row) => row.rank <= found.rank));
  return what === 'sum' ? reached : numberOf(reached.div(total(group)));
}

/** The value of who has a rank; in a ranking within groups, in the group at hand. */
export function atRank(
  value: PlanExpression,
  rank: Decimal | undefined,
  name: string,
  scope: Scope,
  entity: Entity,
): Value {
  const { within } = rankingNamed(name, scope);
  const group = within === undefined ? '' : groupName(scope, entity, within);
  const found = ranked(name, scope).find((row) => row.group === group && rank?.eq(row.rank));
  return found === undefined ? undefined : read(value, scope, found.entity);
}

function placeIn(name: string, scope: Scope, entity: Entity): Ranked | undefined {
  const asked = toDomain(scope, entity, rankingNamed(name, scope).of);
  return asked && ranked(name, scope).find((row) => key(row.entity) === key(asked));
}
