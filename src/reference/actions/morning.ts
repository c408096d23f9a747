import { isoDate } from '../../calendar/index.ts';
import type { BasketChange } from '../../run/run.ts';
import type { Basket, Holding, World } from '../context.ts';
import { type Decimal, sum } from '../decimal.ts';
import { priceOf } from '../price.ts';
import { problem } from '../problem.ts';

/** A line that left before the open, at what price, and what its price would have been. */
export type Leaver = {
  line: number;
  holding: Holding;
  close: Decimal;
  price: Decimal;
  policy?: string;
};

/**
 * What a dividend that shares or divisor are adjusted for pays on a line, and whether the basket is worth less by it.
 */
export type PaidOut = { line: number; gross: Decimal; taken: boolean };

/**
 * A basket before the open of a day. `prices` are closes of the index day before in index currency, as the actions of
 * the morning change them.
 */
export type Morning = World & {
  before: number;
  day: number;
  basket: Basket;
  /** The lines that the actions of the morning are taken for: who comes in later has had none yet. */
  start: Basket;
  /** Lines held beside this basket, which its actions may bring shares of. */
  beside?: Set<number>;
  prices: Map<number, Decimal>;
  leavers: Leaver[];
  paid: PaidOut[];
  changes: BasketChange[];
};

export function morningOf(world: World, before: number, day: number, basket: Basket): Morning {
  return {
    ...world,
    before,
    day,
    basket: new Map(basket),
    start: basket,
    prices: new Map(),
    leavers: [],
    paid: [],
    changes: [],
  };
}

/** The price of a line as the morning has it so far. */
export function priceNow(morning: Morning, line: number): Decimal {
  const price = morning.prices.get(line) ?? priceOf(morning, line, morning.before);
  if (price !== undefined) return price;
  throw problem('noPrice', `\`${morning.market.lines.ids[line]}\` has no price on ${isoDate(morning.before)}`);
}

/** What the basket is worth at the prices of the morning. */
export function worth(morning: Morning): Decimal {
  const lines = [...morning.basket.keys()].toSorted((a, b) => a - b);
  return sum(lines.map((line) => morning.basket.get(line)!.shares.times(priceNow(morning, line))));
}

export function setShares(morning: Morning, line: number, shares: Decimal): void {
  morning.basket.set(line, { ...morning.basket.get(line)!, shares });
}

/**
 * Shares come in at a price. Those of the line held already keep theirs; the price of the line is then that of all, on
 * average.
 */
export function join(morning: Morning, line: number, holding: Holding, price: Decimal): void {
  const held = morning.basket.get(line);
  if (held === undefined) {
    morning.prices.set(line, price);
    morning.basket.set(line, holding);
    return;
  }
  const shares = held.shares.plus(holding.shares);
  const value = held.shares.times(priceNow(morning, line)).plus(holding.shares.times(price));
  morning.prices.set(line, shares.isZero() ? price : value.div(shares));
  setShares(morning, line, shares);
}

export function note(morning: Morning, kind: string, line: number, detail: string, policy?: string): void {
  morning.changes.push({
    date: isoDate(morning.day),
    kind,
    line: morning.market.lines.ids[line]!,
    detail,
    ...(policy === undefined ? {} : { policy }),
  });
}

/** A line leaves at a price; what that differs from its price moves the level. */
export function leave(morning: Morning, line: number, price: Decimal, policy?: string): void {
  const holding = morning.basket.get(line)!;
  const by = policy === undefined ? {} : { policy };
  morning.leavers.push({ line, holding, close: priceNow(morning, line), price, ...by });
  morning.basket.delete(line);
  note(morning, 'removed', line, `at ${price.toSignificantDigits(12)}`, policy);
}

/** What the leavers' prices add to (or take from) the worth of the basket. */
export function booked(morning: Morning): Decimal {
  return sum(morning.leavers.map(({ holding, close, price }) => holding.shares.times(price.minus(close))));
}
