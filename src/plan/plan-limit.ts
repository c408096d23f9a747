import type { Cohort, LimitAction } from '../model/limit.ts';
import type { PlanExpression } from './expression.ts';
import type { PlanRule } from './plan-rule.ts';

/** As the model's `Trigger`; the operator alone tells which side `any` looks at. */
export type PlanTrigger =
  | { kind: 'always' }
  | { kind: 'any'; operator: '>' | '>=' | '<' | '<='; bound: PlanExpression }
  | { kind: 'total'; operator: '>' | '>='; bound: PlanExpression };
export type PlanAction = LimitAction<PlanExpression>;

/**
 * One stage on weights w that sum to 1 (of the domain of its block). In order:
 * 1. the cohort is taken from w (`above`: w > threshold; `largest`: the n largest, equal weights by entity id);
 * 2. the trigger is tried on the cohort (`any` and `total` of an empty cohort do not fire);
 * 3. the action fixes new weights for some: `cap`: those of the cohort above the bound get it, again and again while
 *    the redistribution lifts others of the cohort above it; `floor` likewise from below; `scale`: the cohort × target
 * ÷ total;
 *    `set`: each of the cohort gets the value; `reduce`: from the smallest of the cohort upward each gets the bound
 *    while the total of the cohort (of one told by `above`: of those in it that are still above the threshold) is above
 * the target, the rest of the cohort keeps its weights; `toward`: each of the cohort gets anchor + k (w − anchor), k
 *    solved so that the largest of them, or the total of all weights then above `above`, is the target;
 * 4. what is freed (or needed) goes to all whose weights were not fixed, by one common factor, none above `others`
 *    (those are fixed at it and the factor is found anew) nor, for `cap`, above the bound.
 * A cohort told by `where` keeps the bound of a `cap` to itself. docs/meaning.md, "A stage of limits", has the details.
 * If step 4 cannot place the weight, or bounds contradict, the block's infeasible outcome applies.
 */
export type PlanLimit = PlanRule & {
  cohort: Cohort<PlanExpression>;
  trigger: PlanTrigger;
  action: PlanAction;
  others?: PlanExpression;
};
