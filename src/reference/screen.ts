import type { PlanExpression } from '../plan/expression.ts';
import type { PlanScreen } from '../plan/plan.ts';
import { type Review, scopeOf } from './context.ts';
import type { Entity } from './entity.ts';
import { read } from './read.ts';
import { isConstituent } from './sets.ts';
import { and, truthOf } from './value.ts';

/** The conditions of a rule that bind an entity: `everyone` binds all, but beside `constituents` only newcomers. */
export function conditionsFor(screen: PlanScreen, review: Review, entity: Entity): PlanExpression[] {
  const incumbent = isConstituent(undefined, scopeOf(review), entity);
  const binding = incumbent ? [screen.constituents ?? screen.everyone] : [screen.everyone, screen.newcomers];
  return binding.filter((condition) => condition !== undefined);
}

/** Whether a line or company meets a rule; undefined where that is unknown. */
export function screened(screen: PlanScreen, review: Review, entity: Entity): boolean | undefined {
  return conditionsFor(screen, review, entity)
    .map((condition) => truthOf(read(condition, scopeOf(review), entity)))
    .reduce(and, true);
}
