import type { PlanAction } from '../../plan/plan-limit.ts';
import { Decimal, isAbove, ONE, sum } from '../decimal.ts';
import { boundOf, type Stage } from './stage-view.ts';

type Toward = PlanAction & { kind: 'toward' };

/**
 * Each of the cohort moved to anchor + k (weight − anchor). k is the largest from 0 to 1 with which the largest of
 * them, or the total of all weights above a threshold, is not above the target; undefined where there is none.
 */
export function toward(stage: Stage, cohort: number[], action: Toward): Map<number, Decimal> | undefined {
  const [first] = cohort;
  const said = (expression: Toward['anchor']) => boundOf(stage, cohort, expression, first!);
  const [anchor, target] = [said(action.anchor), said(action.target)];
  const k =
    action.above === undefined
      ? factorForLargest(stage, cohort, anchor, target)
      : factorForTotal(stage, cohort, anchor, target, said(action.above));
  return k && new Map(cohort.map((i) => [i, anchor.plus(k.times(stage.weights[i]!.minus(anchor)))]));
}

function factorForLargest(stage: Stage, cohort: number[], anchor: Decimal, target: Decimal): Decimal | undefined {
  const largest = cohort.map((i) => stage.weights[i]!).reduce((a, b) => Decimal.max(a, b));
  if (!isAbove(largest, target)) return ONE;
  const k = target.minus(anchor).div(largest.minus(anchor));
  return k.isFinite() && k.gte(0) && k.lte(1) ? k : undefined;
}

/**
 * With j weights above the threshold their total is linear in k; as k falls from 1 they fall to the threshold one by
 * one, the smallest first. Each stretch of k between two such falls is tried, from 1 downward.
 */
function factorForTotal(
  stage: Stage,
  cohort: number[],
  anchor: Decimal,
  target: Decimal,
  above: Decimal,
): Decimal | undefined {
  const outside = sum(stage.weights.filter((weight, i) => !cohort.includes(i) && isAbove(weight, above)));
  const totalAt = (k: Decimal) => {
    const moved = cohort.map((i) => anchor.plus(k.times(stage.weights[i]!.minus(anchor))));
    return outside.plus(sum(moved.filter((weight) => isAbove(weight, above))));
  };
  if (!isAbove(totalAt(ONE), target)) return ONE;
  const counted = cohort
    .map((i) => stage.weights[i]!)
    .filter((weight) => isAbove(weight, above))
    .toSorted((a, b) => b.cmp(a));
  const falls = counted.map((weight) => above.minus(anchor).div(weight.minus(anchor)));
  for (let j = counted.length; j >= 1; j -= 1) {
    const top = j === counted.length ? ONE : falls[j]!;
    if (!isAbove(totalAt(top), target)) return inRange(top);
    const excess = sum(counted.slice(0, j)).minus(anchor.times(j));
    const k = target.minus(outside).minus(anchor.times(j)).div(excess);
    if (k.isFinite() && isAbove(k, falls[j - 1]!) && !isAbove(k, top)) return inRange(k);
  }
  const last = falls[0];
  return last !== undefined && !isAbove(totalAt(last), target) ? inRange(last) : undefined;
}

function inRange(k: Decimal): Decimal | undefined {
  return k.gte(0) && k.lte(1) ? k : undefined;
}
