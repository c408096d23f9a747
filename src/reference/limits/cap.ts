import type { PlanExpression } from '../../plan/expression.ts';
import { type Decimal, isAbove } from '../decimal.ts';
import { place } from './place.ts';
import { boundOf, type Placed, type Stage } from './stage-view.ts';

/**
 * None of the cohort above the bound; the excess is shared by the others. A cohort told by weights binds everyone,
 * since who is lifted above the bound would belong to it.
 */
export function cap(stage: Stage, cohort: number[], expression: PlanExpression): Placed | undefined {
  const bound = new Map(
    stage.weights
      .map((_, i) => i)
      .filter((i) => stage.rule.cohort.kind !== 'where' || cohort.includes(i))
      .map((i): [number, Decimal] => [i, boundOf(stage, cohort, expression, i)]),
  );
  const fixed = new Map(
    cohort.filter((i) => isAbove(stage.weights[i]!, bound.get(i)!)).map((i): [number, Decimal] => [i, bound.get(i)!]),
  );
  return place(stage, cohort, fixed, bound);
}
