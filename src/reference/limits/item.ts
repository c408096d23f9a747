import type { Domain } from '../../plan/expression.ts';
import { isoDate } from '../../calendar/index.ts';
import { type Review, scopeOf } from '../context.ts';
import { type Decimal, sum } from '../decimal.ts';
import { companiesOf, companyEntity, type Entity, groupName, lineEntity } from '../entity.ts';
import { problem } from '../problem.ts';

/** What a block of limits works on: a line, or a company or group with its lines. */
export type Item = { id: string; entity: Entity; lines: number[] };

/** The items that lines make up, in the order of ids. */
export function itemsOf(review: Review, of: Domain, lines: number[]): Item[] {
  const { market } = review;
  if (of === 'line')
    return lines.map((line) => ({ id: market.lines.ids[line]!, entity: lineEntity(line), lines: [line] }));
  if (of === 'company') {
    return companiesOf(review, lines).map((company) => ({
      id: market.companies.ids[company]!,
      entity: companyEntity(company),
      lines: lines.filter((line) => market.companyOf[line] === company),
    }));
  }
  const named = lines.map((line) => ({ line, name: groupName(scopeOf(review), lineEntity(line), of) }));
  const lost = named.find(({ name }) => name === undefined);
  if (lost !== undefined) {
    throw problem('noGroup', `\`${market.lines.ids[lost.line]}\` belongs to no \`${of}\` on ${isoDate(review.asOf)}`);
  }
  const names = [...new Set(named.map(({ name }) => name!))].toSorted((a, b) => (a < b ? -1 : 1));
  return names.map((name) => ({
    id: name,
    entity: { kind: 'group', group: of, name },
    lines: named.filter((n) => n.name === name).map((n) => n.line),
  }));
}

export function weightOfItem(item: Item, weights: Map<number, Decimal>): Decimal {
  return sum(item.lines.map((line) => weights.get(line)!));
}
