import { compareNumbers, isAbove } from '../decimal.ts';
import { scopeOf } from '../context.ts';
import { holds } from '../read.ts';
import { boundOf, type Stage } from './stage-view.ts';

/** The items a stage is about, in the order of ids. */
export function cohortOf(stage: Stage): number[] {
  const { items, weights, rule, review } = stage;
  const all = items.map((_, i) => i);
  switch (rule.cohort.kind) {
    case 'all':
      return all;
    case 'above': {
      const { threshold } = rule.cohort;
      return all.filter((i) => isAbove(weights[i]!, boundOf(stage, [], threshold, i)));
    }
    case 'largest':
      return all
        .toSorted((a, b) => compareNumbers(weights[b]!, weights[a]!) || a - b)
        .slice(0, rule.cohort.count)
        .toSorted((a, b) => a - b);
    case 'where': {
      const { condition } = rule.cohort;
      return all.filter((i) => holds(condition, inSight(stage, i), items[i]!.entity));
    }
    default:
      return rule.cohort satisfies never;
  }

  function inSight({ weights: w }: Stage, i: number) {
    const byWeight = w.toSorted((a, b) => b.cmp(a));
    const sight = { weight: w[i]!, total: undefined, smallest: undefined, nthLargest: (n: number) => byWeight[n - 1] };
    return { ...scopeOf(review), weights: sight };
  }
}
