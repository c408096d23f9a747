import type { Market } from '../../market/index.ts';

/** The symbol that a line has on a day, or last had. */
export function symbolOf(market: Market, line: number, day: number = market.days.at(-1) ?? 0): string {
  return market.symbolOf(line, day) || market.lines.ids[line]!;
}
