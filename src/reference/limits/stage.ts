import type { PlanExpression } from '../../plan/expression.ts';
import type { PlanLimit } from '../../plan/plan-limit.ts';
import { type Review, scopeOf, type WeightsInSight } from '../context.ts';
import { compareNumbers, type Decimal, isSame, sum } from '../decimal.ts';
import { evaluate } from '../expression.ts';
import { problem } from '../problem.ts';
import { numberOf } from '../value.ts';
import { act } from './action.ts';
import { cohortOf } from './cohort.ts';
import type { Item } from './item.ts';
import { tryTrigger } from './trigger.ts';

/** One stage as it is looked at: the items, their weights, and its rule. */
export type Stage = { review: Review; rule: PlanLimit; items: Item[]; weights: Decimal[] };

export type How = 'fixed' | 'held at others bound' | 'shared';
/** New weights by item; absent in `how` where the action did not touch the item. */
export type Placed = { weights: Decimal[]; how: (How | undefined)[]; relaxed?: true };

export type StageResult = {
  cohort: number[];
  fired: boolean;
  observed?: Decimal;
  bound?: Decimal;
  /** Undefined where it did not fire or could not be met. */
  placed?: Placed;
  /** Whether any weight changed, to 40 digits. */
  changed: boolean;
};

/** Looks at a stage: its cohort, its trigger, and if that fires its action. */
export function runStage(stage: Stage): StageResult {
  const cohort = cohortOf(stage);
  const trigger = tryTrigger(stage, cohort);
  if (!trigger.fired) return { cohort, ...trigger, changed: false };
  const placed = act(stage, cohort);
  if (placed === undefined) return { cohort, ...trigger, changed: true };
  const changed = placed.weights.some((weight, i) => !isSame(weight, stage.weights[i]!));
  return { cohort, ...trigger, placed, changed };
}

/** What a stage's expression says of an item, seeing the weights before the action unless others are given. */
export function boundOf(
  stage: Stage,
  cohort: number[],
  expression: PlanExpression,
  item: number,
  after?: Decimal[],
): Decimal {
  const of = after ?? stage.weights;
  const cohortWeights = cohort.map((i) => of[i]!);
  const byWeight = stage.weights
    .map((_, i) => i)
    .toSorted((a, b) => compareNumbers(stage.weights[b]!, stage.weights[a]!) || a - b);
  const weights: WeightsInSight = {
    weight: stage.weights[item]!,
    total: sum(cohortWeights),
    smallest: cohortWeights.toSorted((a, b) => a.cmp(b))[0],
    nthLargest: (n) => of[byWeight[n - 1] ?? -1],
  };
  const scope = { ...scopeOf(stage.review), weights };
  const value = numberOf(evaluate(expression, scope, stage.items[item]!.entity));
  if (value !== undefined) return value;
  throw problem('badCount', `\`${stage.rule.name}\` states a number that is missing for \`${stage.items[item]!.id}\``);
}
