import type { PlanLimit, PlanTrigger } from '../../plan/plan-limit.ts';
import type { PlanLimits } from '../../plan/plan.ts';
import type { Numbers } from '../numbers/numbers.ts';
import { extremePlace, listed, placesOf, type Values } from '../numbers/values.ts';
import type { Scope } from '../session/scope.ts';
import type { Changes, StageTrace } from '../weights/recipe.ts';
import { type Fixed, fixWeights } from './actions.ts';
import { shareOut } from './share-out.ts';
import { boundOf, type InSight, itemTruth, placesBeyond, sameForAll } from './stage-value.ts';

/** The lines, companies or groups that a block limits. */
export type Items = { entities: readonly number[]; nameOf(item: number): string };

/** One stage at work on the items of its block. */
export type Stage<S> = {
  numbers: Numbers<S>;
  scope: Scope;
  block: PlanLimits;
  rule: PlanLimit;
  items: Items;
  round: number;
};

/** What came of a stage. */
export type StageResult<S> = { weights: Values<S>; changed: boolean } | { infeasible: string };

/** Looks at one stage: its cohort, its trigger, and where that holds its action on the weights. */
export function runStage<S>(stage: Stage<S>, weights: Values<S>, traces: StageTrace<S>[]): StageResult<S> {
  const { rule, block, items, round } = stage;
  const cohort = cohortOf(stage, weights);
  const seen = inSight(stage, weights, cohort);
  const { fires, observed, bound } = triggered(stage, weights, cohort, seen);
  const trace: StageTrace<S> = {
    block: block.name,
    stage: rule.name,
    pointer: rule.pointer,
    round,
    fired: false,
    observed,
    bound,
    nameOf: items.nameOf,
    cohort,
    changes: undefined,
  };
  traces.push(trace);
  if (!fires) return { weights, changed: false };
  trace.fired = true;
  const fixed = fixWeights(stage, weights, cohort, seen);
  if ('infeasible' in fixed) return fixed;
  if (fixed.size === 0 && rule.others === undefined && !capBindsOutside(stage, weights, cohort, seen))
    return { weights, changed: false };
  return applyFixed(stage, weights, cohort, fixed, trace);
}

/** Whether someone outside a cohort told by weights is beyond a bound of his own, which a cap holds him to all the same. */
function capBindsOutside<S>(stage: Stage<S>, weights: Values<S>, cohort: number[], seen: InSight<S>): boolean {
  const { action, cohort: told } = stage.rule;
  if (action.kind !== 'cap' || (told.kind !== 'above' && told.kind !== 'largest')) return false;
  const inside = new Set(cohort);
  const outside = placesOf(weights.length).filter((i) => !inside.has(i));
  return placesBeyond(stage, weights, outside, action.bound, seen, 1).length > 0;
}

function applyFixed<S>(
  stage: Stage<S>,
  weights: Values<S>,
  cohort: number[],
  fixed: Map<number, Fixed<S>>,
  trace: StageTrace<S>,
): StageResult<S> {
  const { numbers } = stage;
  const shared = shareOut(stage, weights, cohort, fixed);
  if ('infeasible' in shared) return shared;
  const { weights: after, held, bounded } = shared;
  if (shared.relaxed) trace.outcome = 'infeasible: relaxed';
  const differs = numbers.many.differ(after, weights);
  const changes: NonNullable<Changes<S>> = { items: [], how: [], before: weights, after };
  let open = false;
  for (let i = 0; i < after.length; i += 1) {
    const single = fixed.has(i) || held.has(i) || bounded.has(i);
    // What was given a weight may have been given its own.
    if (single && after.at(i) === weights.at(i)) continue;
    if (differs[i] === 0) {
      open ||= numbers.error > 0;
      continue;
    }
    changes.items.push(i);
    changes.how.push(held.has(i) ? 'held at others bound' : single ? 'fixed' : 'shared');
  }
  // Where a change is too small to be seen, whether there is one at all is a question for decimals.
  if (open) for (let i = 0; i < after.length; i += 1) numbers.compare(after.at(i), weights.at(i));
  if (changes.items.length === 0) return { weights, changed: false };
  trace.changes = changes;
  return { weights: after, changed: true };
}

function cohortOf<S>(stage: Stage<S>, weights: Values<S>): number[] {
  const { numbers, rule } = stage;
  const all = placesOf(weights.length);
  const { cohort } = rule;
  switch (cohort.kind) {
    case 'all':
      return all;
    case 'above': {
      const seen = inSight(stage, weights, all);
      return placesBeyond(stage, weights, all, cohort.threshold, seen, 1);
    }
    case 'largest':
      return byWeight(numbers, listed(weights))
        .slice(0, cohort.count)
        .sort((a, b) => a - b);
    case 'where': {
      const seen = inSight(stage, weights, all);
      return all.filter((i) => itemTruth(stage, cohort.condition, i, seen));
    }
    default:
      return cohort satisfies never;
  }
}

/** Places of weights from the largest down; equal ones in the order of ids. */
export function byWeight<S>(numbers: Numbers<S>, weights: S[]): number[] {
  return weights.map((_, i) => i).sort((a, b) => numbers.compare(weights[b]!, weights[a]!) || a - b);
}

/** What expressions see of the weights before the action. */
function inSight<S>(stage: Stage<S>, weights: Values<S>, cohort: number[]): InSight<S> {
  const { numbers } = stage;
  return {
    weights,
    shared: new Map(),
    total: () => numbers.many.sum(cohort.length === weights.length ? weights : numbers.many.pick(weights, cohort)),
    smallest: () => {
      const at = extremePlace(weights, cohort, -1);
      return at === undefined ? undefined : weights.at(at);
    },
    nthLargest: (n) => {
      const at = byWeight(numbers, listed(weights))[n - 1];
      return at === undefined ? undefined : weights.at(at);
    },
  };
}

/** The largest (1) or smallest (−1) of values; undefined of none. */
export function extreme<S>(numbers: Numbers<S>, values: S[], sign: 1 | -1): S | undefined {
  let best = values[0];
  // Among values too close to tell apart any will do: only the value is used.
  for (const value of values) if (sign * (numbers.near(value) - numbers.near(best!)) > 0) best = value;
  return best;
}

function triggered<S>(
  stage: Stage<S>,
  weights: Values<S>,
  cohort: number[],
  seen: InSight<S>,
): { fires: boolean; observed: S | undefined; bound: S | undefined } {
  const { numbers, rule } = stage;
  const trigger: PlanTrigger = rule.trigger;
  if (cohort.length === 0) return { fires: false, observed: undefined, bound: undefined };
  switch (trigger.kind) {
    case 'always':
      return { fires: true, observed: undefined, bound: undefined };
    case 'any': {
      const above = trigger.operator === '>' || trigger.operator === '>=';
      const at = extremePlace(weights, cohort, above ? 1 : -1)!;
      const observed = weights.at(at);
      const bounds = sameForAll(trigger.bound) ? [at] : cohort;
      // Everyone must have a bound, also after the first weight that meets its own.
      const met = bounds.map((i) => {
        return meets(numbers.compare(weights.at(i), boundOf(stage, trigger.bound, i, seen)), trigger.operator);
      });
      const fires = met.includes(true);
      return { fires, observed, bound: boundOf(stage, trigger.bound, at, seen) };
    }
    case 'total': {
      const observed = seen.total();
      const bound = boundOf(stage, trigger.bound, cohort[0]!, seen);
      const fires = meets(numbers.compare(observed, bound), trigger.operator);
      return { fires, observed, bound };
    }
    default:
      return trigger satisfies never;
  }
}

function meets(order: number, operator: '>' | '>=' | '<' | '<='): boolean {
  switch (operator) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    default:
      return operator satisfies never;
  }
}
