// In: a plan and a market. Out: the same run or review that the engine gives, worked out slowly and plainly in
// decimals, so that it can judge the engine. A reader follows docs/meaning.md step by step: open-review, universe,
// eligibility, selection, weigh, limits; then day, actions, divisor, level.
// Never here: floating point, an index structure, a short cut, or anything of the engine.
export { referenceReview } from './reference-review.ts';
export { referenceRun } from './reference-run.ts';
