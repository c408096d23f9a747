import type { PlanExpression } from '../../plan/expression.ts';
import type { PlanLimit } from '../../plan/plan-limit.ts';
import { type Review, scopeOf, type WeightsInSight } from '../context.ts';
import { compareNumbers, type Decimal, sum } from '../decimal.ts';
import { problem } from '../problem.ts';
import { read } from '../read.ts';
import { numberOf } from '../value.ts';
import type { Item } from './item.ts';

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
  const value = numberOf(read(expression, scope, stage.items[item]!.entity));
  if (value !== undefined) return value;
  throw problem('badCount', `\`${stage.rule.name}\` states a number that is missing for \`${stage.items[item]!.id}\``);
}
