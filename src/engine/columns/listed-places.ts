import { lastAtOrBefore, type Market } from '../../market/index.ts';

const known = new WeakMap<Market, { first: Int32Array; last: Int32Array }>();

/** For each line the places in `market.days` of its first and last day of listing. */
export function listedPlaces(market: Market): { first: Int32Array; last: Int32Array } {
  let places = known.get(market);
  if (places === undefined) {
    const { days } = market;
    const at = (day: number) => lastAtOrBefore(days, 0, days.length, day);
    places = { first: market.listedFrom.map((day) => at(day - 1) + 1), last: market.listedUntil.map(at) };
    known.set(market, places);
  }
  return places;
}
