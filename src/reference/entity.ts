import { isListed } from './listing.ts';
import type { Domain } from '../plan/expression.ts';
import type { PlanGroup } from '../plan/plan.ts';
import { inForceAt, type Review, type Scope, scopeOf } from './context.ts';
import type { Entity } from './entity-kinds.ts';
import { read } from './read.ts';

export type { Entity } from './entity-kinds.ts';

export const ALL: Entity = { kind: 'all' };
export const lineEntity = (line: number): Entity => ({ kind: 'line', line });
export const companyEntity = (company: number): Entity => ({ kind: 'company', company });
export const entityOf = (of: 'line' | 'company', at: number): Entity =>
  of === 'line' ? lineEntity(at) : companyEntity(at);

/** The entity of a coarser domain that an entity belongs to; undefined where it belongs to none. */
export function toDomain(scope: Scope, entity: Entity, domain: Domain): Entity | undefined {
  if (domain === 'all') return ALL;
  if (domain === 'line') return entity.kind === 'line' ? entity : undefined;
  if (domain === 'company') {
    if (entity.kind === 'line') return companyEntity(scope.review.market.companyOf[entity.line]!);
    return entity.kind === 'company' ? entity : undefined;
  }
  const name = groupName(scope, entity, domain);
  return name === undefined ? undefined : { kind: 'group', group: domain, name };
}

/**
 * The group an entity belongs to on the reference date, companies being groups of lines: said by the group's own rule,
 * or what all its lines in the universe agree on.
 */
export function groupName(scope: Scope, entity: Entity, group: string): string | undefined {
  if (entity.kind === 'all') return undefined;
  if (entity.kind === 'group' && entity.group === group) return entity.name;
  if (group === 'company') {
    const company = toDomain(scope, entity, 'company');
    return company?.kind === 'company' ? scope.review.market.companies.ids[company.company] : undefined;
  }
  const { by } = groupNamed(scope.review, group);
  const then = scopeOf(scope.review);
  if (entity.kind === 'line' || by.domain === entity.kind) return asName(read(by, then, entity));
  const names = new Set<string>();
  for (const line of universeLines(scope.review)) {
    if (!belongs(scope, lineEntity(line), entity)) continue;
    const name = asName(read(by, then, lineEntity(line)));
    if (name !== undefined) names.add(name);
  }
  return names.size === 1 ? [...names][0] : undefined;
}

/** A group by its name. */
export function groupEntity(scope: Scope, group: string, name: string): Entity {
  return group === 'company'
    ? companyEntity(scope.review.market.companies.index.get(name)!)
    : { kind: 'group', group, name };
}

/** Whether an entity is another or a part of it. */
export function belongs(scope: Scope, part: Entity, whole: Entity): boolean {
  if (whole.kind === 'all') return true;
  const found = toDomain(scope, part, whole.kind === 'group' ? whole.group : whole.kind);
  return found !== undefined && key(found) === key(whole);
}

/** A text that tells entities apart. */
export function key(entity: Entity): string {
  switch (entity.kind) {
    case 'all':
      return 'all';
    case 'line':
      return `line ${entity.line}`;
    case 'company':
      return `company ${entity.company}`;
    case 'group':
      return `${entity.group} "${entity.name}"`;
    default:
      return entity satisfies never;
  }
}

/** The universe's lines in the order of ids; while the universe is being found, every listed line. */
export function universeLines(review: Review): number[] {
  const all = review.market.lines.ids.map((_, line) => line);
  return all.filter((line) => review.universe?.has(line) ?? isListed(review.market, line, review.asOf));
}

/** The companies that have one of these lines, in the order of ids. */
export function companiesOf(review: Review, lines: Iterable<number>): number[] {
  return [...new Set([...lines].map((line) => review.market.companyOf[line]!))].toSorted((a, b) => a - b);
}

/** All lines of a company, in the order of ids. */
export function linesOf(review: Review, company: number): number[] {
  return review.market.lines.ids.map((_, line) => line).filter((line) => review.market.companyOf[line] === company);
}

function groupNamed(review: Review, name: string): PlanGroup {
  const group = inForceAt(review, review.plan.groups).find((g) => g.name === name);
  if (group === undefined) throw new Error(`the plan has no group ${name} in force at ${review.effective}`);
  return group;
}

function asName(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
