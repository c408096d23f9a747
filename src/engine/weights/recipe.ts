import type { PlanLimits, PlanWeighting } from '../../plan/plan.ts';
import type { Decimal } from '../numbers/decimal.ts';
import type { Values } from '../numbers/values.ts';
import type { Scope } from '../session/scope.ts';

/** All that a basket is computed from, in whatever number system: the lines in the order of ids, and the rules. */
export type Recipe = {
  scope: Scope;
  weighting: PlanWeighting;
  limits: PlanLimits[];
  lines: number[];
  /** Membership of each line, in the order of `lines`. */
  memberships: Decimal[];
};

/** A basket as computed, in the order of the recipe's lines. */
export type Built<S> = {
  before: Values<S>;
  after: Values<S>;
  capFactors: Values<S>;
  shares: Values<S>;
  /** Lines whose index shares rounding moves by more than one percent. */
  coarse: number[];
  traces: StageTrace<S>[];
  error: number;
};

/** What a stage of a limit saw and did, with items by their place in the block's list. */
export type StageTrace<S> = {
  block: string;
  stage: string;
  pointer: string;
  round: number;
  fired: boolean;
  observed: S | undefined;
  bound: S | undefined;
  nameOf: (item: number) => string;
  cohort: readonly number[];
  changes: Changes<S>;
  outcome?:
    | 'infeasible: failed'
    | 'infeasible: kept weights before'
    | 'infeasible: weighted equally'
    | 'infeasible: relaxed'
    | 'broken by later limits';
};

/** The items whose weight a stage changed, how each, and the weights of all before and after it; undefined where it changed none. */
export type Changes<S> = { items: number[]; how: How[]; before: Values<S>; after: Values<S> } | undefined;

export type How = 'fixed' | 'held at others bound' | 'shared';
