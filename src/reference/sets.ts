import type { PlanExpression } from '../plan/expression.ts';
import { aggregate } from './aggregate.ts';
import type { NamedSet, Review, Scope } from './context.ts';
import { companiesOf, companyEntity, type Entity, universeLines } from './entity.ts';
import { read, holds } from './read.ts';
import { countedDomain, membersOf } from './group-aggregate.ts';
import type { Value } from './value.ts';

type SetAggregate = PlanExpression & { op: 'set aggregate' };

/** Over a set: its members for which `where` is true. */
export function setAggregate(e: SetAggregate, scope: Scope): Value {
  const domain = countedDomain(e.value, e.where);
  const set = setNamed(scope.review, e.over);
  if (set === undefined) return undefined;
  const members =
    domain === 'company' && set.of === 'company'
      ? [...set.members].toSorted((a, b) => a - b).map(companyEntity)
      : membersOf(scope, domain, linesIn(scope.review, e.over, set));
  return aggregate(
    e.fn,
    members.filter((member) => holds(e.where, scope, member)).map((member) => read(e.value, scope, member)),
  );
}

/** A set as it stands: made at this event, else at the latest that made it; undefined where none has. */
export function setNamed(review: Review, name: string): NamedSet | undefined {
  switch (name) {
    case 'universe':
      return { of: 'line', members: new Set(universeLines(review)) };
    case 'constituents':
      return { of: 'line', members: review.incumbents };
    case 'eligible':
      return review.eligible === undefined ? undefined : { of: 'line', members: review.eligible.lines };
    case 'selected':
      return review.selected ?? { of: 'line', members: new Set() };
    default:
      return review.sets.get(name) ?? review.earlier.findLast((r) => r.sets.has(name))?.sets.get(name);
  }
}

/**
 * Whether an entity is in a set: a line by its company, or a company by one of its lines, where the set is of those.
 */
export function isMember(name: string, scope: Scope, entity: Entity): boolean | undefined {
  const { review } = scope;
  if (name === 'eligible' && entity.kind === 'company') return review.eligible?.companies.has(entity.company);
  const set = setNamed(review, name);
  return set === undefined ? undefined : contains(review, set, entity);
}

/** Whether an entity was in this index just before the event, or is published as a constituent of another one. */
export function isConstituent(index: string | undefined, scope: Scope, entity: Entity): boolean {
  const { review, day } = scope;
  const lines = index === undefined ? review.incumbents : publishedConstituents(review, index, day);
  return contains(review, { of: 'line', members: lines }, entity);
}

/** The lines that the data set publishes as constituents of an index on a day. */
export function publishedConstituents({ market }: Pick<Review, 'market'>, index: string, day: number): Set<number> {
  return new Set(
    market.constituents.filter((c) => c.index === index && c.from <= day && day < c.until).map((c) => c.line),
  );
}

function contains(review: Review, set: NamedSet, entity: Entity): boolean {
  const { companyOf } = review.market;
  if (entity.kind === 'line') return set.members.has(set.of === 'line' ? entity.line : companyOf[entity.line]!);
  if (entity.kind !== 'company') return false;
  const companies = set.of === 'company' ? [...set.members] : companiesOf(review, set.members);
  return companies.includes(entity.company);
}

/** The lines of a set: of companies those in the universe, of the selected ones those that come into the basket. */
function linesIn(review: Review, name: string, set: NamedSet): number[] {
  const sorted = (lines: Iterable<number>) => [...lines].toSorted((a, b) => a - b);
  if (name === 'selected' && review.selectedLines !== undefined) return sorted(review.selectedLines);
  if (set.of === 'line') return sorted(set.members);
  return universeLines(review).filter((line) => set.members.has(review.market.companyOf[line]!));
}
