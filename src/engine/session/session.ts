import type { TradingCalendar } from '../../calendar/index.ts';
import type { Market } from '../../market/index.ts';
import type { Plan, PlanGroup, PlanMeasure, PlanRanking } from '../../plan/plan.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import type { NumberColumn } from '../columns/column.ts';
import type { Warnings } from './warnings.ts';

/** What one run has at hand: the plan, the market, and the basket as it stands. */
export type Session = {
  plan: Plan;
  market: Market;
  calendar: TradingCalendar;
  /** Everything is decided in decimals. */
  exact: boolean;
  /** Every value is told of everyone, so that none is found for a few first. */
  tellsAll: boolean;
  /** Decisions are told, to somebody or about some, so that the steps that made them are kept. */
  tells: boolean;
  warnings: Warnings;
  versions: { measures: Versions<PlanMeasure>; rankings: Versions<PlanRanking>; groups: Versions<PlanGroup> };
  /** Columns of fields read ahead for known days: field, then `day|known by`. */
  readAhead: Map<string, Map<string, NumberColumn>>;
  /** Closes read ahead, by day: those of `readAhead` that nothing was cut off from. */
  closesAhead: Map<number, Float64Array>;
  /** Answers found ahead for comparisons of medians, by the comparison, then `day|known by`: see `columns/median-question.ts`. */
  counted: Map<PlanExpression, Map<string, Uint8Array | undefined>>;
  /** Whether a rule asks since when a constituent has been in. */
  asksJoining: boolean;
  /** Whether any rule looks back at an earlier event. */
  looksBack: boolean;
};

/** The rule of a name that is in force on a day. */
export type Versions<Rule> = (name: string, day: number) => Rule | undefined;
