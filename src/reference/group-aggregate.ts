import type { Domain, PlanExpression } from '../plan/expression.ts';
import { aggregate } from './aggregate.ts';
import type { Scope } from './context.ts';
import { belongs, companiesOf, companyEntity, type Entity, groupName, lineEntity, universeLines } from './entity.ts';
import { read, holds } from './read.ts';
import type { Value } from './value.ts';

type GroupAggregate = PlanExpression & { op: 'group aggregate' };

/** Over the members of one group: those of the universe for which `where` is true. */
export function groupAggregate(e: GroupAggregate, scope: Scope, group: Entity): Value {
  const { review } = scope;
  const members = membersOf(scope, countedDomain(e.value, e.where), universeLines(review))
    .filter((member) => belongs(scope, member, group))
    .filter((member) => holds(e.where, scope, member));
  return aggregate(
    e.fn,
    members.map((member) => read(e.value, scope, member)),
  );
}

/** What an aggregate counts: entities of the value's domain, or of the condition's where that is finer. */
export function countedDomain(value: PlanExpression, where: PlanExpression | undefined): Domain {
  const domains = [value.domain, where?.domain ?? 'all'];
  if (domains.includes('line')) return 'line';
  if (domains.includes('company')) return 'company';
  return domains.find((domain) => domain !== 'all') ?? 'line';
}

/** The entities of a domain that lines make up, in the order of ids. */
export function membersOf(scope: Scope, domain: Domain, lines: number[]): Entity[] {
  if (domain === 'line') return lines.map(lineEntity);
  if (domain === 'company') return companiesOf(scope.review, lines).map(companyEntity);
  const names = new Set(lines.map((line) => groupName(scope, lineEntity(line), domain)));
  return [...names]
    .filter((name) => name !== undefined)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => ({ kind: 'group', group: domain, name }));
}
