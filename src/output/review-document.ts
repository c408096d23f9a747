import type { TableCount } from '../market/index.ts';
import type { Review } from '../run/run.ts';
import { basketRecords } from './baskets.ts';
import { exactNumber } from './json-text.ts';
import { limitRecords } from './limit-records.ts';

/** What a line or company is called: the symbol or symbols of its lines in the index, and its name. */
export type Called = { symbol(id: string): string; name(id: string): string };

/** The document: dates, changes and who they are, basket (the columns of `baskets.csv`; numbers digit for digit) what the limits saw and did, and rows of the data set that were left out. */
export function reviewDocument(index: string, review: Review, called: Called, tables: TableCount[]) {
  const changed = [...review.additions, ...review.deletions, ...review.reserve];
  return {
    format: 1,
    index,
    event: review.event,
    dates: review.dates,
    incumbents: review.incumbents,
    additions: review.additions,
    deletions: review.deletions,
    gone: review.gone,
    reserve: review.reserve,
    names: Object.fromEntries(changed.map((id) => [id, { symbol: called.symbol(id), name: called.name(id) }])),
    basket: basketRecords(review).map((row) => ({
      ...row,
      membership: exactNumber(row.membership),
      weight: exactNumber(row.weight),
      index_shares: exactNumber(row.index_shares),
      cap_factor: exactNumber(row.cap_factor),
    })),
    limits: limitRecords(review),
    left_out: tables.flatMap(({ table, leftOut }) => leftOut.map((one) => ({ table, ...one }))),
  };
}
