import type { OwnCalendars } from '../calendar/index.ts';

/**
 * Identifiers of one kind of entity in canonical order (sorted by code unit), and the place of each in that order. Identifiers that a
 * line had under earlier symbols are in the index too.
 */
export type EntityTable = { ids: string[]; index: Map<string, number> };

/**
 * What a field holds. A `date` is an epoch day, a `yes/no` is 1 or 0; a percentage is a fraction (12.5 % is 0.125).
 */
export type FieldType = 'number' | 'text' | 'date' | 'yes/no';

/**
 * A field as a data set declares it. `domain` is `line`, `company`, `market` (one value for the whole data set) or the name of
 * a grouping such as `sector`. `unit` is as written: `USD per share`, `shares`, `%`, `currency per share` (the line's own currency).
 */
export type FieldInfo = { name: string; domain: string; type: FieldType; unit?: string };

export type Dated = {
  /** Range of entity `e` in the arrays below: `offsets[e]` to `offsets[e + 1]`, end exclusive. */
  offsets: Int32Array;
  /** Epoch day from which the value holds, ascending within an entity; `ALWAYS` for an attribute that never changes. */
  dates: Int32Array;
  /** Epoch day on which the value was known. */
  known: Int32Array;
};

/**
 * The values of one field.
 * `series`: daily observations of lines, dense, at `line * days.length + day index`; NaN (or code -1) where there was none.
 * `steps`: values that hold from a date until the next one.
 */
export type Column = { info: FieldInfo } & (
  | { kind: 'series'; domain: 'line'; values: Float64Array }
  | { kind: 'series-text'; domain: 'line'; codes: Int32Array; dictionary: string[] }
  | ({ kind: 'steps'; domain: string; values: Float64Array } & Dated)
  | ({ kind: 'steps-text'; domain: string; codes: Int32Array; dictionary: string[] } & Dated)
);

/** The date of a value that holds on every day. */
export const ALWAYS = -2147483648;
/** The day after the end of something that has not ended. */
export const OPEN_END = 2147483647;

export const ACTION_KINDS = [
  'split',
  'stock_dividend',
  'cash_dividend',
  'special_dividend',
  'spin_off',
  'rights',
  'merger_cash',
  'merger_stock',
  'delisting',
  'suspension',
  'resumption',
  'share_change',
  'symbol_change',
] as const;

export type ActionKind = (typeof ACTION_KINDS)[number];

/**
 * One corporate action. Terms by kind (others are absent):
 * split: `ratio` new shares for one old. stock_dividend, spin_off, rights: `ratio` new shares per share held.
 * cash_dividend, special_dividend: `amount` per share in `currency`. rights: `price` per new share. spin_off: `other` the new line where it is
 * in the data set, `price` of a new share at the close before the ex-date where it has none there.
 * merger_cash: `amount` per share. merger_stock: `other` and `ratio` of its shares per share held, with any cash in `amount`.
 * delisting: `value` per share, absent where not known. share_change: `value` shares after, or `ratio` of that to the
 * shares before; without a ratio the shares before are those of the field `shares_outstanding` of the line where it is read, else
 * the `value` of the share change before, times the splits since; there being neither is an error (RB7404). symbol_change: `symbol` the new one.
 */
export type CorporateAction = {
  line: number;
  /** Epoch day on which it takes effect before the open. */
  exDate: number;
  /** Epoch day on which it was known. */
  known: number;
  kind: ActionKind;
  ratio?: number;
  amount?: number;
  currency?: string;
  price?: number;
  other?: number;
  symbol?: string;
  value?: number;
  /** Line of the file it came from, 0 where it was derived. */
  row: number;
};

export const DECISION_ACTIONS = ['call', 'add', 'remove', 'set', 'choose_date', 'weight'] as const;

export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** A judgement recorded as data: who decided what, for which event or step, and why. */
export type Decision = {
  /** Epoch day from which it holds. */
  date: number;
  /** Epoch day on which it was known. */
  known: number;
  /** Name of the event or step it enters. */
  event: string;
  action: DecisionAction;
  /** Identifier of a line or company. */
  subject?: string;
  field?: string;
  value?: string;
  author: string;
  reason: string;
  row: number;
};

/** A published membership of a line in an index, from an epoch day until the day before `until` (`OPEN_END` where it lasts). */
export type Constituency = { line: number; index: string; from: number; until: number };

/** Published levels of an index, ascending by epoch day. */
export type PublishedLevels = { index: string; variant: LevelVariant; days: Int32Array; values: Float64Array };

export const LEVEL_VARIANTS = ['price_return', 'total_return', 'net_return'] as const;

export type LevelVariant = (typeof LEVEL_VARIANTS)[number];

/** Rates of one currency pair: one unit of `base` is `values` units of `quote`. Ascending by epoch day. */
export type FxRates = { base: string; quote: string; days: Int32Array; known: Int32Array; values: Float64Array };

/** What was read of one table, and what was not used, with the reason and some examples. */
export type TableCount = {
  table: string;
  read: number;
  used: number;
  leftOut: { reason: string; rows: number; examples: string[] }[];
  /** What was derived by what the data set declares, with every instance of it. */
  derived?: { what: string; rows: number; list: string[] }[];
  /** Values (not rows) that the data set declares to mean "not known". */
  missing: { field: string; values: number }[];
};

/** Everything a rulebook can see of the market: columns of typed arrays over lines and companies. All days are epoch days. */
export type Market = {
  /** SHA-256 over `dataset.yaml` and the bytes of every file that was read. */
  digest: string;
  name: string;
  /** Every date with at least one price row, ascending. */
  days: Int32Array;
  lines: EntityTable;
  companies: EntityTable;
  /** Other groupings that have values of their own, by name. */
  groups: Map<string, EntityTable>;
  /** Company index of each line. */
  companyOf: Int32Array;
  /** First and last day of listing of each line, both inclusive. */
  listedFrom: Int32Array;
  listedUntil: Int32Array;
  /** Currency of each line, empty where the data set names none. */
  currencyOf: string[];
  symbolOf(line: number, day: number): string;
  nameOf(line: number): string;
  /** The fields that were asked for. */
  fields: Map<string, Column>;
  fx: FxRates[];
  /** By ex-date, then line, then row. */
  actions: CorporateAction[];
  /** By date, then row. */
  decisions: Decision[];
  /** By index, then line, then from. */
  constituents: Constituency[];
  levels: PublishedLevels[];
  /** Calendars that the data set brings, by name. */
  calendars: OwnCalendars;
  counts: TableCount[];
};
