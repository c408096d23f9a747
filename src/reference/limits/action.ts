import { compareNumbers, type Decimal, isAbove, isBelow, sum, ZERO } from '../decimal.ts';
import { cap } from './cap.ts';
import { floor } from './floor.ts';
import { place } from './place.ts';
import { boundOf, type Placed, type Stage } from './stage-view.ts';
import { toward } from './toward.ts';

/** What a stage that fires does to the weights; undefined where that is impossible. */
export function act(stage: Stage, cohort: number[]): Placed | undefined {
  const { action } = stage.rule;
  const [first] = cohort;
  switch (action.kind) {
    case 'cap':
      return cap(stage, cohort, action.bound);
    case 'floor':
      return floor(stage, cohort, action.bound);
    case 'scale': {
      const target = boundOf(stage, cohort, action.target, first!);
      const total = sum(cohort.map((i) => stage.weights[i]!));
      return fix(stage, cohort, (i) => stage.weights[i]!.times(target).div(total));
    }
    case 'set':
      return fix(stage, cohort, (i) => boundOf(stage, cohort, action.value, i));
    case 'reduce': {
      const target = boundOf(stage, cohort, action.target, first!);
      const reduced = reduce(stage, cohort, target, (i) => boundOf(stage, cohort, action.bound, i));
      return fix(stage, cohort, (i) => reduced[i]!);
    }
    case 'toward': {
      const moved = toward(stage, cohort, action);
      return moved && fix(stage, cohort, (i) => moved.get(i)!);
    }
    default:
      return action satisfies never;
  }
}

/** The whole cohort is fixed; the others share what is left. */
function fix(stage: Stage, cohort: number[], weight: (item: number) => Decimal): Placed | undefined {
  const fixed = new Map(cohort.map((i) => [i, weight(i)]));
  if ([...fixed.values()].some((w) => w.lt(ZERO))) return undefined;
  return place(stage, cohort, fixed, new Map());
}

/** From the smallest upward each gets the bound while the total of the cohort is above the target. */
function reduce(stage: Stage, cohort: number[], target: Decimal, bound: (item: number) => Decimal): Decimal[] {
  const { cohort: told } = stage.rule;
  const weights = [...stage.weights];
  // Who was reduced out of a cohort told by `above` no longer counts.
  const counts = (i: number) =>
    told.kind !== 'above' || isAbove(weights[i]!, boundOf(stage, cohort, told.threshold, i));
  for (const i of cohort.toSorted((a, b) => compareNumbers(stage.weights[a]!, stage.weights[b]!) || a - b)) {
    if (!isAbove(sum(cohort.filter(counts).map((c) => weights[c]!)), target)) break;
    if (isBelow(bound(i), weights[i]!)) weights[i] = bound(i);
  }
  return weights;
}
