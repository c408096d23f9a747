/**
 * Rulebook as a library: read a rulebook, check it, lower it to a plan, open market data, run, review, explain.
 * Everything returns plain data; findings come as {@link Diagnostic}s, and what cannot go on throws a {@link
 * RulebookFailure}.
 *
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import {
 *   checkAndLower, explainSecurity, explanationText, epochDay, findSecurity, neededFields, openMarket, readRulebook, reviewOn,
 *   rulePlaces, runPlan,
 * } from 'rulebook-lang';
 *
 * const file = 'examples/starter/leaders-50.rulebook';
 * const { rulebook, sourceMap, diagnostics } = readRulebook(readFileSync(file), file);
 * const { plan, diagnostics: findings } = checkAndLower(rulebook!, sourceMap, file);
 * const opened = await openMarket('examples/starter', { fields: neededFields(plan!) });
 * if (!('market' in opened)) throw new Error(opened.diagnostics[0]!.message);
 * const { market } = opened;
 * console.log(runPlan(plan!, market, { from: '2022-06-17', to: '2024-12-31' }).levels.at(-1));
 *
 * const review = reviewOn(plan!, market, { on: '2024-06-24', decisions: 'all' });
 * const places = rulePlaces({ file: sourceMap, text: sourceMap });
 * for (const security of findSecurity(market, 'MOBD', epochDay('2024-06-24')).found)
 *   console.log(explanationText(explainSecurity(review, security, { index: plan!.index.name, places })));
 * ```
 * @packageDocumentation
 */
export {
  type Diagnostic,
  type Fix,
  isFailure,
  type RulebookFailure,
  type Severity,
  type Span,
} from './diagnostics/index.ts';
export {
  formatText,
  readRulebook,
  type ReadResult,
  toJson,
  toYaml,
} from './syntax/index.ts';
export type * from './model/index.ts';
export { spanOf } from './model/source-map.ts';
export { asOf, checkAndLower, describePlan, neededFields, planHash } from './plan/index.ts';
export type {
  AtEvents as PlanAtEvents,
  Domain,
  Plan,
  PlanAction,
  PlanDiscretion,
  PlanEvent,
  PlanExpression,
  PlanField,
  PlanGroup,
  PlanLevel,
  PlanLevelVersion,
  PlanLimit,
  PlanLimits,
  PlanMeasure,
  PlanOperation,
  PlanPolicy,
  PlanPolicyEffect,
  PlanRanking,
  PlanRankingKey,
  PlanRule,
  PlanScreen,
  PlanSelection,
  PlanTier,
  PlanTrigger,
  PlanUniverse,
  PlanWeighting,
  ValueType,
} from './plan/index.ts';
export {
  ACTION_KINDS,
  type ActionKind,
  type Column,
  type Constituency,
  type CorporateAction,
  type DatasetDescription,
  type Dated,
  type Decision,
  DECISION_ACTIONS,
  type DecisionAction,
  describeDataset,
  type EntityTable,
  type FieldInfo,
  type FieldType,
  type FxRates,
  LEVEL_VARIANTS,
  type LevelVariant,
  type Market,
  type MarketOptions,
  openMarket,
  type PublishedLevels,
  type TableCount,
  TABLE_KINDS,
  type TableKind,
} from './market/index.ts';
export type * from './run/index.ts';
export {
  type Decisions,
  type EngineRun,
  type GivenIncumbent,
  reviewOn,
  type ReviewOptions,
  type RunOptions,
  runPlan,
} from './engine/index.ts';
export {
  type ExplainedRank,
  type ExplainedRule,
  type ExplainedStage,
  type ExplainContext,
  type ExplainedTier,
  type Explanation,
  explainSecurity,
  explanationText,
  findSecurity,
  type Marks,
  type RulebookSource,
  type RulePlace,
  type RulePlaces,
  rulePlaces,
  type Renamed,
  type Security,
} from './explain/index.ts';
export {
  type DayUnit,
  epochDay,
  isoDate,
  type MonthRef,
  type OwnCalendars,
  type TradingCalendar,
  tradingCalendar,
  type Weekday,
  weekdays,
} from './calendar/index.ts';
