import type { TradingCalendar } from '../../calendar/index.ts';
import type { Market } from '../../market/index.ts';
import type { Plan, PlanGroup, PlanMeasure, PlanRanking } from '../../plan/plan.ts';
import type { NumberColumn } from '../columns/column.ts';
import type { Warnings } from './warnings.ts';

/** What one run has at hand: the plan, the market, and the basket as it stands. */
export type Session = {
  plan: Plan;
  market: Market;
  calendar: TradingCalendar;
  /** Everything is decided in decimals. */
  exact: boolean;
  warnings: Warnings;
  versions: { measures: Versions<PlanMeasure>; rankings: Versions<PlanRanking>; groups: Versions<PlanGroup> };
  /** Columns of fields read ahead for known days: field, then `day|known by`. */
  readAhead: Map<string, Map<string, NumberColumn>>;
  /** Whether any rule looks back at an earlier event. */
  looksBack: boolean;
};

/** The rule of a name that is in force on a day. */
export type Versions<Rule> = (name: string, day: number) => Rule | undefined;
