import type { PlanExpression } from '../../plan/expression.ts';
import { one } from '../numbers/decimal.ts';
import { listed, type Values } from '../numbers/values.ts';
import { byWeight, extreme, type Stage } from './stage.ts';
import { boundOf, type InSight, placesBeyond, sameForAll } from './stage-value.ts';

/** A new weight that the action gives an item. `bound`: it sits at a bound of `cap` or `floor`. */
export type Fixed<S> = { weight: S; bound: boolean };

/** The weights that the action of a stage fixes, by place of the item. */
export function fixWeights<S>(
  stage: Stage<S>,
  weights: Values<S>,
  cohort: number[],
  seen: InSight<S>,
): Map<number, Fixed<S>> | { infeasible: string; size?: never } {
  const { numbers, rule } = stage;
  const { action } = rule;
  const fixed = new Map<number, Fixed<S>>();
  const value = (node: PlanExpression, item: number) => boundOf(stage, node, item, seen);
  switch (action.kind) {
    case 'cap':
    case 'floor': {
      const sign = action.kind === 'cap' ? 1 : -1;
      // A cap on a cohort told by weights binds everyone, so that everyone must have a bound.
      const everyone = sign > 0 && rule.cohort.kind !== 'where' && !sameForAll(action.bound);
      if (everyone) for (let i = 0; i < weights.length; i += 1) value(action.bound, i);
      for (const i of placesBeyond(stage, weights, cohort, action.bound, seen, sign))
        fixed.set(i, { weight: value(action.bound, i), bound: true });
      return fixed;
    }
    case 'scale': {
      const target = value(action.target, cohort[0]!);
      const factor = numbers.divide(target, seen.total());
      numbers.rescaled();
      for (const i of cohort) fixed.set(i, { weight: numbers.multiply(weights.at(i), factor), bound: false });
      return fixed;
    }
    case 'set':
      for (const i of cohort) {
        const weight = value(action.value, i);
        if (numbers.near(weight) < 0) return { infeasible: `\`${rule.name}\` sets a weight below zero` };
        fixed.set(i, { weight, bound: false });
      }
      return fixed;
    case 'reduce': {
      const target = value(action.target, cohort[0]!);
      const told = rule.cohort;
      const ascending = cohort.toSorted((a, b) => numbers.compare(weights.at(a), weights.at(b)) || a - b);
      for (const i of cohort) fixed.set(i, { weight: weights.at(i), bound: false });
      // Who was reduced out of a cohort told by `above` no longer counts.
      const counts = (i: number) =>
        told.kind !== 'above' || numbers.compare(fixed.get(i)!.weight, value(told.threshold, i)) > 0;
      for (const i of ascending) {
        const counted = cohort.filter(counts).map((k) => fixed.get(k)!.weight);
        if (counted.length === 0 || numbers.compare(numbers.sum(counted), target) <= 0) break;
        const bound = value(action.bound, i);
        if (numbers.compare(weights.at(i), bound) > 0) fixed.set(i, { weight: bound, bound: false });
      }
      return fixed;
    }
    case 'toward':
      return toward(stage, action, weights, cohort, seen);
    default:
      return action satisfies never;
  }
}

/** Moves the cohort toward the anchor by the largest factor from 0 to 1 with which the target is met. */
function toward<S>(
  stage: Stage<S>,
  action: Stage<S>['rule']['action'] & { kind: 'toward' },
  weights: Values<S>,
  cohort: number[],
  seen: InSight<S>,
): Map<number, Fixed<S>> | { infeasible: string; size?: never } {
  const { numbers, rule } = stage;
  const anchor = boundOf(stage, action.anchor, cohort[0]!, seen);
  const target = boundOf(stage, action.target, cohort[0]!, seen);
  const above = action.above === undefined ? undefined : boundOf(stage, action.above, cohort[0]!, seen);
  const inCohort = new Set(cohort);
  const before = listed(weights);
  const moved = (k: S) =>
    before.map((weight, i) =>
      inCohort.has(i) ? numbers.add(anchor, numbers.multiply(k, numbers.subtract(weight, anchor))) : weight,
    );
  const measure = (all: S[]): S =>
    above === undefined
      ? extreme(
          numbers,
          cohort.map((i) => all[i]!),
          1,
        )!
      : numbers.sum(all.filter((weight) => numbers.compare(weight, above) > 0));
  const met = (k: S) => numbers.compare(measure(moved(k)), target) <= 0;
  const result = (k: S) => {
    const all = moved(k);
    numbers.rescaled();
    return new Map(cohort.map((i) => [i, { weight: all[i]!, bound: false }]));
  };
  const full = numbers.of(one);
  if (met(full)) return result(full);
  for (const k of candidates(stage, weights, cohort, anchor, target, above)) if (met(k)) return result(k);
  return { infeasible: `\`${rule.name}\` cannot reach its target by moving weights` };
}

/** Factors at which the measure may come to the target, largest first: one for each number of weights that stay above. */
function candidates<S>(
  stage: Stage<S>,
  weights: Values<S>,
  cohort: number[],
  anchor: S,
  target: S,
  above: S | undefined,
): S[] {
  const { numbers } = stage;
  const values = cohort.map((i) => weights.at(i));
  const descending = byWeight(numbers, values).map((i) => values[i]!);
  const found: S[] = [];
  const add = (top: S, bottom: S) => {
    if (numbers.near(bottom) === 0) return;
    const k = numbers.divide(top, bottom);
    if (numbers.near(k) >= 0 && numbers.near(k) <= 1) found.push(k);
  };
  if (above === undefined) {
    add(numbers.subtract(target, anchor), numbers.subtract(descending[0]!, anchor));
    return found;
  }
  const inCohort = new Set(cohort);
  const outside = listed(weights).filter((weight, i) => !inCohort.has(i) && numbers.compare(weight, above) > 0);
  const fixedTotal = numbers.sum([numbers.of(one.minus(one)), ...outside]);
  for (let m = 1; m <= descending.length; m += 1) {
    const anchors = numbers.sum(descending.slice(0, m).map(() => anchor));
    const total = numbers.sum(descending.slice(0, m));
    add(numbers.subtract(numbers.subtract(target, fixedTotal), anchors), numbers.subtract(total, anchors));
    // Where a weight comes down to the threshold it no longer counts.
    add(numbers.subtract(above, anchor), numbers.subtract(descending[m - 1]!, anchor));
  }
  return found.sort((a, b) => numbers.near(b) - numbers.near(a));
}
