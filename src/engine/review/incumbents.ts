import type { Market } from '../../market/index.ts';
import type { Review } from '../../run/run.ts';
import type { Basket } from '../path/basket.ts';
import { companiesOf, type Flags } from './flags.ts';

/** The basket before an event, as far as it is known. */
export type Incumbents = {
  from: Review['incumbents'];
  lines: Flags;
  companies: Flags;
  /** Day from which each line, and each company of one, has been in without a break. */
  joined: { lines: Map<number, number>; companies: Map<number, number> };
  basketOn(day: number): Basket | undefined;
};

export function incumbentsOf(
  market: Market,
  from: Incumbents['from'],
  joined: Map<number, number>,
  members: ArrayLike<number>,
  basketOn: Incumbents['basketOn'],
  since?: Map<number, number>,
): Incumbents {
  const lines = new Uint8Array(market.lines.ids.length);
  for (let i = 0; i < members.length; i += 1) lines[members[i]!] = 1;
  // A company counts from its first line.
  const companies = since ?? new Map<number, number>();
  for (const [line, day] of since === undefined ? joined : []) {
    const company = market.companyOf[line]!;
    companies.set(company, Math.min(day, companies.get(company) ?? day));
  }
  return {
    from,
    lines,
    companies: companiesOf(market.companyOf, lines, market.companies.ids.length),
    joined: { lines: joined, companies },
    basketOn,
  };
}

export function nobody(market: Market): Incumbents {
  return incumbentsOf(market, 'none', new Map(), [], () => undefined);
}

/** Published incumbents are those of the day before an event; on the first day of the market data those of that day. */
export function dayOfIncumbents({ days }: Market, effective: number): number {
  return days[0] === effective ? effective : effective - 1;
}

/** What the data set publishes as the basket of an index on a day, if it does. */
export function publishedIncumbents(market: Market, index: string, day: number): Incumbents | undefined {
  const joined = new Map<number, number>();
  for (const row of market.constituents) {
    if (row.index === index && row.from <= day && day < row.until)
      joined.set(row.line, startOf(market, index, row.line, row.from));
  }
  if (joined.size === 0) return undefined;
  return incumbentsOf(market, 'published constituents', joined, [...joined.keys()], () => undefined);
}

/** Since when a line has been published without a break. */
function startOf(market: Market, index: string, line: number, from: number): number {
  let start = from;
  for (;;) {
    const before = market.constituents.find((row) => row.index === index && row.line === line && row.until === start);
    if (before === undefined) return start;
    start = before.from;
  }
}
