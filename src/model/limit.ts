import type { Annotated, AtEvents, Named, Period } from './annotated.ts';
import type { Expression } from './expression.ts';

/**
 * The weights a stage speaks about, taken anew each time the stage is looked at. `E`: the expressions, of a rulebook or
 * of a plan.
 */
export type Cohort<E = Expression> =
  | { kind: 'all' }
  | { kind: 'above'; threshold: E }
  | { kind: 'largest'; count: number }
  | { kind: 'where'; condition: E };

/**
 * When a stage acts: any weight of the cohort, or their total, compared with a bound; `always` where nothing is said.
 */
export type Trigger =
  | { kind: 'always' }
  | { kind: 'any'; op: '>' | '>='; bound: Expression }
  | { kind: 'any below'; op: '<' | '<='; bound: Expression }
  | { kind: 'total'; op: '>' | '>='; bound: Expression };

/**
 * What a stage does. `cap`: none above the bound, the excess shared by the others in proportion, to the fixed point;
 * `floor`: none below; `scale`: the cohort multiplied so that its total is the target;
 * `set`: each of the cohort to an expression (`weight`, `their total` may be used);
 * `reduce`: the smallest of the cohort first, each to the bound, until their total is at most the target;
 * `toward`: the cohort moved toward an anchor, by one factor, until the total of weights above `above`
 * (absent: the largest weight) is the target.
 */
export type LimitAction<E = Expression> =
  | { kind: 'cap'; bound: E }
  | { kind: 'floor'; bound: E }
  | { kind: 'scale'; target: E }
  | { kind: 'set'; value: E }
  | { kind: 'reduce'; bound: E; target: E }
  | { kind: 'toward'; anchor: E; target: E; above?: E };

/**
 * One stage. `others`: no weight outside the cohort may end above this (`smallest of them` is the cohort's smallest
 * after the action). What the action frees goes to the others in proportion to their weights.
 */
export type LimitRule = Named & { cohort: Cohort; trigger: Trigger; action: LimitAction; others?: Expression };

/** What is done when the stages cannot be met. */
export type Infeasible = 'fail' | 'keep weights before' | 'weight equally' | 'relax to feasible';

/** Stages in order on the weights of one domain; `untilStable`: repeated until none of them acts. */
export type LimitsSection = { section: 'limits' } & Period &
  Annotated &
  AtEvents & { of: string; untilStable: boolean; rules: LimitRule[]; infeasible: Infeasible };
