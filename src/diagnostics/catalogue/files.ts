import type { CatalogueEntry } from './entry.ts';

/** Findings about files that are written, or read beside a data set. */
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
];
