import type { Market } from '../../market/index.ts';
import { companiesOf, type Flags } from './flags.ts';

/** The data set's published constituents of an index on a day. */
export function publishedOn(market: Market, index: string, day: number): { lines: Flags; companies: Flags } {
  const lines = new Uint8Array(market.lines.ids.length);
  for (const row of market.constituents)
    if (row.index === index && row.from <= day && day < row.until) lines[row.line] = 1;
  return { lines, companies: companiesOf(market.companyOf, lines, market.companies.ids.length) };
}
