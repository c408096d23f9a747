import { isoDate } from '../../calendar/index.ts';
import type { BasketChange } from '../../run/run.ts';
import type { Decimal } from '../numbers/decimal.ts';
import type { Session } from '../session/session.ts';
import type { Holding, Holdings, OwnHoldings } from './basket.ts';
import { noPriceOn } from './basket-value.ts';
import type { NumberWorld } from './number-world.ts';
import { priceOn } from './prices.ts';

/** A line that left before the open: what was held of it, its close of the day before, and the price it left at. */
export type Leaver<S> = { line: number; holding: Holding<S>; close: Decimal; price: Decimal; policy?: string };

/**
 * What a dividend that shares or divisor are adjusted for pays on a line, and whether the basket is worth less by it.
 */
export type PaidOut<S> = { line: number; gross: S; taken: boolean };

/**
 * A basket before the open of a day. `prices` are closes of the index day before in index currency, where the actions
 * of the morning changed them.
 */
export type Morning<S> = {
  world: NumberWorld<S>;
  session: Session;
  before: number;
  day: number;
  basket: Holdings<S>;
  /** The lines that the actions of the morning are taken for: who comes in later has had none yet. */
  start: Holdings<S>;
  /** Lines held beside this basket, which its actions may bring shares of. */
  beside?: ReadonlySet<number>;
  /** The basket once it is the morning's own, from the first change on: most mornings change nothing. */
  own: OwnHoldings<S> | undefined;
  prices: Map<number, Decimal>;
  leavers: Leaver<S>[];
  paid: PaidOut<S>[];
  changes: BasketChange[];
};

export function morningOf<S>(
  world: NumberWorld<S>,
  session: Session,
  before: number,
  day: number,
  basket: Holdings<S>,
): Morning<S> {
  return {
    world,
    session,
    before,
    day,
    basket,
    start: basket,
    own: undefined,
    prices: new Map(),
    leavers: [],
    paid: [],
    changes: [],
  };
}

function ownBasket<S>(morning: Morning<S>): OwnHoldings<S> {
  morning.own ??= morning.world.ownOf(morning.basket);
  morning.basket = morning.own;
  return morning.own;
}

/** From here on the morning holds so much of a line. */
export function setHolding<S>(morning: Morning<S>, holding: Holding<S>): void {
  ownBasket(morning).set(holding.line, holding);
}

/** From here on the morning holds nothing of a line. */
export function release<S>(morning: Morning<S>, line: number): void {
  ownBasket(morning).delete(line);
}

/** The price of a line as the morning has it so far. */
export function priceNow<S>(morning: Morning<S>, line: number): Decimal {
  const price = morning.prices.get(line) ?? priceOn(morning.session, line, morning.before);
  if (price !== undefined) return price;
  throw noPriceOn(morning.session, line, morning.before);
}

/** What the basket is worth at the prices of the morning. */
export function worth<S>({ world, session, before, basket, prices }: Morning<S>): S {
  return world.valueOf(session, basket, before, prices);
}

export function setShares<S>(morning: Morning<S>, line: number, shares: S): void {
  setHolding(morning, { ...morning.basket.get(line)!, shares });
}

/**
 * Shares come in at a price. Those of the line held already keep theirs; the price of the line is then that of all, on
 * average.
 */
export function join<S>(morning: Morning<S>, holding: Holding<S>, price: Decimal): void {
  const { line } = holding;
  const { numbers, known } = morning.world;
  const held = morning.basket.get(line);
  if (held === undefined) {
    morning.prices.set(line, price);
    setHolding(morning, holding);
    return;
  }
  const [before, more] = [known(held.shares), known(holding.shares)];
  const shares = before.plus(more);
  const value = before.times(priceNow(morning, line)).plus(more.times(price));
  morning.prices.set(line, shares.isZero() ? price : value.div(shares));
  setShares(morning, line, numbers.add(held.shares, holding.shares));
}

export function note<S>(morning: Morning<S>, kind: string, line: number, detail: string, policy?: string): void {
  morning.changes.push({
    date: isoDate(morning.day),
    kind,
    line: morning.session.market.lines.ids[line]!,
    detail,
    ...(policy === undefined ? {} : { policy }),
  });
}

/** A line leaves at a price; what that differs from its price moves the level. */
export function leave<S>(morning: Morning<S>, line: number, price: Decimal, policy?: string): void {
  const holding = morning.basket.get(line)!;
  const by = policy === undefined ? {} : { policy };
  morning.leavers.push({ line, holding, close: priceNow(morning, line), price, ...by });
  release(morning, line);
  note(morning, 'removed', line, `at ${price.toSignificantDigits(12).toString()}`, policy);
}

/**
 * What part of its worth the basket is paid by the dividends of the morning that shares or divisor are adjusted for:
 * what they pay on lines in it, over what it was worth with them; undefined where there are none.
 */
export function adjustedPart<S>(morning: Morning<S>): S | undefined {
  const { numbers } = morning.world;
  const paid = morning.paid.filter(({ line }) => morning.basket.has(line));
  if (paid.length === 0) return undefined;
  const taken = paid.filter((one) => one.taken).map(({ gross }) => gross);
  return numbers.divide(numbers.sum(paid.map(({ gross }) => gross)), numbers.sum([worth(morning), ...taken]));
}

/**
 * What the leavers' prices add to (or take from) the worth of the basket; undefined where they leave at their last
 * price.
 */
export function booked<S>(morning: Morning<S>): S | undefined {
  const { numbers } = morning.world;
  let total: S | undefined;
  for (const { holding, close, price } of morning.leavers) {
    const moved = price.minus(close);
    if (moved.isZero()) continue;
    const value = numbers.multiply(holding.shares, numbers.of(moved));
    total = total === undefined ? value : numbers.add(total, value);
  }
  return total;
}
