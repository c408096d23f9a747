import type { CatalogueEntry } from './entry.ts';

/** Findings about files that are written, or read beside a data set, and about runs that have nothing to write. */
export const filesCatalogue: CatalogueEntry[] = [
  {
    code: 'RB7901',
    title: 'results that can not be written',
    why: 'results are written whole or not at all; nothing was changed',
    help: 'choose another folder with `--out`, or make room in this one and allow it to be written to',
  },
  {
    code: 'RB7902',
    title: 'a file of baskets that can not be used',
    why: 'the incumbents of a review are the lines of the basket before it, and they have to be lines of the data set',
    help: 'give a `baskets.csv` written by `rulebook run --out` over the same data set, with a basket before the date',
  },
  {
    code: 'RB7903',
    title: 'a run without a level',
    why: 'a level needs a basket, and prices; a run that has neither has nothing to write',
    help: 'choose days that the data set covers, with a review or published constituents before them',
  },
];
