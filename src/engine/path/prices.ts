import { type FxRates, lastAtOrBefore, type Market } from '../../market/index.ts';
import { pricedInAlways } from '../../plan/versions.ts';
import { type Decimal, decimalOf, one } from '../numbers/decimal.ts';
import { ddMultiply, ddOfDecimal, decimalResiduals } from '../numbers/double-double.ts';
import { NearValues } from '../numbers/near-values.ts';
import { closePosition, closesOf } from './close-position.ts';
import { closesOn } from './close-reader.ts';
import type { Session } from '../session/session.ts';

/** The currency a line trades in. */
export function currencyOf(session: Session, line: number): string {
  const { plan, market } = session;
  return market.currencyOf[line] || (pricedInAlways(plan) ?? plan.index.currency);
}

/** The close of a line as of a day in its own currency, undefined where there is none. */
function closeOn(session: Session, line: number, day: number): Decimal | undefined {
  const at = closePosition(session.market, line, day);
  return at < 0 ? undefined : decimalOf(closesOf(session.market)[at]!);
}

/** The close of a line as of a day in index currency, undefined where price or rate is missing. */
export function priceOn(session: Session, line: number, day: number): Decimal | undefined {
  const close = closeOn(session, line, day);
  const rate = indexRate(session, currencyOf(session, line), day);
  return close === undefined || rate === undefined ? undefined : rate === one ? close : close.times(rate);
}

/** As {@link priceOn} of many lines, to about 30 digits; NaN where it is missing. */
export function nearPrices(session: Session, lines: readonly number[], day: number): NearValues {
  const own = session.plan.index.currency;
  const prices = new NearValues(lines.length, closesOn(session, lines, day));
  const { hi, lo } = prices;
  decimalResiduals(hi, lo);
  for (let i = 0; i < lines.length; i += 1) {
    const currency = currencyOf(session, lines[i]!);
    if (currency === own || Number.isNaN(hi[i]!)) continue;
    const rate = indexRate(session, currency, day);
    const price = rate === undefined ? missing : ddMultiply({ hi: hi[i]!, lo: lo[i]! }, ddOfDecimal(rate));
    hi[i] = price.hi;
    lo[i] = price.lo;
  }
  return prices;
}

const missing = { hi: Number.NaN, lo: 0 };

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
