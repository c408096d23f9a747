import type { CatalogueEntry } from './entry.ts';

/** Findings of the engine about the plan and the market it is given. */
export const engineCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB7001',
    title: 'a rule that is needed when it is not in force',
    why: 'On that day the plan has no version of it, and nothing is assumed in its place.',
    help: 'Let its versions cover the day, or bound the rule that uses it.',
  },
  {
    code: 'RB7002',
    title: 'a field that was not read',
    why: 'The data set was opened without a field that the plan reads.',
    help: 'Open the data set with all fields of the plan.',
  },
];
