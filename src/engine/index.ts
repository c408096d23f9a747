// In: a plan and a market of typed columns. Out: the run or review that the plan means, every published value as exact decimals give it, at the speed of doubles.
// Doubles carry error bounds; what they can't decide is decided in decimals (numbers/, exact/), and baskets, divisors and levels fall back the same way.
// Never here: an import of the reference, parsing, files, or a decision that doubles alone can't make.
export type { Decisions } from './review/decision-records.ts';
export { type GivenIncumbent, type ReviewOptions, reviewOn } from './review-on.ts';
export { reviewAsHeld } from './review-as-held.ts';
export { type EngineRun, type RunOptions, runPlan } from './run-plan.ts';
