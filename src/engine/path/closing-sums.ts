import { isoDate } from '../../calendar/index.ts';
import { problem } from '../session/problem.ts';
import type { Session } from '../session/session.ts';
import type { Course } from './course.ts';
import type { IndexDays } from './index-days.ts';
import { closePosition, closesOf, currencyOf, indexRate } from './prices.ts';
import { everSuspended } from './suspensions.ts';

/** What a line is held at from one index day to another (places, end exclusive). */
type Stretch = { line: number; shares: number; from: number; to: number };

/** The value of the basket at each close, each within a few units of its last digit: `errors` bounds it, relatively. */
export type ClosingSums = { values: Float64Array; error: number };

/**
 * Index shares × close, summed for each day line by line, so that each series of closes is read once from end to end.
 * `at` are the places of index days on which the entries of the course begin.
 */
export function closingSums(session: Session, course: Course, { days, places }: IndexDays, at: number[]): ClosingSums {
  const high = new Float64Array(days.length);
  const low = new Float64Array(days.length);
  const unpriced: { day: number; line: number }[] = [];
  const late: { day: number; line: number }[] = [];
  const rates = new Map<string, Float64Array>();
  for (const stretch of stretches(course, at, days.length, session.market.lines.ids.length)) {
    const { line } = stretch;
    const currency = currencyOf(session, line);
    const plain = currency === session.plan.index.currency && !everSuspended(session.market, line);
    const missing = plain
      ? addPlain(session, stretch, places, days, high, low)
      : addOther(session, stretch, days, ratesOf(session, currency, days, rates), high, low);
    if (missing >= 0) unpriced.push({ day: missing, line });
    const until = session.market.listedUntil[line]!;
    if (days[stretch.to - 1]! > until) {
      for (let d = stretch.from; d < stretch.to; d += 1) if (days[d]! > until) late.push({ day: d, line });
    }
  }
  refuseUnpriced(session, days, unpriced);
  late.sort((a, b) => a.day - b.day || a.line - b.line);
  for (const { day, line } of late) {
    const message = 'a constituent was no longer listed, its last price was used';
    session.warnings.add('RB7101', message, `${session.market.lines.ids[line]} ${isoDate(days[day]!)}`);
  }
  for (let d = 0; d < days.length; d += 1) high[d]! += low[d]!;
  return { values: high, error: 2 ** -49 };
}

/** What is held of each line without a break, in no order. */
function stretches(course: Course, at: number[], end: number, lines: number): Stretch[] {
  const shares = new Float64Array(lines);
  const since = new Int32Array(lines);
  const kept = new Int32Array(lines).fill(-1);
  const found: Stretch[] = [];
  const close = (line: number, to: number) => {
    if (shares[line] !== 0 && since[line]! < to) found.push({ line, shares: shares[line]!, from: since[line]!, to });
    shares[line] = 0;
  };
  let open: number[] = [];
  for (const [i, entry] of course.entries.entries()) {
    const from = at[i]!;
    const held: number[] = [];
    for (const { line, shares: amount } of entry.standing.basket.values()) {
      kept[line] = i;
      held.push(line);
      if (shares[line] === amount.hi) continue;
      close(line, from);
      shares[line] = amount.hi;
      since[line] = from;
    }
    for (const line of open) if (kept[line] !== i) close(line, from);
    open = held;
  }
  for (const line of open) close(line, end);
  // Line by line, so that each series of closes is read from end to end.
  return found.sort((a, b) => a.line - b.line || a.from - b.from);
}

/** Gives the place of the first day without a price, or −1. */
function addPlain(
  session: Session,
  { line, shares, from, to }: Stretch,
  places: Int32Array,
  days: Int32Array,
  high: Float64Array,
  low: Float64Array,
): number {
  const { market } = session;
  const closes = closesOf(market);
  const start = line * market.days.length;
  const last = lastPlace(session, line, days, places, to);
  let price = Number.NaN;
  let next = places[from]! + 1;
  const first = closePosition(market, line, days[from]!);
  if (first >= 0) price = closes[first]!;
  let missing = -1;
  for (let d = from; d < to; d += 1) {
    const place = places[d]!;
    for (; next <= place; next += 1) {
      const close = closes[start + next]!;
      if (!Number.isNaN(close) && next <= last) price = close;
    }
    if (Number.isNaN(price)) {
      if (missing < 0) missing = d;
      continue;
    }
    const value = shares * price;
    const sum = high[d]! + value;
    const part = sum - high[d]!;
    low[d]! += high[d]! - (sum - part) + (value - part);
    high[d] = sum;
  }
  return missing;
}

/** The last place in the market's days at which the line was listed. */
function lastPlace(session: Session, line: number, days: Int32Array, places: Int32Array, to: number): number {
  const { market } = session;
  const until = market.listedUntil[line]!;
  if (until >= days[to - 1]!) return places[to - 1]!;
  let place = places[to - 1]!;
  while (place >= 0 && market.days[place]! > until) place -= 1;
  return place;
}

/** Lines in another currency, or with suspensions: each day by itself. */
function addOther(
  session: Session,
  { line, shares, from, to }: Stretch,
  days: Int32Array,
  rates: Float64Array,
  high: Float64Array,
  low: Float64Array,
): number {
  const closes = closesOf(session.market);
  let missing = -1;
  for (let d = from; d < to; d += 1) {
    const at = closePosition(session.market, line, days[d]!);
    const value = at < 0 ? Number.NaN : shares * (closes[at]! * rates[d]!);
    if (Number.isNaN(value)) {
      if (missing < 0) missing = d;
      continue;
    }
    const sum = high[d]! + value;
    const part = sum - high[d]!;
    low[d]! += high[d]! - (sum - part) + (value - part);
    high[d] = sum;
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

function refuseUnpriced(session: Session, days: Int32Array, unpriced: { day: number; line: number }[]): void {
  if (unpriced.length === 0) return;
  const first = unpriced.reduce((a, b) => (b.day < a.day || (b.day === a.day && b.line < a.line) ? b : a));
  const id = session.market.lines.ids[first.line]!;
  throw problem('noPrice', `\`${id}\` has no price on ${isoDate(days[first.day]!)}`);
}
