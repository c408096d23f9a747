import type { PlanLimit, PlanTrigger } from '../../plan/plan-limit.ts';
import type { PlanLimits } from '../../plan/plan.ts';
import type { Numbers } from '../numbers/numbers.ts';
import type { Scope } from '../session/scope.ts';
import type { StageTrace } from '../weights/recipe.ts';
import { type Fixed, fixWeights } from './actions.ts';
import { shareOut } from './share-out.ts';
import { boundOf, type InSight, itemTruth, mentionsOwnWeight } from './stage-value.ts';

/** One stage at work on the items of its block. */
export type Stage<S> = {
  numbers: Numbers<S>;
  scope: Scope;
  block: PlanLimits;
  rule: PlanLimit;
  items: { entities: number[]; ids: string[] };
  round: number;
};

/** What came of a stage. */
export type StageResult<S> = { weights: S[]; changed: boolean } | { infeasible: string };

/** Looks at one stage: its cohort, its trigger, and where that holds its action on the weights. */
export function runStage<S>(stage: Stage<S>, weights: S[], traces: StageTrace<S>[]): StageResult<S> {
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
    cohort: cohort.map((i) => items.ids[i]!),
    changes: [],
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
function capBindsOutside<S>(stage: Stage<S>, weights: S[], cohort: number[], seen: InSight<S>): boolean {
  const { action, cohort: told } = stage.rule;
  if (action.kind !== 'cap' || (told.kind !== 'above' && told.kind !== 'largest')) return false;
  const inside = new Set(cohort);
  return weights.some(
    (weight, i) => !inside.has(i) && stage.numbers.compare(weight, boundOf(stage, action.bound, i, seen)) > 0,
  );
}

function applyFixed<S>(
  stage: Stage<S>,
  weights: S[],
  cohort: number[],
  fixed: Map<number, Fixed<S>>,
  trace: StageTrace<S>,
): StageResult<S> {
  const { numbers, items } = stage;
  const shared = shareOut(stage, weights, cohort, fixed);
  if ('infeasible' in shared) return shared;
  const after = shared.weights;
  if (shared.relaxed) trace.outcome = 'infeasible: relaxed';
  let changed = false;
  let open = false;
  after.forEach((weight, i) => {
    const before = weights[i]!;
    if (weight === before) return;
    if (!numbers.differ(weight, before)) {
      open ||= numbers.error > 0;
      return;
    }
    changed = true;
    const how = shared.held.has(i)
      ? 'held at others bound'
      : fixed.has(i) || shared.bounded.has(i)
        ? 'fixed'
        : 'shared';
    trace.changes.push({ item: items.ids[i]!, before, after: weight, how });
  });
  // Where a change is too small to be seen, whether there is one at all is a question for decimals.
  if (open) for (const [i, weight] of after.entries()) numbers.compare(weight, weights[i]!);
  return changed ? { weights: after, changed } : { weights, changed };
}

function cohortOf<S>(stage: Stage<S>, weights: S[]): number[] {
  const { numbers, rule } = stage;
  const all = weights.map((_, i) => i);
  const { cohort } = rule;
  switch (cohort.kind) {
    case 'all':
      return all;
    case 'above': {
      const seen = inSight(stage, weights, all);
      return all.filter((i) => {
        return numbers.compare(weights[i]!, boundOf(stage, cohort.threshold, i, seen)) > 0;
      });
    }
    case 'largest':
      return byWeight(numbers, weights)
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
function inSight<S>(stage: Stage<S>, weights: S[], cohort: number[]): InSight<S> {
  const { numbers } = stage;
  return {
    weights,
    shared: new Map(),
    total: () => numbers.sum(cohort.map((i) => weights[i]!)),
    smallest: () =>
      extreme(
        numbers,
        cohort.map((i) => weights[i]!),
        -1,
      ),
    nthLargest: (n) => {
      const at = byWeight(numbers, weights)[n - 1];
      return at === undefined ? undefined : weights[at];
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
  weights: S[],
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
      const observed = extreme(
        numbers,
        cohort.map((i) => weights[i]!),
        above ? 1 : -1,
      );
      const at = cohort.find((i) => weights[i] === observed)!;
      const bounds = trigger.bound.domain === 'all' && !mentionsOwnWeight(trigger.bound) ? [at] : cohort;
      // Everyone must have a bound, also after the first weight that meets its own.
      const met = bounds.map((i) => {
        return meets(numbers.compare(weights[i]!, boundOf(stage, trigger.bound, i, seen)), trigger.operator);
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
