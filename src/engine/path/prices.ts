import { type CorporateAction, type FxRates, lastAtOrBefore, type Market } from '../../market/index.ts';
import { pricedInAlways } from '../../plan/versions.ts';
import { type Decimal, decimalOf, one, zero } from '../numbers/decimal.ts';
import { ddMultiply, ddOfDecimal, decimalResiduals } from '../numbers/double-double.ts';
import { NearValues } from '../numbers/near-values.ts';
import { closePosition, closesOf, lastObserved } from './close-position.ts';
import { closesOn } from './close-reader.ts';
import { everSuspended } from './suspensions.ts';
import type { Session } from '../session/session.ts';

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

/**
 * The close of a line as of a day in index currency, of a spun-off one until it trades what it counts for; undefined
 * where price or rate is missing.
 */
export function priceOn(session: Session, line: number, day: number): Decimal | undefined {
  const close = closeOn(session, line, day);
  if (close === undefined) return untradedPrice(session, line, day);
  const rate = indexRate(session, currencyOf(session, line), day);
  return rate === undefined ? undefined : rate === one ? close : close.times(rate);
}

/**
 * The price that rules read: where a suspended line has closes all the same these count, while the index holds it at
 * the last one before.
 */
export function priceRead(session: Session, line: number, day: number): Decimal | undefined {
  const { market } = session;
  if (!everSuspended(market, line)) return priceOn(session, line, day);
  const at = lastObserved(market, line, day);
  if (at < 0) return untradedPrice(session, line, day);
  const rate = indexRate(session, currencyOf(session, line), day);
  return rate?.times(decimalOf(closesOf(market)[at]!));
}

/** As {@link priceOn} of many lines, to about 30 digits; NaN where it is missing. */
export function nearPrices(session: Session, lines: readonly number[], day: number): NearValues {
  const own = session.plan.index.currency;
  const prices = new NearValues(lines.length, closesOn(session, lines, day));
  const { hi, lo } = prices;
  decimalResiduals(hi, lo);
  for (let i = 0; i < lines.length; i += 1) {
    const currency = currencyOf(session, lines[i]!);
    if (Number.isNaN(hi[i]!)) {
      const untraded = untradedPrice(session, lines[i]!, day);
      if (untraded !== undefined) prices.put(i, ddOfDecimal(untraded));
      continue;
    }
    if (currency === own) continue;
    const rate = indexRate(session, currency, day);
    const price = rate === undefined ? missing : ddMultiply({ hi: hi[i]!, lo: lo[i]! }, ddOfDecimal(rate));
    hi[i] = price.hi;
    lo[i] = price.lo;
  }
  return prices;
}

const missing = { hi: Number.NaN, lo: 0 };

/** As {@link priceRead} of many lines, to about 30 digits; NaN where it is missing. */
export function nearPricesRead(session: Session, lines: readonly number[], day: number): NearValues {
  const prices = nearPrices(session, lines, day);
  for (const [i, line] of lines.entries()) {
    if (!everSuspended(session.market, line)) continue;
    const price = priceRead(session, line, day);
    prices.put(i, price === undefined ? missing : ddOfDecimal(price));
  }
  return prices;
}

/**
 * What a spun-off line counts for until it trades: the price that the spin-off states (the latest, of one day that of
 * the first parent), else nothing.
 */
export function untradedPrice(session: Session, line: number, day: number): Decimal | undefined {
  const spun = (spinOffsOf(session.market).get(line) ?? []).filter((action) => action.exDate <= day);
  const [stated] = spun.filter((a) => a.price !== undefined).sort((a, b) => b.exDate - a.exDate || a.line - b.line);
  if (stated === undefined) return spun.length === 0 ? undefined : zero;
  const rate = indexRate(session, stated.currency ?? currencyOf(session, stated.line), day);
  return rate === undefined ? undefined : decimalOf(stated.price!).times(rate);
}

/** Whether a line ever comes from a spin-off, so that it may be held before it trades. */
export function everSpunOff(market: Market, line: number): boolean {
  return spinOffsOf(market).has(line);
}

const spinOffs = new WeakMap<Market, Map<number, CorporateAction[]>>();

function spinOffsOf(market: Market): Map<number, CorporateAction[]> {
  let known = spinOffs.get(market);
  if (known === undefined) {
    known = Map.groupBy(
      market.actions.filter((action) => action.kind === 'spin_off' && action.other !== undefined),
      (action) => action.other!,
    );
    spinOffs.set(market, known);
  }
  return known;
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
