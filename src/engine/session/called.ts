import type { Market } from '../../market/index.ts';

/** What a line is called in messages: its symbol on a day, and its identifier where that is another. */
export function lineCalled(market: Market, line: number, day: number): string {
  const id = market.lines.ids[line]!;
  const symbol = market.symbolOf(line, day);
  return symbol === '' || symbol === id ? `\`${id}\`` : `\`${symbol}\` (line \`${id}\`)`;
}

/** What a company is called in messages: its identifier, with the symbols of its lines on a day where they differ from it. */
export function companyCalled(market: Market, company: number, day: number): string {
  const id = market.companies.ids[company]!;
  const symbols = [...market.companyOf.keys()]
    .filter((line) => market.companyOf[line] === company && market.listedFrom[line]! <= day)
    .filter((line) => day <= market.listedUntil[line]!)
    .map((line) => market.symbolOf(line, day));
  const others = symbols.filter((symbol) => symbol !== id && symbol !== '');
  return others.length === 0 ? `\`${id}\`` : `\`${id}\` (${others.map((s) => `\`${s}\``).join(', ')})`;
}
