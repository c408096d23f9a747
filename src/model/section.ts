import type { CalendarExpr, DateRule } from '../calendar/index.ts';
import type { Annotated, AtEvents, Named, Period } from './annotated.ts';
import type { Expression, RoundingMode } from './expression.ts';
import type { LimitsSection } from './limit.ts';
import type { PolicyRule } from './policy.ts';

import type { SelectionSection } from './selection.ts';

export type { AtEvents, Named } from './annotated.ts';

/** What all sections have. */
export type Block<Kind extends string> = { section: Kind } & Period & Annotated;
export type Section =
  | IndexSection
  | SourcesSection
  | FieldsSection
  | UniverseSection
  | MeasuresSection
  | RankingsSection
  | EligibilitySection
  | SelectionSection
  | WeightingSection
  | LimitsSection
  | ScheduleSection
  | DiscretionSection
  | MaintenanceSection
  | LevelSection;

/** Who the index is. `reviewBy`: the date by which the methodology itself must be reviewed; `ends`: its last day. */
export type IndexSection = Block<'index'> & {
  id: string;
  name: string;
  currency?: string;
  calendar?: CalendarExpr;
  reviewBy?: string;
  ends?: string;
};

/** A document that rules cite, with the clauses it has (to find those without a rule). */
export type Source = {
  name: string;
  title: string;
  publisher: string;
  edition: string;
  url?: string;
  clauses?: string[];
} & Annotated;
export type SourcesSection = Block<'sources'> & { sources: Source[] };

/**
 * A column of the market data that the rules read. `unit` as in literals, or `text`, `date`, `yes/no`, `number`,
 * `ratio`.
 */
export type Field = Named & { of: string; unit: string };
export type FieldsSection = Block<'fields'> & { fields: Field[] };

/** Which lines the rules speak about. `pricedIn`: the currency all of them trade in (absent: each in its own). */
export type UniverseSection = Block<'universe'> & {
  where?: Expression;
  pricedIn?: string;
  groups?: (Named & { by: string })[];
};

export type Measure = Named & { value: Expression };
export type MeasuresSection = Block<'measures'> & { measures: Measure[] };

/** `order` is absent for text, which goes alphabetically (by code unit). */
export type RankingKey = { value: Expression; order?: 'largest first' | 'smallest first' };
/** An order over lines or companies, within each group where `within` says so; `where` leaves the others unranked. */
export type Ranking = Named & { of: string; where?: Expression; within?: string; keys: RankingKey[] };
export type RankingsSection = Block<'rankings'> & { rankings: Ranking[] };

/**
 * A yes/no rule. `require` decides, `guideline` only reports. `conditions` hold for everyone, or apart for those who
 * are constituents already and those who are not; who is not spoken of passes.
 */
export type Screen = Named & {
  force: 'require' | 'guideline';
  everyone?: Expression;
  constituents?: Expression;
  newcomers?: Expression;
};
export type EligibilitySection = Block<'eligibility'> & AtEvents & { of: string; rules: Screen[] };

/**
 * How weights are set before limits. `by`: in proportion to a measure; `equally`; `hold`: so many units of each line
 * (price weighting). `splitBy`: how a company's weight is divided over its lines.
 */
export type WeightingRule = Named &
  (
    | { method: 'by'; of: string; value: Expression; splitBy?: Expression }
    | { method: 'equally'; of: string; splitBy?: Expression }
    | { method: 'hold'; of: string; units: Expression }
  );
export type Rounding = { decimals: number; mode: RoundingMode };
/**
 * `entrantsOnly`: those who stay keep their index shares. `notional`: the basket's value, in index currency, that
 * target weights are turned into index shares with.
 */
export type WeightingSection = Block<'weighting'> &
  AtEvents & { entrantsOnly?: true; rules: WeightingRule[]; roundShares?: Rounding; notional?: Expression };

/** When an event takes place. `months`: in each of these; `decided`: only when the data set's decisions call it. */
export type Occurrence = { every: 'month' | 'day' } | { months: number[] } | { dates: string[] } | { decided: true };
export type EventDate = Named & { rule: DateRule | { op: 'decided' } };
/** `when`: the event takes place only if this holds on its reference date. Every event has a date named `effective`. */
export type EventRule = Named & { occurs: Occurrence; when?: Expression; dates: EventDate[] };
export type ScheduleSection = Block<'schedule'> & { events: EventRule[] };

/** Where judgement may enter: who, at which step or event, by what criteria. */
export type DiscretionRule = Named & { who: string; may: string; at: string; criteria?: Expression };
export type DiscretionSection = Block<'discretion'> & { rules: DiscretionRule[] };

export type MaintenanceSection = Block<'maintenance'> & { rules: PolicyRule[] };

export type ReturnVariant = { kind: 'price' } | { kind: 'total' } | { kind: 'net'; tax: Expression };
export type LevelSection = Block<'level'> & {
  base: { value: string; date: string };
  variants: ReturnVariant[];
  roundLevel: Rounding;
  roundDivisor?: Rounding;
  divisor?: string;
};
