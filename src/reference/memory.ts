import type { PlanExpression } from '../plan/expression.ts';
import type { Scope } from './context.ts';
import { scopeOf } from './context.ts';
import { type Entity, groupName, lineEntity } from './entity.ts';
import { read } from './read.ts';
import type { Value } from './value.ts';

/** What the expression was at the latest earlier event (of that name); missing if there was none. */
export function previous(value: PlanExpression, event: string | undefined, scope: Scope, entity: Entity): Value {
  const then = scope.review.earlier.findLast((review) => event === undefined || review.event === event);
  if (then === undefined) return undefined;
  // A group that nobody was in then has no value of then.
  if (entity.kind === 'group' && !isThere(scopeOf(then), entity.group, entity.name)) return undefined;
  return read(value, scopeOf(then), entity);
}

function isThere(scope: Scope, group: string, name: string): boolean {
  return scope.review.market.lines.ids.some((_, line) => groupName(scope, lineEntity(line), group) === name);
}

/** Whether a constituent came in after the latest earlier event of that name; unknown if there was none. */
export function addedSince(event: string, { review }: Scope, entity: Entity): boolean | undefined {
  const then = review.earlier.findLast((earlier) => earlier.event === event);
  if (then === undefined) return undefined;
  const { lines, companies } = review.memberSince;
  const since =
    entity.kind === 'line'
      ? lines.get(entity.line)
      : entity.kind === 'company'
        ? companies.get(entity.company)
        : undefined;
  return since !== undefined && since > then.effective;
}
