import type { Review } from '../run/run.ts';
import { csvText } from './csv-text.ts';

const columns = [
  'event',
  'reference_date',
  'effective_date',
  'line',
  'symbol',
  'company',
  'membership',
  'weight',
  'index_shares',
  'cap_factor',
] as const;

/** One row of `baskets.csv`, by column; numbers are decimal text. */
export type BasketRecord = Record<(typeof columns)[number], string>;

/** The basket of a review as rows, in the order of lines. */
export function basketRecords(review: Review): BasketRecord[] {
  return review.basket.map((row) => ({
    event: review.event,
    reference_date: review.dates.reference ?? '',
    effective_date: review.dates.effective ?? '',
    line: row.line,
    symbol: row.symbol,
    company: row.company,
    membership: row.membership,
    weight: row.weight,
    index_shares: row.indexShares,
    cap_factor: row.capFactor,
  }));
}

/** `baskets.csv`: the basket of each review, in the order of reviews. */
export function basketsCsv(reviews: Review[]): string {
  return csvText(
    [...columns],
    reviews.flatMap((review) => basketRecords(review).map((record) => columns.map((column) => record[column]))),
  );
}
