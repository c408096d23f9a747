import type { Market } from '../../market/index.ts';

/** Names for people: a line by its symbol in force on a day, a company by the symbols of its lines listed then; anything else as it is. */
export function entityNames(market: Market, day: number): (id: string) => string {
  const linesOf = new Map<number, number[]>();
  market.companyOf.forEach((company, line) => {
    linesOf.set(company, [...(linesOf.get(company) ?? []), line]);
  });
  return (id) => {
    const line = market.lines.index.get(id);
    if (line !== undefined) return market.symbolOf(line, day) || id;
    const company = market.companies.index.get(id);
    if (company === undefined) return id;
    const all = linesOf.get(company) ?? [];
    const listed = all.filter((l) => market.listedFrom[l]! <= day && day <= market.listedUntil[l]!);
    const symbols = (listed.length > 0 ? listed : all).map((l) => market.symbolOf(l, day)).filter((s) => s !== '');
    return symbols.length === 0 ? id : [...new Set(symbols)].join('/');
  };
}
