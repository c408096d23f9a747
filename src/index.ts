/**
 * Rulebook as a library: read a rulebook, check it, lower it to a plan, open market data, run, review, explain.
 * Everything returns plain data; findings come as {@link Diagnostic}s, and what cannot go on throws a {@link RulebookFailure}.
 *
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { checkAndLower, neededFields, openMarket, readRulebook, runPlan } from 'rulebook-lang';
 *
 * const file = 'leaders-50.rulebook';
 * const { rulebook, sourceMap, diagnostics } = readRulebook(readFileSync(file), file);
 * const { plan, diagnostics: findings } = checkAndLower(rulebook!, sourceMap, file);
 * const opened = await openMarket('examples/starter', { fields: neededFields(plan!) });
 * if ('market' in opened) console.log(runPlan(plan!, opened.market, { from: '2022-06-17', to: '2024-12-31' }).levels);
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
export { formatText, readRulebook, type ReadResult, type SourceMap, spanOf, toJson, toYaml } from './syntax/index.ts';
export type * from './model/index.ts';
export { asOf, checkAndLower, describePlan, neededFields, planHash } from './plan/index.ts';
export type {
  Domain,
  Plan,
  PlanEvent,
  PlanExpression,
  PlanField,
  PlanLevel,
  PlanLimits,
  PlanMeasure,
  PlanOperation,
  PlanPolicy,
  PlanRanking,
  PlanRule,
  PlanScreen,
  PlanSelection,
  PlanTier,
  PlanWeighting,
  ValueType,
} from './plan/index.ts';
export { describeDataset, type Market, type MarketOptions, openMarket } from './market/index.ts';
export type * from './run/run.ts';
export { type EngineRun, reviewOn, type ReviewOptions, type RunOptions, runPlan } from './engine/index.ts';
export { type Explanation, explainSecurity, explanationText, findSecurity } from './explain/index.ts';
export { isoDate, epochDay, tradingCalendar, type TradingCalendar } from './calendar/index.ts';
