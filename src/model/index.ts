// In: nothing; these are the types of a rulebook as data. Out: one import for all who read a rulebook.
// Never here: text, places in files, or anything computed.
export type * from './expression.ts';
export type * from './limit.ts';
export type * from './policy.ts';
export type * from './rulebook.ts';
export type * from './section.ts';
export type * from './selection.ts';
