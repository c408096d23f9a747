import type { Market } from '../../market/index.ts';
import { companiesOf, type Flags } from './flags.ts';

type Published = { readonly lines: Flags; readonly companies: Flags };

const known = new WeakMap<Market, Map<string, Published>>();

/** The data set's published constituents of an index on a day; found once for each, and not to be changed. */
export function publishedOn(market: Market, index: string, day: number): Published {
  const found = known.get(market) ?? new Map<string, Published>();
  known.set(market, found);
  const key = `${day} ${index}`;
  const before = found.get(key);
  if (before !== undefined) return before;
  // A run goes from day to day: the latest few are all that is asked for again.
  if (found.size >= 8) found.delete(found.keys().next().value!);
  const lines = new Uint8Array(market.lines.ids.length);
  for (const row of market.constituents)
    if (row.index === index && row.from <= day && day < row.until) lines[row.line] = 1;
  const published = { lines, companies: companiesOf(market.companyOf, lines, market.companies.ids.length) };
  found.set(key, published);
  return published;
}
