// In: a rulebook with its places, its plan, and a review with its decisions. Out: why one security is in or out and at what weight, rule
// by rule, with clause and line; and words for what limits did. Never here: deciding anything anew; every number is read from the review.
export {
  type ExplainedRank,
  type ExplainedRule,
  type ExplainedStage,
  type ExplainedTier,
  type Explanation,
  type ExplainContext,
  explainSecurity,
} from './explain-security.ts';
export { explanationText, type Marks } from './explanation-text.ts';
export { findSecurity, type Renamed, type Security } from './find-security.ts';
export { limitWords } from './limit-words.ts';
export { listed, percentText } from './words.ts';
export { type RulebookSource, type RulePlace, type RulePlaces, rulePlaces } from './rule-place.ts';
