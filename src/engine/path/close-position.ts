import { lastAtOrBefore, type Market } from '../../market/index.ts';
import { factsOf } from '../columns/field.ts';
import { suspensionOf } from './suspensions.ts';

/**
 * Where the last close of a line on or before a day stands, even after it was listed, of a suspended line the last
 * before that; −1 where there is none.
 */
export function closePosition(market: Market, line: number, day: number): number {
  const suspended = suspensionOf(market, line, day);
  return lastObserved(market, line, suspended === undefined ? day : Math.min(day, suspended.exDate - 1));
}

/**
 * Where the last close of a line on or before a day stands, even after it was listed or while it is suspended; −1 where
 * there is none.
 */
export function lastObserved(market: Market, line: number, day: number): number {
  const { days } = market;
  const start = line * days.length;
  const closes = closesOf(market);
  const first = market.listedFrom[line]!;
  const until = Math.min(day, market.listedUntil[line]!);
  for (let i = placeOf(days, until); i >= 0; i -= 1) {
    if (days[i]! < first) return -1;
    if (!Number.isNaN(closes[start + i]!)) return start + i;
  }
  return -1;
}

// Prices are asked for line by line of one day, so the last answer mostly serves.
let lastDays: Int32Array | undefined;
let lastDay = 0;
let lastPlace = -1;

function placeOf(days: Int32Array, day: number): number {
  if (days !== lastDays || day !== lastDay) {
    lastPlace = lastAtOrBefore(days, 0, days.length, day);
    lastDays = days;
    lastDay = day;
  }
  return lastPlace;
}

/** Daily closes, at `line × days + day`. */
export function closesOf(market: Market): Float64Array {
  const facts = factsOf(market, 'close');
  if (facts.kind !== 'series') throw new Error('`close` is not a daily series of numbers');
  return facts.values;
}
