import type { Decimal } from '../numbers/decimal.ts';
import type { Near } from '../numbers/numbers.ts';

/** What the index holds of one line, in one number system. `untilNextReview`: a spun-off line that leaves at the next one. */
export type Holding<S> = { line: number; shares: S; capFactor: S; membership: Decimal; untilNextReview?: boolean };

/** What is held, by line; the order in which it is told decides nothing. */
export type Holdings<S> = {
  readonly size: number;
  get(line: number): Holding<S> | undefined;
  has(line: number): boolean;
  keys(): Iterable<number>;
  values(): Iterable<Holding<S>>;
};

/** Holdings that may be changed. */
export type OwnHoldings<S> = Holdings<S> & {
  set(line: number, holding: Holding<S>): unknown;
  delete(line: number): boolean;
};

/** Everything the level is made of at one time; `divisor` is absent before the first basket. */
export type State<S> = { holdings: Holdings<S>; divisor: S | undefined };

/** The basket in force from a day on: in double-doubles, and in decimals when asked. */
export type Basket = { from: number; near: State<Near>; exact(): State<Decimal> };
