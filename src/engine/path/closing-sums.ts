import { isoDate } from '../../calendar/index.ts';
import { listedPlaces } from '../columns/listed-places.ts';
import { lineCalled } from '../session/called.ts';
import { problem } from '../session/problem.ts';
import type { Session } from '../session/session.ts';
import type { Course } from './course.ts';
import type { IndexDays } from './index-days.ts';
import { closePosition, closesOf } from './close-position.ts';
import { currencyOf, everSpunOff, indexRate, untradedPrice } from './prices.ts';
import { type Stretches, stretchesOf } from './stretches.ts';
import { everSuspended } from './suspensions.ts';

/** The value of the basket at each close in plain doubles, and a bound on the relative error of each. */
export type ClosingSums = { values: Float64Array; error: number };

/** A line whose price is missing, or that is no longer listed, on an index day (its place). */
type Lacking = { day: number; line: number };

/**
 * Index shares × close, summed for each day line by line, so that each series of closes is read once from end to end.
 * `at` are the places of index days on which the entries of the course begin. Most levels are settled by these sums;
 * one that lies too close to a rounding is found anew with more digits.
 */
export function closingSums(session: Session, course: Course, index: IndexDays, at: number[]): ClosingSums {
  const { days } = index;
  const { market, plan } = session;
  const values = new Float64Array(days.length);
  const unpriced: Lacking[] = [];
  const late: Lacking[] = [];
  const rates = new Map<string, Float64Array>();
  const stretches = stretchesOf(course, at, days.length, market.lines.ids.length);
  const addPlain = plainAdder(session, index, stretches, values);
  let signed = false;
  for (let i = 0; i < stretches.count; i += 1) {
    const line = stretches.line[i]!;
    const currency = currencyOf(session, line);
    const plain = currency === plan.index.currency && !everSuspended(market, line) && !everSpunOff(market, line);
    const result = plain
      ? addPlain(i)
      : addOther(session, stretches, i, days, ratesOf(session, currency, days, rates), values);
    if (result === 'negative') signed = true;
    else if (result >= 0) unpriced.push({ day: result, line });
    const until = market.listedUntil[line]!;
    const to = stretches.to[i]!;
    if (days[to - 1]! > until) {
      for (let d = stretches.from[i]!; d < to; d += 1) if (days[d]! > until) late.push({ day: d, line });
    }
  }
  refuseUnpriced(session, days, unpriced);
  late.sort((a, b) => a.day - b.day || a.line - b.line);
  for (const { day, line } of late) {
    const message = 'a constituent was no longer listed, its last price was used';
    session.warnings.add('RB7101', message, `${market.lines.ids[line]} ${isoDate(days[day]!)}`);
  }
  const terms = course.entries.reduce((most, entry) => Math.max(most, entry.standing.basket.size), 0);
  // Each term is off by a few units of its last digit and each addition by one; where terms differ in sign nothing is
  // known.
  return { values, error: signed ? Number.POSITIVE_INFINITY : (terms + 8) * 2 ** -52 };
}

/**
 * What came of adding a stretch: the place of its first day without a price, −1 where all have one, or that a price is
 * below zero.
 */
type Added = number | 'negative';

/** Adds stretches of lines that trade in the index currency, were never suspended, and came from no spin-off. */
function plainAdder(
  { market }: Session,
  { places }: IndexDays,
  { line: lines, shares: amounts, from: starts, to: ends }: Stretches,
  values: Float64Array,
): (i: number) => Added {
  const closes = closesOf(market);
  const listed = listedPlaces(market);
  const first = places[0] ?? 0;
  const oneToOne = places.every((place, d) => place === first + d);
  return (i) => {
    const line = lines[i]!;
    const [shares, from, to] = [amounts[i]!, starts[i]!, ends[i]!];
    const start = line * market.days.length;
    const last = listed.last[line]!;
    let at = Math.min(places[from]!, last);
    while (at >= listed.first[line]! && Number.isNaN(closes[start + at]!)) at -= 1;
    if (at < listed.first[line]!) return from;
    const price = closes[start + at]!;
    if (price < 0) return 'negative';
    if (!oneToOne) return addSparse(closes, start, last, places, price, shares, from, to, values);
    const until = Math.max(from, Math.min(to, last - first + 1));
    const lastPrice = addEach(closes, start + first, price, shares, from, until, values);
    for (let d = until; d < to; d += 1) values[d]! += shares * lastPrice;
    return lastPrice < 0 ? 'negative' : -1;
  };
}

/**
 * Shares × close for each day of a stretch, `price` standing in until there is one; gives the last price, or −1 if one
 * is below zero.
 */
function addEach(
  closes: Float64Array,
  start: number,
  price: number,
  shares: number,
  from: number,
  to: number,
  values: Float64Array,
): number {
  let now = price;
  let least = 0;
  for (let d = from; d < to; d += 1) {
    const close = closes[start + d]!;
    if (close >= 0) now = close;
    else if (close < least) least = close;
    values[d]! += shares * now;
  }
  return least < 0 ? -1 : now;
}

/** As {@link addEach}, where some index days are no market days or the other way round. */
function addSparse(
  closes: Float64Array,
  start: number,
  last: number,
  places: Int32Array,
  price: number,
  shares: number,
  from: number,
  to: number,
  values: Float64Array,
): Added {
  let now = price;
  let next = places[from]! + 1;
  for (let d = from; d < to; d += 1) {
    for (const until = Math.min(places[d]!, last); next <= until; next += 1) {
      const close = closes[start + next]!;
      if (close < 0) return 'negative';
      if (!Number.isNaN(close)) now = close;
    }
    values[d]! += shares * now;
  }
  return -1;
}

/** Lines in another currency, with suspensions, or from a spin-off: each day by itself. */
function addOther(
  session: Session,
  { line: lines, shares: amounts, from: starts, to: ends }: Stretches,
  i: number,
  days: Int32Array,
  rates: Float64Array,
  values: Float64Array,
): Added {
  const closes = closesOf(session.market);
  let missing = -1;
  for (let d = starts[i]!; d < ends[i]!; d += 1) {
    const at = closePosition(session.market, lines[i]!, days[d]!);
    const price = at < 0 ? untradedPrice(session, lines[i]!, days[d]!)?.toNumber() : closes[at]! * rates[d]!;
    const value = amounts[i]! * (price ?? Number.NaN);
    if (value < 0) return 'negative';
    if (!Number.isNaN(value)) values[d]! += value;
    else if (missing < 0) missing = d;
  }
  return missing;
}

function ratesOf(session: Session, currency: string, days: Int32Array, known: Map<string, Float64Array>): Float64Array {
  let rates = known.get(currency);
  if (rates === undefined) {
    rates = Float64Array.from(days, (day) => indexRate(session, currency, day)?.toNumber() ?? Number.NaN);
    known.set(currency, rates);
  }
  return rates;
}

function refuseUnpriced(session: Session, days: Int32Array, unpriced: Lacking[]): void {
  if (unpriced.length === 0) return;
  const first = unpriced.reduce((a, b) => (b.day < a.day || (b.day === a.day && b.line < a.line) ? b : a));
  const day = days[first.day]!;
  throw problem('noPrice', `${lineCalled(session.market, first.line, day)} has no price on ${isoDate(day)}`);
}
