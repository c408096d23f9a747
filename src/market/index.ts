// In: a data set (`dataset.yaml` and the CSV and Parquet tables it maps). Out: the market as typed columns over lines and companies,
// or findings that name file, row, column and value. Never here: rules, calendars of events, or a guess at what a cell might mean.
export type {
  ActionKind,
  Column,
  Constituency,
  CorporateAction,
  Dated,
  Decision,
  DecisionAction,
  EntityTable,
  FieldInfo,
  FieldType,
  FxRates,
  LevelVariant,
  Market,
  PublishedLevels,
  TableCount,
} from './market.ts';
export { ACTION_KINDS, ALWAYS, DECISION_ACTIONS, LEVEL_VARIANTS, OPEN_END } from './market.ts';
export { lastAtOrBefore, positionAsOf, textAsOf, valueAsOf } from './value-as-of.ts';
export { type DatasetDescription, describeDataset } from './describe-dataset.ts';
export { ACTION_WORDS } from './action-words.ts';
export { SHARE_COUNT_FIELD, shareCountBefore } from './share-count.ts';
export { openCalendars } from './open-calendars.ts';
export { TABLE_KINDS, type TableKind } from './dataset.ts';
export type { MarketOptions } from './market-options.ts';
export { openMarket } from './open-market.ts';
