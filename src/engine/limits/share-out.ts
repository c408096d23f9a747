import { one } from '../numbers/decimal.ts';
import type { Fixed } from './actions.ts';
import { extreme, type Stage } from './stage.ts';
import { boundOf, type InSight } from './stage-value.ts';

/** New weights of all items; who was held at a bound of `others`, and who at a bound of `cap` or `floor`. */
export type Shared<S> = { weights: S[]; held: Set<number>; bounded: Set<number>; relaxed: boolean };

/**
 * Gives what is left after the fixed weights to the other items in proportion to their weights, none beyond its bound:
 * those that would be are fixed at it, and the factor is found anew (water-filling).
 */
export function shareOut<S>(
  stage: Stage<S>,
  weights: S[],
  cohort: number[],
  given: Map<number, Fixed<S>>,
): Shared<S> | { infeasible: string } {
  const { numbers, rule } = stage;
  const { action } = rule;
  const inCohort = new Set(cohort);
  const fixed = new Map([...given].map(([i, f]) => [i, f.weight]));
  const held = new Set<number>();
  const bounded = new Set([...given].filter(([, f]) => f.bound).map(([i]) => i));
  const seen = afterAction(stage, weights, cohort, fixed);
  const before = afterAction(stage, weights, cohort, new Map());
  const told = rule.cohort.kind === 'above' || rule.cohort.kind === 'largest';
  const others = (i: number): S | undefined =>
    rule.others === undefined || inCohort.has(i) ? undefined : boundOf(stage, rule.others, i, seen);
  const cap = (i: number): S | undefined =>
    action.kind === 'cap' && (inCohort.has(i) || told) ? boundOf(stage, action.bound, i, before) : undefined;
  const floor = (i: number): S | undefined =>
    action.kind === 'floor' && inCohort.has(i) ? boundOf(stage, action.bound, i, before) : undefined;
  /** All bounds times the one factor with which every bounded weight ends at its bound and the total is 1. */
  const relax = (why: string): Shared<S> | { infeasible: string } => {
    if (stage.block.infeasible !== 'relax to feasible') return { infeasible: why };
    const zero = numbers.of(one.minus(one));
    const bounds = new Map<number, S>();
    const rest: S[] = [zero];
    weights.forEach((_, i) => {
      const given1 = given.get(i);
      const bound = held.has(i) || bounded.has(i) ? fixed.get(i) : least(numbers, cap(i), others(i));
      if (given1 !== undefined && !given1.bound) rest.push(given1.weight);
      else if (bound !== undefined) bounds.set(i, bound);
    });
    const room = numbers.of(one);
    const taken = numbers.sum(rest);
    if (numbers.compare(taken, room) >= 0) return { infeasible: why };
    if ([...weights.keys()].some((i) => !bounds.has(i) && !given.has(i))) return { infeasible: why };
    const factor = numbers.divide(numbers.subtract(room, taken), numbers.sum([zero, ...bounds.values()]));
    numbers.rescaled();
    const made = weights.map((_, i) => {
      const bound = bounds.get(i);
      return bound === undefined ? given.get(i)!.weight : numbers.multiply(bound, factor);
    });
    return { weights: made, held, bounded, relaxed: true };
  };
  for (;;) {
    const free = weights.map((_, i) => i).filter((i) => !fixed.has(i));
    const total = numbers.sum([numbers.of(one.minus(one)), ...fixed.values()]);
    if (free.length === 0) {
      // Weights that make exactly 1 leave nothing to place.
      if (numbers.compare(total, numbers.of(one)) === 0) break;
      return relax(`\`${rule.name}\` leaves weight that no item may take`);
    }
    if (numbers.compare(total, numbers.of(one)) >= 0) {
      return relax(`\`${rule.name}\` fixes weights of 1 or more in total`);
    }
    const room = numbers.subtract(numbers.of(one), total);
    const factor = numbers.divide(room, numbers.sum(free.map((i) => weights[i]!)));
    numbers.rescaled();
    const shared = new Map(free.map((i) => [i, numbers.multiply(weights[i]!, factor)]));
    let beyond = false;
    for (const [i, weight] of shared) {
      for (const [bound, sign] of [
        [cap(i), 1],
        [others(i), 1],
        [floor(i), -1],
      ] as const) {
        if (bound === undefined || fixed.has(i) || sign * numbers.compare(weight, bound) <= 0) continue;
        const own = sign === 1 ? cap(i) : bound;
        const other = sign === 1 ? others(i) : undefined;
        const byOwn = own !== undefined && (other === undefined || numbers.compare(own, other) < 0);
        fixed.set(i, byOwn ? own : other!);
        (byOwn ? bounded : held).add(i);
        beyond = true;
      }
    }
    if (beyond) continue;
    for (const [i, weight] of shared) fixed.set(i, weight);
    break;
  }
  return { weights: weights.map((weight, i) => fixed.get(i) ?? weight), held, bounded, relaxed: false };
}

function least<S>(numbers: Stage<S>['numbers'], a: S | undefined, b: S | undefined): S | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return extreme(numbers, [a, b], -1);
}

/** What `others` sees: the weight before the action, the cohort after it, and the n-th largest of before as it is after. */
function afterAction<S>(stage: Stage<S>, weights: S[], cohort: number[], fixed: Map<number, S>): InSight<S> {
  const { numbers } = stage;
  const after = (i: number) => fixed.get(i) ?? weights[i]!;
  const own = new Map(fixed);
  const members = cohort.map((i) => own.get(i) ?? weights[i]!);
  return {
    weights,
    total: () => numbers.sum(members),
    smallest: () => extreme(numbers, members, -1),
    nthLargest: (n) => {
      const at = weights.map((_, i) => i).sort((a, b) => numbers.compare(weights[b]!, weights[a]!) || a - b)[n - 1];
      return at === undefined ? undefined : after(at);
    },
  };
}
