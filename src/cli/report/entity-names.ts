import { visible } from '../../diagnostics/render/visible.ts';
import { epochDay } from '../../calendar/index.ts';
import type { Market } from '../../market/index.ts';
import type { Review } from '../../run/run.ts';

/** What people call a line or company: the symbol or symbols of it, and its name (empty where the data have none). */
export type EntityNames = { symbol(id: string): string; name(id: string): string };

/**
 * Names for people on a day: a line by its symbol in force, a company by the symbols of those of its lines that are
 * `shown` (in the index, as a rule), or, where none is, of those listed then; anything else as it is.
 */
export function entityNames(market: Market, day: number, shown: ReadonlySet<string> = new Set()): EntityNames {
  const linesOf = new Map<number, number[]>();
  market.companyOf.forEach((company, line) => {
    linesOf.set(company, [...(linesOf.get(company) ?? []), line]);
  });
  const linesMeant = (id: string): number[] => {
    const line = market.lines.index.get(id);
    if (line !== undefined) return [line];
    const all = linesOf.get(market.companies.index.get(id) ?? -1) ?? [];
    const inIndex = all.filter((l) => shown.has(market.lines.ids[l]!));
    if (inIndex.length > 0) return inIndex;
    const listed = all.filter((l) => market.listedFrom[l]! <= day && day <= market.listedUntil[l]!);
    return listed.length > 0 ? listed : all;
  };
  return {
    symbol: (id) => {
      const symbols = linesMeant(id).map((l) => market.symbolOf(l, day));
      return [...new Set(symbols.filter((s) => s !== ''))].join('/') || id;
    },
    name: (id) => commonName(linesMeant(id).map((l) => market.nameOf(l))),
  };
}

/**
 * The lines that reviews speak of: those in their baskets, and those that were constituents before as far as decisions
 * are told.
 */
export function linesOfReviews(...reviews: (Review | undefined)[]): Set<string> {
  return new Set(
    reviews.flatMap((review) => [
      ...(review?.basket ?? []).map((row) => row.line),
      ...(review?.decisions ?? []).filter((d) => d.of === 'line' && d.incumbent).map((d) => d.id),
    ]),
  );
}

/** The names of a review's lines and companies on its effective date. */
export function reviewNames(review: Review, market: Market): EntityNames {
  return entityNames(market, epochDay(review.dates.effective!), linesOfReviews(review));
}

/**
 * The words with which all names begin, without what tells the kind of share: `Birch Foods` of `Birch Foods class A`
 * and `… class B`.
 */
function commonName([first = '', ...others]: string[]): string {
  if (others.length === 0) return first;
  const words = first.split(' ');
  const same = others.map((other) => {
    const theirs = other.split(' ');
    const differs = words.findIndex((word, i) => word !== theirs[i]);
    return differs < 0 ? words.length : differs;
  });
  return words
    .slice(0, Math.min(...same))
    .join(' ')
    .replace(/[ ,-]*\b(class|series)$/i, '');
}

/** The same names as they may be shown: nothing in them moves the cursor or looks like another sign. */
export function shownNames({ symbol, name }: EntityNames): EntityNames {
  return { symbol: (id) => visible(symbol(id)), name: (id) => visible(name(id)) };
}
