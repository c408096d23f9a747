import type { CatalogueEntry } from './entry.ts';

/** Findings about files that are written, or read beside a data set, and about what a run could not cover. */
export const filesCatalogue: CatalogueEntry[] = [
  {
    code: 'RB7901',
    title: 'results that cannot be written',
    why: 'results are written whole or not at all; nothing was changed',
    help: 'choose another folder with `--out`, or make room in this one and allow it to be written to',
  },
  {
    code: 'RB7902',
    title: 'a file of baskets that cannot be used',
    why: 'the incumbents of a review are the lines of the basket before it, and they have to be lines of the data set',
    help: 'give a `baskets.csv` written by `rulebook run --out` over the same data set, with a basket before the date',
  },
  {
    code: 'RB7903',
    title: 'a run without a level',
    why: 'a level needs a basket, and prices; a run that has neither has nothing to write',
    help: 'choose days that the data set covers, with a review or published constituents before them',
  },
  {
    code: 'RB7904',
    title: 'a run over fewer days than were asked for',
    why: 'a level needs the base date behind it, a basket and prices; days that lack one of them have none, or one at old prices',
    help: 'ask for the days that the message names, give the data set more days, or correct the base date',
  },
  {
    code: 'RB7905',
    title: 'returns without any dividend',
    why: 'no constituent had a dividend in the table of actions, so that total and net return are the price return',
    help: 'add cash dividends to the actions of the data set, or publish the price return alone',
  },
  {
    code: 'RB7906',
    title: 'a file that is not in canonical form',
    why: 'one form for all makes differences between versions those of the rules',
    help: 'write it with `rulebook fmt FILE`, which keeps every comment',
  },
  {
    code: 'RB7907',
    title: 'an index day without any price',
    why: 'the calendar has a session on a day for which the data set has no row, and the level of the day before it is repeated',
    help: 'complete the prices of those days, or say in the calendar of the data set that there was no trading',
  },
];
