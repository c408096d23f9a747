// In: nothing; these are the types of what a run or a review gives. Out: one shape for the engine, the reference, and
// all who read results.
// Never here: computing a result, a binary number, or the form of a file.
export type * from './run.ts';
