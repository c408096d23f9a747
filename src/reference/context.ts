import type { TradingCalendar } from '../calendar/index.ts';
import type { Market } from '../market/index.ts';
import type { Plan, PlanRule } from '../plan/plan.ts';
import { inForce } from '../plan/in-force.ts';
import type { PlanExpression } from '../plan/expression.ts';
import type { Decimal } from './decimal.ts';
import type { Entity } from './entity-kinds.ts';
import type { Value } from './value.ts';
import type { WarningLog } from './warnings.ts';

/** What a run or a review has been given. */
export type World = {
  plan: Plan;
  market: Market;
  calendar: TradingCalendar;
  warnings: WarningLog;
  /** Whether a rule asks who is selected, so that what was worked out no longer holds when one more is. */
  asksSelected: boolean;
  /** How expressions are read; see expression.ts. */
  evaluate(expression: PlanExpression, scope: Scope, entity: Entity): Value;
};

/** One line in the basket. `untilNextReview`: a spun-off line that leaves at the next one. */
export type Holding = { shares: Decimal; capFactor: Decimal; membership: Decimal; untilNextReview?: boolean };
/** What the index holds, by line. */
export type Basket = Map<number, Holding>;

/** A named subset of lines or companies. */
export type NamedSet = { of: 'line' | 'company'; members: Set<number> };

/** Everything that the rules see at one event, filled in as the steps of the review are taken. */
export type Review = World & {
  event: string;
  dates: Record<string, number>;
  effective: number;
  /** The day as of which values are read unless a rule names another. */
  asOf: number;
  /** Nothing known later is seen. */
  knownBy: number;
  incumbents: Set<number>;
  /** Since when each incumbent line, and each company of one, has been in without a break. */
  memberSince: { lines: Map<number, number>; companies: Map<number, number> };
  /** The basket in force on a day, if there is one. */
  basketOn(day: number): Basket | undefined;
  /** The events that took place before, oldest first. */
  earlier: Review[];
  /** Lines; undefined while `where` of the universe is being read. */
  universe: Set<number> | undefined;
  eligible: { lines: Set<number>; companies: Set<number> } | undefined;
  sets: Map<string, NamedSet>;
  /** What the main selection has selected so far; undefined before it. */
  selected: NamedSet | undefined;
  /** The lines that come into the basket, once they are known. */
  selectedLines: Set<number> | undefined;
  /** Values that were worked out already, forgotten at every step. */
  memo: Map<string, unknown>;
};

/** What a limit stage lets expressions see of the weights. */
export type WeightsInSight = {
  weight?: Decimal;
  total: Decimal | undefined;
  smallest: Decimal | undefined;
  nthLargest(n: number): Decimal | undefined;
};

/**
 * Where an expression is read: at which review, as of which day, and whether a missing daily value is carried forward.
 */
export type Scope = { review: Review; day: number; carry: boolean; weights?: WeightsInSight };

/** The versions of rules that are in force at a review: by the effective date. */
export function inForceAt<Rule extends PlanRule>(review: Review, rules: Rule[]): Rule[] {
  return rules.filter((rule) => inForce(rule, review.effective));
}

/** Those of them that run at the review's event. */
export function runAt<Rule extends PlanRule & { at?: string[] }>(review: Review, rules: Rule[]): Rule[] {
  return inForceAt(review, rules).filter((rule) => rule.at === undefined || rule.at.includes(review.event));
}

/** An expression is read as of the review's own day. */
export function scopeOf(review: Review): Scope {
  return { review, day: review.asOf, carry: true };
}
