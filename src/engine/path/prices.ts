import { type FxRates, lastAtOrBefore, type Market } from '../../market/index.ts';
import { pricedInAlways } from '../../plan/versions.ts';
import { factsOf } from '../columns/field.ts';
import { type Decimal, decimalOf, one } from '../numbers/decimal.ts';
import { ddMultiply, ddOfDecimal, ddOfNumber } from '../numbers/double-double.ts';
import type { Near } from '../numbers/numbers.ts';
import { everSuspended, suspensionOf } from './suspensions.ts';
import type { Session } from '../session/session.ts';

/** Where the last close of a line on or before a day stands, even after it was listed, of a suspended line the last before that; −1 where there is none. */
export function closePosition(market: Market, line: number, day: number): number {
  const { days } = market;
  const start = line * days.length;
  const closes = closesOf(market);
  const first = market.listedFrom[line]!;
  const suspended = suspensionOf(market, line, day);
  const until = Math.min(day, market.listedUntil[line]!, suspended === undefined ? day : suspended.exDate - 1);
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

/** The currency a line trades in. */
export function currencyOf(session: Session, line: number): string {
  const { plan, market } = session;
  return market.currencyOf[line] || (pricedInAlways(plan) ?? plan.index.currency);
}

/** The close of a line as of a day in its own currency, undefined where there is none. */
export function closeOn(session: Session, line: number, day: number): Decimal | undefined {
  const at = closePosition(session.market, line, day);
  return at < 0 ? undefined : decimalOf(closesOf(session.market)[at]!);
}

/** The close of a line as of a day in index currency, undefined where price or rate is missing. */
export function priceOn(session: Session, line: number, day: number): Decimal | undefined {
  const close = closeOn(session, line, day);
  const rate = indexRate(session, currencyOf(session, line), day);
  return close === undefined || rate === undefined ? undefined : rate === one ? close : close.times(rate);
}

// The prices of the days at hand: a review asks for those of its reference date more than once.
const nearPrices = new WeakMap<Session, Map<number, (Near | undefined | null)[]>>();

/** As {@link priceOn}, to about 30 digits; undefined where it is missing. */
export function nearPrice(session: Session, line: number, day: number): Near | undefined {
  let byDay = nearPrices.get(session);
  if (byDay === undefined) {
    byDay = new Map();
    nearPrices.set(session, byDay);
  }
  let prices = byDay.get(day);
  if (prices === undefined) {
    if (byDay.size > 3) byDay.clear();
    prices = new Array<Near | undefined | null>(session.market.lines.ids.length).fill(null);
    byDay.set(day, prices);
  }
  let price = prices[line];
  if (price === null) {
    price = findNearPrice(session, line, day);
    prices[line] = price;
  }
  return price;
}

function findNearPrice(session: Session, line: number, day: number): Near | undefined {
  const close = closeFound(session, line, day);
  if (Number.isNaN(close)) return undefined;
  const currency = currencyOf(session, line);
  if (currency === session.plan.index.currency) return ddOfNumber(close);
  const rate = indexRate(session, currency, day);
  return rate === undefined ? undefined : ddMultiply(ddOfNumber(close), ddOfDecimal(rate));
}

/** The close as of a day, from the column read ahead for that day where there is one. */
function closeFound(session: Session, line: number, day: number): number {
  if (!everSuspended(session.market, line)) {
    const ahead = session.closesAhead.get(day)?.[line];
    if (ahead !== undefined && !Number.isNaN(ahead)) return ahead;
  }
  const at = closePosition(session.market, line, day);
  return at < 0 ? Number.NaN : closesOf(session.market)[at]!;
}

/** What one unit of a currency is worth in index currency on a day. */
export function indexRate(session: Session, currency: string, day: number): Decimal | undefined {
  return rateOn(session.market, currency, session.plan.index.currency, day, day);
}

/** The latest rate on or before a day that was known; the inverse pair serves where the pair itself is not given. */
export function rateOn(market: Market, from: string, to: string, day: number, knownBy: number): Decimal | undefined {
  if (from === to) return one;
  const direct = latest(market.fx, from, to, day, knownBy);
  if (direct !== undefined) return direct;
  const inverse = latest(market.fx, to, from, day, knownBy);
  return inverse === undefined ? undefined : one.div(inverse);
}

function latest(all: FxRates[], base: string, quote: string, day: number, knownBy: number): Decimal | undefined {
  const rates = all.find((fx) => fx.base === base && fx.quote === quote);
  if (rates === undefined) return undefined;
  let at = lastAtOrBefore(rates.days, 0, rates.days.length, day);
  while (at >= 0 && rates.known[at]! > knownBy) at -= 1;
  return at < 0 ? undefined : decimalOf(rates.values[at]!);
}
