// In: lines, dense prices and what a data set declares to be derived from them. Out: splits, changes of symbol and delistings that no
// table has, each with the grounds it was found on. Never here: a corporate action that the data set does not declare to be derived.
export { checkDerivations, helperFields } from './check-derivations.ts';
export { deriveDelistings } from './delistings.ts';
export { type Continuation, type Continued, continueLines } from './continue-lines.ts';
export { type DerivedSplits, deriveSplits, type LineSplit, splitActions } from './splits.ts';
