import type { Aggregate, BasketQuantity, RoundingMode, WindowSpan } from '../model/expression.ts';

/**
 * What a value is of: `all` is one value for everything; otherwise one per line, per company or per member of a
 * declared group.
 */
export type Domain = 'all' | 'line' | 'company' | (string & {});
export type ValueType = 'number' | 'text' | 'date' | 'yes/no';

/**
 * A plan expression: names resolved, units checked and gone (percent and points are ratios: 24% is 0.24; a scale is
 * multiplied out; dates are ISO text in literals, epoch days as values). Every node says its domain and type.
 *
 * Domains nest: a value of `all`, a group or a company may be used where one per line (or per company, where the group
 * is uniform over it) is needed; it is then the value of the group the line belongs to.
 *
 * Missing is a value of every type. Arithmetic with missing is missing, so is division by zero and any non-finite
 * result; a comparison with missing is unknown; `and`, `or`, `not` are Kleene's; `if` with an unknown condition is
 * missing; `known` is never unknown; a condition that is unknown at the end does not hold.
 */
export type PlanExpression = { domain: Domain; type: ValueType } & PlanOperation;

export type PlanOperation =
  /**
   * `written`: as the rulebook has it, where that has a scale or unit (`5 million USD`, `24%`); it is for people and
   * not part of the hash.
   */
  | { op: 'number'; value: string; written?: string }
  | { op: 'text'; value: string }
  | { op: 'date'; value: string }
  | { op: 'yes-no'; value: boolean }
  /** A column of the market: point-in-time value as of the day of the context. */
  | { op: 'field'; field: string }
  /**
   * `line`, `company` (ids), `symbol` (in force on the day), `name`; of company domain: `company`, and `symbol`/`name`
   * of its first line.
   */
  | { op: 'attribute'; attribute: 'line' | 'company' | 'symbol' | 'name' }
  /** The group a line or company belongs to: its name as text. */
  | { op: 'group name'; group: string }
  | { op: 'measure'; measure: string }
  | { op: 'arithmetic'; operator: '+' | '-' | '*' | '/' | '^'; left: PlanExpression; right: PlanExpression }
  | { op: 'negate'; operand: PlanExpression }
  | { op: 'compare'; operator: '>=' | '<=' | '>' | '<' | 'is' | 'is not'; left: PlanExpression; right: PlanExpression }
  | { op: 'one of'; value: PlanExpression; options: PlanExpression[]; negated: boolean }
  | { op: 'and' | 'or'; left: PlanExpression; right: PlanExpression }
  | { op: 'not'; operand: PlanExpression }
  | { op: 'if'; condition: PlanExpression; then: PlanExpression; else: PlanExpression }
  | { op: 'otherwise'; value: PlanExpression; fallback: PlanExpression }
  | { op: 'known'; operand: PlanExpression }
  | { op: 'call'; fn: 'min' | 'max' | 'abs' | 'sqrt' | 'exp' | 'ln'; args: PlanExpression[] }
  /**
   * To a multiple of `step`. `up` and `down` are toward +∞ and −∞; a value that is a multiple already (to 40 digits)
   * stays.
   */
  | { op: 'round'; mode: RoundingMode; value: PlanExpression; step: PlanExpression }
  /**
   * Over each member of group `over` (`company`, a group): a value per group. All lines (companies, when value is per
   * company) of the universe count, less those where `where` is not true.
   */
  | { op: 'group aggregate'; fn: Aggregate; value: PlanExpression; over: string; where?: PlanExpression }
  /**
   * Over a set, one value: `universe`, `eligible`, `constituents` (before the review), `selected` (after it), or a
   * named set.
   */
  | { op: 'set aggregate'; fn: Aggregate; value: PlanExpression; over: string; where?: PlanExpression }
  /**
   * Over the market days of a stretch of time that ends on the day of the context; `needing`: missing with fewer
   * observations. Operands are read day by day without carrying a missing observation forward.
   */
  | { op: 'window'; fn: Aggregate; value: PlanExpression; span: WindowSpan; needing?: number }
  /**
   * The condition, taken month by month (the context's day: the month's last market day on or before the as-of date),
   * holds in at least so many of the last months, the as-of month included.
   */
  | { op: 'months'; condition: PlanExpression; atLeast: number; of: number }
  | { op: 'as of'; value: PlanExpression; date: string }
  /** From each line's trading currency (`from` absent) or a stated one. */
  | { op: 'convert'; value: PlanExpression; from?: string; to: string }
  /** The value when the latest earlier event (of that name) took place. */
  | { op: 'previous'; value: PlanExpression; event?: string }
  | { op: 'rank'; ranking: string }
  /**
   * From the best ranked down to the one at hand, itself included; `share`: over the total of all ranked (in its
   * group).
   */
  | { op: 'cumulative'; what: 'sum' | 'share'; value: PlanExpression; ranking: string }
  | { op: 'at rank'; value: PlanExpression; rank: PlanExpression; ranking: string }
  /**
   * Was a constituent of this index just before the event; or, of another one named, is published as one by the data
   * set on the day of the context.
   */
  | { op: 'constituent'; index?: string }
  /**
   * `eligible`, `selected`, or a named set as of this event or, where this event does not make it, the latest that did.
   */
  | { op: 'member'; set: string }
  /** Became a constituent after the effective date of the latest earlier event of that name. */
  | { op: 'added since'; event: string }
  /** Whole calendar months completed not counting the month of `since` (full months), or days after it. */
  | { op: 'elapsed'; unit: 'full months' | 'calendar days' | 'trading days'; since: PlanExpression }
  | { op: 'current'; quantity: BasketQuantity }
  | { op: 'of weights'; what: 'weight' | 'their total' | 'smallest of them' | 'nth largest'; n?: number };
