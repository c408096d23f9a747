import { softWords, words } from './kit.ts';

export const Force = softWords('Force', ['require', 'guideline']);
export const OfConstituents = words('OfConstituents', ['of constituents']);
export const OfNewcomers = words('OfNewcomers', ['of newcomers']);

export const KeyOrder = words('KeyOrder', ['largest first', 'smallest first']);
export const ThenBy = words('ThenBy', ['then by']);

export const RankedBy = words('RankedBy', ['ranked by']);
export const CandidatesFrom = words('CandidatesFrom', ['candidates from']);
export const Reserve = words('Reserve', ['reserve']);

export const Take = softWords('Take', ['take', 'drop']);
export const Keep = softWords('Keep', ['keep']);
export const Fill = softWords('Fill', ['fill']);
export const Balance = softWords('Balance', ['balance']);
export const Decided = words('Decided', ['decided']);
export const Who = softWords('Who', ['newcomers', 'constituents']);
export const WithWho = words('WithWho', { 'with newcomers': 'newcomers', 'with constituents': 'constituents' });
export const Ranked = words('Ranked', ['ranked']);
export const OrWorse = words('OrWorse', ['or worse']);
export const Reaching = words('Reaching', {
  reaches: 'reaches',
  'stays below': 'stays below',
  'is closest to': 'closest to',
});
export const UpTo = words('UpTo', ['up to']);
export const AtMost = words('AtMost', ['at most']);
export const WithMembership = words('WithMembership', ['with membership']);

export const OfEntrants = words('OfEntrants', ['of entrants']);
export const Notional = words('Notional', ['notional']);
export const RoundSharesTo = words('RoundSharesTo', ['round shares to']);
export const Equally = words('Equally', ['equally']);
export const SplitBy = words('SplitBy', ['split by']);
export const Hold = softWords('Hold', ['hold']);
export const OfEachLine = words('OfEachLine', ['of each line']);

export const selectionTokens = [
  Force,
  OfConstituents,
  OfNewcomers,
  KeyOrder,
  ThenBy,
  RankedBy,
  CandidatesFrom,
  Reserve,
  Take,
  Keep,
  Fill,
  Balance,
  Decided,
  Who,
  WithWho,
  Ranked,
  OrWorse,
  Reaching,
  UpTo,
  AtMost,
  WithMembership,
  OfEntrants,
  Notional,
  RoundSharesTo,
  Equally,
  SplitBy,
  Hold,
  OfEachLine,
];
