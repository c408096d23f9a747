import type { PlanExpression } from '../../plan/expression.ts';
import { type Decimal, isBelow } from '../decimal.ts';
import { place } from './place.ts';
import { boundOf, type Placed, type Stage } from './stage-view.ts';

/**
 * None of the cohort below the bound; what that needs comes from everyone else, again while it takes more of them
 * below.
 */
export function floor(stage: Stage, cohort: number[], expression: PlanExpression): Placed | undefined {
  const bound = new Map(cohort.map((i) => [i, boundOf(stage, cohort, expression, i)]));
  const fixed = new Map<number, Decimal>();
  let weights = stage.weights;
  for (;;) {
    const below = cohort.filter((i) => !fixed.has(i) && isBelow(weights[i]!, bound.get(i)!));
    for (const i of below) fixed.set(i, bound.get(i)!);
    const placed = place(stage, cohort, fixed, new Map(), bound);
    if (
      placed === undefined ||
      placed.relaxed ||
      cohort.every((i) => fixed.has(i) || !isBelow(placed.weights[i]!, bound.get(i)!))
    ) {
      return placed;
    }
    weights = placed.weights;
  }
}
