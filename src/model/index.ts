// In: nothing. Out: the types of a rulebook as data, in one import for all who read one; which place in a file each of
// its parts has (source-map.ts); and the sentences that its rules, or those of a plan, are said in (words/).
// Never here: reading a text or laying one out, or what names, units and dates mean.
export type * from './expression.ts';
export type * from './limit.ts';
export type * from './places.ts';
export type * from './policy.ts';
export type * from './rulebook.ts';
export type * from './section.ts';
export type * from './selection.ts';
export type { SourceMap } from './source-map.ts';
