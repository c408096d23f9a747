/**
 * Aggregates over a group, a set or a window. Missing values are left out; of none at all the result is missing (count:
 * 0).
 */
export type Aggregate = 'sum' | 'average' | 'median' | 'count' | 'largest' | 'smallest';
/** How {@link Expression} `round` treats what lies between two steps. */
export type RoundingMode = 'up' | 'down' | 'half up' | 'half even';
/** Units of time that windows, durations and date rules count in. */
export type TimeUnit = 'trading days' | 'calendar days' | 'weeks' | 'months' | 'years';
export type Scale = 'thousand' | 'million' | 'billion' | 'trillion';
/** Quantities of the basket as it stands on the as-of date, before the review being computed. */
export type BasketQuantity = 'weight' | 'index shares' | 'cap factor' | 'membership';

/**
 * Words that only limits know: the weight at hand, the total of the cohort, the smallest of the cohort after the
 * action, the n-th largest weight of all.
 */
export type WeightTerm = 'weight' | 'their total' | 'smallest of them' | 'nth largest';

/** An expression as written: pure data, names unresolved, literals as decimal text. */
export type Expression =
  | { kind: 'number'; value: string; scale?: Scale; unit?: string }
  | { kind: 'text'; value: string }
  | { kind: 'date'; value: string }
  | { kind: 'yes-no'; value: boolean }
  | { kind: 'name'; name: string }
  | { kind: 'arithmetic'; op: '+' | '-' | '*' | '/' | '^'; left: Expression; right: Expression }
  | { kind: 'negate'; operand: Expression }
  | { kind: 'compare'; op: '>=' | '<=' | '>' | '<' | 'is' | 'is not'; left: Expression; right: Expression }
  | { kind: 'between'; value: Expression; low: Expression; high: Expression }
  | { kind: 'one of'; value: Expression; options: Expression[]; negated: boolean }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'not'; operand: Expression }
  | { kind: 'if'; condition: Expression; then: Expression; else: Expression }
  | { kind: 'otherwise'; value: Expression; fallback: Expression }
  | { kind: 'known'; operand: Expression }
  | { kind: 'call'; fn: 'min' | 'max' | 'abs' | 'sqrt' | 'exp' | 'ln'; args: Expression[] }
  | { kind: 'round'; mode: RoundingMode; value: Expression; step: Expression }
  | { kind: 'aggregate'; fn: Aggregate; value: Expression; over: string; where?: Expression }
  | { kind: 'window'; fn: Aggregate; value: Expression; span: WindowSpan; needing?: number }
  | { kind: 'months'; condition: Expression; atLeast: number; of: number }
  | { kind: 'as of'; value: Expression; date: string }
  | { kind: 'convert'; value: Expression; currency: string }
  | { kind: 'previous'; value: Expression; event?: string }
  | { kind: 'rank'; ranking: string }
  | { kind: 'cumulative'; what: 'sum' | 'share'; value: Expression; ranking: string }
  | { kind: 'at rank'; value: Expression; rank: Expression; ranking: string }
  | { kind: 'constituent'; index?: string }
  | { kind: 'member'; set: string }
  | { kind: 'added since'; event: string }
  | { kind: 'elapsed'; unit: 'full months' | 'calendar days' | 'trading days'; since: Expression }
  | { kind: 'current'; quantity: BasketQuantity }
  | { kind: 'of weights'; what: WeightTerm; n?: number };

/**
 * The stretch of time a window looks back over; it ends on the as-of date, included.
 * `last`: so many units (months: the calendar months up to the as-of date's, that month included up to the as-of date);
 * `by month`: the value is first taken per calendar month and the aggregate runs over the months;
 * `month`: the calendar month at hand (inside `by month` or `in at least … months`);
 * `since year start`: from 1 January of the as-of date's year.
 */
export type WindowSpan =
  | { kind: 'last'; count: number; unit: TimeUnit; byMonth?: boolean }
  | { kind: 'month' }
  | { kind: 'since year start' };
