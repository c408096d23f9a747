import { isoDate } from '../../calendar/index.ts';
import type { Decimal } from '../numbers/decimal.ts';
import {
  type DoubleDouble,
  ddMultiply,
  ddOfDecimal,
  decimalResiduals,
  productError,
} from '../numbers/double-double.ts';
import type { Near, Numbers } from '../numbers/numbers.ts';
import { lineCalled } from '../session/called.ts';
import { problem } from '../session/problem.ts';
import type { Session } from '../session/session.ts';
import type { Holdings } from './basket.ts';
import { closesOn } from './close-reader.ts';
import { NearHoldings } from './near-holdings.ts';
import { currencyOf, indexRate, priceOn, untradedPrice } from './prices.ts';

/** The prices that differ from the closes of the day, in index currency. */
export type ChangedPrices = ReadonlyMap<number, Decimal>;
export const noneChanged: ChangedPrices = new Map();

/** Index shares × close as of a day, summed in the order of ids; a failure (RB7402) where a price is missing. */
export function valueInDecimals(
  numbers: Numbers<Decimal>,
  session: Session,
  basket: Holdings<Decimal>,
  day: number,
  changed: ChangedPrices,
): Decimal {
  const values: Decimal[] = [];
  for (const line of sortedLines(basket)) {
    const price = changed.get(line) ?? priceOn(session, line, day);
    if (price === undefined) throw noPriceOn(session, line, day);
    values.push(basket.get(line)!.shares.times(price));
  }
  return numbers.sum(values);
}

/**
 * As {@link valueInDecimals}, to about 30 digits and in whatever order: the bound on the error of a sum holds for every
 * order.
 */
export function valueInDoubles(session: Session, basket: Holdings<Near>, day: number, changed: ChangedPrices): Near {
  const own = session.plan.index.currency;
  const rates = new Map<string, DoubleDouble | undefined>();
  let hi = 0;
  let lo = 0;
  let missing = Number.POSITIVE_INFINITY;
  const { lines, shares } = NearHoldings.of(basket);
  const closes = closesOn(session, lines, day);
  const residuals = new Float64Array(closes.length);
  decimalResiduals(closes, residuals);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    const held = shares.hi[i]!;
    let price = closes[i]!;
    let rest = 0;
    const moved = changed.size === 0 ? undefined : changed.get(line);
    if (moved === undefined) {
      const currency = currencyOf(session, line);
      if (currency === own) rest = residuals[i]!;
      else {
        const converted = convertedClose(session, { hi: price, lo: residuals[i]! }, currency, day, rates);
        price = converted.hi;
        rest = converted.lo;
      }
    } else {
      const exact = ddOfDecimal(moved);
      price = exact.hi;
      rest = exact.lo;
    }
    if (Number.isNaN(price)) {
      const untraded = untradedPrice(session, line, day);
      if (untraded !== undefined) ({ hi: price, lo: rest } = ddOfDecimal(untraded));
    }
    if (Number.isNaN(price)) {
      missing = Math.min(missing, line);
      continue;
    }
    const value = held * price;
    const sum = hi + value;
    const part = sum - hi;
    lo += hi - (sum - part) + (value - part);
    lo += productError(held, price, value) + (held * rest + shares.lo[i]! * price);
    hi = sum;
  }
  if (missing < Number.POSITIVE_INFINITY) throw noPriceOn(session, missing, day);
  const total = hi + lo;
  return { hi: total, lo: lo - (total - hi) };
}

function convertedClose(
  session: Session,
  close: DoubleDouble,
  currency: string,
  day: number,
  known: Map<string, DoubleDouble | undefined>,
): DoubleDouble {
  if (!known.has(currency)) {
    const rate = indexRate(session, currency, day);
    known.set(currency, rate === undefined ? undefined : ddOfDecimal(rate));
  }
  const rate = known.get(currency);
  if (rate === undefined || Number.isNaN(close.hi)) return { hi: Number.NaN, lo: 0 };
  return ddMultiply(close, rate);
}

/** Lines in the order of ids. */
export function sortedLines(basket: Holdings<unknown>): Int32Array {
  const lines = Int32Array.from(basket.keys());
  return lines.sort();
}

export function noPriceOn({ market }: Session, line: number, day: number) {
  return problem('noPrice', `${lineCalled(market, line, day)} has no price on ${isoDate(day)}`);
}
