import type { CalendarExpr, DateRule } from '../calendar/index.ts';
import type { Infeasible } from '../model/limit.ts';
import type { Occasion } from '../model/policy.ts';
import type { Occurrence, Rounding } from '../model/section.ts';
import type { TierStep } from '../model/selection.ts';
import type { Domain, PlanExpression, ValueType } from './expression.ts';
import type { PlanLimit } from './plan-limit.ts';
import type { PlanPolicyEffect } from './plan-policy.ts';
import type { AtEvents, PlanRule } from './plan-rule.ts';

export type { AtEvents, PlanRule } from './plan-rule.ts';

/**
 * A checked rulebook, ready to be run: pure JSON, names resolved, units gone, nothing left to look up but market data.
 */
export type Plan = {
  planVersion: 1;
  /** sha256 over the canonical JSON of the plan without `hash` and all `pointer`s. */
  hash: string;
  index: { id: string; name: string; currency: string; calendar: CalendarExpr; ends?: string };
  fields: PlanField[];
  /** Versions; chosen by the effective date of the event. None: all lines. */
  universe: PlanUniverse[];
  groups: PlanGroup[];
  measures: PlanMeasure[];
  rankings: PlanRanking[];
  screens: PlanScreen[];
  selections: PlanSelection[];
  weightings: PlanWeighting[];
  limits: PlanLimits[];
  events: PlanEvent[];
  discretions: PlanDiscretion[];
  policies: PlanPolicy[];
  level: PlanLevel;
};

/** The lines that the rules speak about: those for which `where` is true, trading in `pricedIn`. */
export type PlanUniverse = PlanRule & { where?: PlanExpression; pricedIn?: string };
/** `unit` is what the data set has to deliver (`USD`, `shares`, `ratio`, `text`, …). */
export type PlanField = { name: string; domain: Domain; type: ValueType; unit: string };
/** A grouping of lines or companies by a text. */
export type PlanGroup = PlanRule & { by: PlanExpression };
/** `remembered`: some rule asks for its previous value, so that its values are kept after each event. */
export type PlanMeasure = PlanRule & { domain: Domain; value: PlanExpression; remembered: boolean };

export type PlanRankingKey = { value: PlanExpression; order: 'largest first' | 'smallest first' };
/**
 * An order over all lines or companies of the universe for which `where` is true and the first key is known; ranks
 * start at 1, in each group with `within`. Text goes by code unit. Values that agree to 40 digits are equal; entities
 * that agree in all keys are a run-time error.
 */
export type PlanRanking = PlanRule & {
  of: 'line' | 'company';
  where?: PlanExpression;
  within?: string;
  keys: PlanRankingKey[];
  remembered: boolean;
};

export type PlanScreen = PlanRule &
  AtEvents & {
    of: 'line' | 'company';
    force: 'require' | 'guideline';
    everyone?: PlanExpression;
    constituents?: PlanExpression;
    newcomers?: PlanExpression;
  };

/** `set` is `constituents` for the index itself. Candidates: all eligible, or the members of `candidates`. */
export type PlanSelection = PlanRule &
  AtEvents & {
    set: string;
    of: 'line' | 'company';
    ranking?: string;
    candidates?: string;
    tiers: PlanTier[];
    reserve?: number;
  };
/**
 * See the model's `TierStep`; the meaning is the same. A candidate without a rank is passed over by steps that need
 * one.
 */
export type PlanTier = PlanRule & TierStep<PlanExpression, PlanExpression>;

/**
 * One weighting in force; `value` per line or company. `notional` is absent where `method` is `by` of lines or `hold`.
 */
export type PlanWeighting = PlanRule &
  AtEvents & {
    of: 'line' | 'company';
    method: 'by' | 'equally' | 'hold';
    value?: PlanExpression;
    splitBy?: PlanExpression;
    entrantsOnly?: true;
    notional?: PlanExpression;
    roundShares?: Rounding;
  };

export type PlanLimits = PlanRule &
  AtEvents & { of: Domain; untilStable: boolean; stages: PlanLimit[]; infeasible: Infeasible };

/**
 * Runs the steps whose `at` names it (or nothing). `dates` always has `effective`; `reference` where any value is read.
 */
export type PlanEvent = PlanRule & {
  occurs: Occurrence;
  when?: PlanExpression;
  dates: (PlanRule & { rule: DateRule | { op: 'decided' } })[];
};
export type PlanDiscretion = PlanRule & { who: string; may: string; event: string; criteria?: PlanExpression };
export type PlanPolicy = PlanRule & { on: Occasion; effects: PlanPolicyEffect[] };

/**
 * Where the level starts, and how it is published; `versions` are chosen by the day and all have the same kinds of
 * returns. Base and divisor are decimal text; without `divisor` the divisor at the base date follows from the base
 * level.
 */
export type PlanLevel = {
  base: { value: string; date: string };
  divisor?: string;
  versions: PlanLevelVersion[];
};
/** `tax` is a ratio, as decimal text. */
export type PlanLevelVersion = PlanRule & {
  variants: ({ kind: 'price' } | { kind: 'total' } | { kind: 'net'; tax: string })[];
  roundLevel: Rounding;
  roundDivisor?: Rounding;
};
