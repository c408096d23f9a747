/** A decimal number as text, already in its published rounding. */
export type DecimalText = string;

/**
 * What a run gives, from the engine and from the reference alike. Dates are ISO text; numbers that are published are
 * decimal text.
 */
export type Run = {
  index: string;
  planHash: string;
  from: string;
  to: string;
  levels: LevelRow[];
  reviews: Review[];
  /** Changes between reviews made by policies and decisions. */
  changes: BasketChange[];
  divisors: DivisorRow[];
  warnings: RunWarning[];
};

/** A divisor with the day it came into force and why. `computed`: what the rules gave, where a decision set another. */
export type DivisorRow = { date: string; divisor: DecimalText; cause: string; computed?: DecimalText };

export type LevelRow = { date: string; price: DecimalText; total?: DecimalText; net?: DecimalText };
export type RunWarning = { code: string; message: string; count: number; examples: string[] };

/** One event that took place. `id` is `NAME EFFECTIVE-DATE`. */
export type Review = {
  id: string;
  event: string;
  dates: Record<string, string>;
  /** Where the incumbents came from. */
  incumbents: 'previous review' | 'published constituents' | 'none';
  basket: BasketRow[];
  additions: string[];
  deletions: string[];
  /** Lines of the basket that had left the market by the effective date, by id: they do not come in. */
  gone: string[];
  /** Best ranked that were not selected, in order (companies or lines, as the selection). */
  reserve: string[];
  /** Stages looked at, in order, with what they saw and did. */
  limits: LimitTrace[];
  /** One per entity that the rules looked at, in the order of ids. Empty unless asked for. */
  decisions: DecisionRecord[];
  /** What else the rules read of single lines, where these were asked for. */
  particulars?: Particulars[];
};

/** What the rules of a review read of a line and its company, besides what decisions record. */
export type Particulars = {
  line: string;
  /** What makes it belong to the universe or not. */
  universe: Compared[];
  rankings: ParticularRank[];
  /**
   * Every step of every selection, in order, with what it asks of one security by itself: who, which rank, which
   * condition.
   */
  steps: ParticularStep[];
};
/**
 * What a line or company is ranked by; `rank` and the number of those it is ranked among are absent where it has none.
 */
export type ParticularRank = {
  of: 'line' | 'company';
  ranking: string;
  pointer: string;
  rank?: number;
  among?: number;
  where: Compared[];
  keys: { by: string; order: 'largest first' | 'smallest first'; value: string }[];
};
export type ParticularStep = {
  of: 'line' | 'company';
  set: string;
  tier: string;
  pointer: string;
  compared: Compared[];
};

/**
 * weight and cap factor: 12 decimals; index shares: as the rulebook rounds them, else 12 significant digits at least 6
 * decimals.
 */
export type BasketRow = {
  line: string;
  symbol: string;
  company: string;
  membership: DecimalText;
  weight: DecimalText;
  indexShares: DecimalText;
  capFactor: DecimalText;
};

/**
 * `round` counts the passes of `until stable` from 1. `cut` and `raised` hold items whose weight was fixed by the
 * stage; weights to 12 decimals.
 */
export type LimitTrace = {
  block: string;
  stage: string;
  pointer: string;
  round: number;
  fired: boolean;
  /** What the trigger compared: the largest (smallest) weight or the total, and the bound. */
  observed?: DecimalText;
  bound?: DecimalText;
  cohort: string[];
  changes: {
    item: string;
    before: DecimalText;
    after: DecimalText;
    how: 'fixed' | 'held at others bound' | 'shared';
  }[];
  outcome?:
    | 'infeasible: failed'
    | 'infeasible: kept weights before'
    | 'infeasible: weighted equally'
    | 'infeasible: relaxed'
    | 'broken by later limits';
};

export type Outcome = 'yes' | 'no' | 'unknown';
/** A comparison a rule made, in the words of the rulebook, with the values found (12 significant digits; `missing`). */
export type Compared = { left: string; operator: string; right: string; outcome: Outcome };
export type RuleOutcome = {
  rule: string;
  pointer: string;
  force: 'require' | 'guideline';
  outcome: Outcome;
  compared: Compared[];
};

/** What the rules decided about one line or company at one review. */
export type DecisionRecord = {
  review: string;
  of: 'line' | 'company';
  id: string;
  symbol: string;
  incumbent: boolean;
  eligible: boolean;
  rules: RuleOutcome[];
  /** Rank in the selection's ranking and in any other that the event used. */
  ranks: Record<string, number>;
  /** The step that decided (selected or dropped), and the set. */
  tiers: { set: string; tier: string; pointer: string; result: 'selected' | 'dropped' | 'not selected' }[];
  membership: DecimalText;
};

/** A change of the basket between reviews. */
export type BasketChange = { date: string; kind: string; line: string; detail: string; policy?: string };
