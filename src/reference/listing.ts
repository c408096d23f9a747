import type { Market } from '../market/index.ts';

/** Whether a line is listed on a day; first and last day are included. */
export function isListed(market: Market, line: number, day: number): boolean {
  return market.listedFrom[line]! <= day && day <= market.listedUntil[line]!;
}
