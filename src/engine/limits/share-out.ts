import { one } from '../numbers/decimal.ts';
import type { Fixed } from './actions.ts';
import type { Numbers } from '../numbers/numbers.ts';
import { listed, placesOf, type Values } from '../numbers/values.ts';
import { byWeight, extreme, type Stage } from './stage.ts';
import { boundOf, type InSight } from './stage-value.ts';

/** New weights of all items; who was held at a bound of `others`, and who at a bound of `cap` or `floor`. */
export type Shared<S> = { weights: Values<S>; held: Set<number>; bounded: Set<number>; relaxed: boolean };

/** The bounds of a stage on items that share what is left. */
type Bounds<S> = { cap(i: number): S | undefined; others(i: number): S | undefined; floor(i: number): S | undefined };

/**
 * Gives what is left after the fixed weights to the other items in proportion to their weights, none beyond its bound:
 * those that would be are fixed at it, and the factor is found anew (water-filling). Floors are looked at once nobody
 * is above a bound, and whoever they fix, the sharing begins anew.
 */
export function shareOut<S>(
  stage: Stage<S>,
  weights: Values<S>,
  cohort: number[],
  given: Map<number, Fixed<S>>,
): Shared<S> | { infeasible: string } {
  const { numbers } = stage;
  const fixed = new Map(given);
  const bounds = boundsOf(stage, weights, cohort, fixed);
  for (;;) {
    const poured = pour(stage, weights, fixed, bounds);
    if ('infeasible' in poured || poured.relaxed) return poured;
    let below = false;
    for (let i = 0; i < weights.length; i += 1) {
      const floor = fixed.has(i) ? undefined : bounds.floor(i);
      if (floor === undefined || numbers.compare(poured.weights.at(i), floor) >= 0) continue;
      fixed.set(i, { weight: floor, bound: true });
      below = true;
    }
    if (!below) return poured;
  }
}

function boundsOf<S>(stage: Stage<S>, weights: Values<S>, cohort: number[], fixed: Map<number, Fixed<S>>): Bounds<S> {
  const { rule } = stage;
  const { action, others } = rule;
  const inCohort = new Set(cohort);
  const told = rule.cohort.kind === 'all' || rule.cohort.kind === 'above' || rule.cohort.kind === 'largest';
  const before = inSight(stage, weights, cohort, new Map());
  let seen = { size: -1, sight: before };
  const after = (size: number): InSight<S> => {
    if (seen.size !== size) seen = { size, sight: inSight(stage, weights, cohort, fixed) };
    return seen.sight;
  };
  return {
    cap: (i) =>
      action.kind === 'cap' && (inCohort.has(i) || told) ? boundOf(stage, action.bound, i, before) : undefined,
    floor: (i) => (action.kind === 'floor' && inCohort.has(i) ? boundOf(stage, action.bound, i, before) : undefined),
    others: (i) => (others === undefined || inCohort.has(i) ? undefined : boundOf(stage, others, i, after(fixed.size))),
  };
}

/** Water-filling under upper bounds. */
function pour<S>(
  stage: Stage<S>,
  weights: Values<S>,
  given: Map<number, Fixed<S>>,
  bounds: Bounds<S>,
): Shared<S> | { infeasible: string } {
  const { numbers, rule } = stage;
  const { many } = numbers;
  const unity = numbers.of(one);
  const fixed = new Map([...given].map(([i, f]) => [i, f.weight]));
  const held = new Set<number>();
  const bounded = new Set([...given].filter(([, f]) => f.bound).map(([i]) => i));
  const places = placesOf(weights.length);
  const upper = places.map((i) => (given.has(i) ? undefined : upperBound(stage, bounds, i)));
  for (;;) {
    const free = places.filter((i) => !fixed.has(i));
    const total = numbers.sum([numbers.of(one.minus(one)), ...fixed.values()]);
    const order = numbers.compare(total, unity);
    // Weights that make exactly 1 leave nothing to place.
    if (free.length === 0 && order === 0)
      return { weights: many.together(places.length, fixed, [], many.of([])), held, bounded, relaxed: false };
    if (free.length === 0)
      return relax(stage, weights, given, bounds, upper, `\`${rule.name}\` leaves weight that no item may take`);
    if (order >= 0)
      return relax(stage, weights, given, bounds, upper, `\`${rule.name}\` fixes weights of 1 or more in total`);
    const before = many.pick(weights, free);
    const factor = numbers.divide(numbers.subtract(unity, total), many.sum(before));
    numbers.rescaled();
    const shared = many.scale(before, factor);
    const beyond = aboveBounds(
      numbers,
      shared,
      free.map((i) => upper[i]?.weight),
    );
    if (beyond.length === 0)
      return { weights: many.together(places.length, fixed, free, shared), held, bounded, relaxed: false };
    for (const k of beyond) {
      const i = free[k]!;
      fixed.set(i, upper[i]!.weight);
      (upper[i]!.own ? bounded : held).add(i);
    }
  }
}

/** The places of those that are above their bound, if they have one. */
function aboveBounds<S>(numbers: Numbers<S>, weights: Values<S>, bounds: (S | undefined)[]): number[] {
  const first = bounds[0];
  if (first === undefined || bounds.some((bound) => bound !== first))
    return placesOf(weights.length).filter(
      (k) => bounds[k] !== undefined && numbers.compare(weights.at(k), bounds[k]) > 0,
    );
  const flags = numbers.many.beyond(weights, first, 1);
  return placesOf(weights.length).filter((k) => flags[k] === 1);
}

/** The tighter of an item's bounds; `own`: it is that of `cap`. */
function upperBound<S>(stage: Stage<S>, bounds: Bounds<S>, i: number): { weight: S; own: boolean } | undefined {
  const { numbers } = stage;
  const [cap, others] = [bounds.cap(i), bounds.others(i)];
  if (cap !== undefined && (others === undefined || numbers.compare(cap, others) < 0))
    return { weight: cap, own: true };
  return others === undefined ? undefined : { weight: others, own: false };
}

/**
 * Where bounds can't be met and the block says so: all bounds times the one factor with which every bounded weight is
 * at its bound.
 */
function relax<S>(
  stage: Stage<S>,
  weights: Values<S>,
  given: Map<number, Fixed<S>>,
  { floor }: Bounds<S>,
  upper: ({ weight: S; own: boolean } | undefined)[],
  why: string,
): Shared<S> | { infeasible: string } {
  const { numbers, block } = stage;
  if (block.infeasible !== 'relax to feasible') return { infeasible: why };
  const zero = numbers.of(one.minus(one));
  const places = placesOf(weights.length);
  // Who lies above a floor comes down to his part of the floors like everyone else.
  const free = (i: number) => upper[i]?.weight ?? floor(i);
  const bounds = places.map((i) => (given.has(i) ? boundOfGiven(given.get(i)!) : free(i)));
  const rest = places.map((i) => (given.get(i)?.bound === false ? given.get(i)!.weight : undefined));
  if (places.some((i) => bounds[i] === undefined && rest[i] === undefined)) return { infeasible: why };
  const taken = numbers.sum([zero, ...rest.filter((weight) => weight !== undefined)]);
  const known = bounds.filter((bound) => bound !== undefined);
  if (known.length === 0 || numbers.compare(taken, numbers.of(one)) >= 0) return { infeasible: why };
  const total = numbers.sum([zero, ...known]);
  if (!(numbers.near(total) > 0)) return { infeasible: why };
  const factor = numbers.divide(numbers.subtract(numbers.of(one), taken), total);
  numbers.rescaled();
  const held = new Set<number>();
  const bounded = new Set<number>();
  places.forEach((i) => {
    if (bounds[i] !== undefined) (upper[i]?.own === false ? held : bounded).add(i);
  });
  return {
    weights: numbers.many.of(places.map((i) => rest[i] ?? numbers.multiply(bounds[i]!, factor))),
    held,
    bounded,
    relaxed: true,
  };
}

function boundOfGiven<S>({ weight, bound }: Fixed<S>): S | undefined {
  return bound ? weight : undefined;
}

/**
 * What `others` sees: the weight before the action, the cohort after it, and the n-th largest of before as it is after.
 */
function inSight<S>(stage: Stage<S>, weights: Values<S>, cohort: number[], fixed: Map<number, Fixed<S>>): InSight<S> {
  const { numbers } = stage;
  const after = (i: number) => fixed.get(i)?.weight ?? weights.at(i);
  const members = () => cohort.map(after);
  return {
    weights,
    shared: new Map(),
    total: () => numbers.sum(members()),
    smallest: () => extreme(numbers, members(), -1),
    nthLargest: (n) => {
      const at = byWeight(numbers, listed(weights))[n - 1];
      return at === undefined ? undefined : after(at);
    },
  };
}
