import { type Decimal, roundToDecimals } from '../numbers/decimal.ts';
import { columnsOf } from '../numbers/many-near.ts';
import { decimals, doubt, nearNumbers, type Near, type Numbers } from '../numbers/numbers.ts';
import { roundNear } from '../numbers/publish.ts';
import type { Outcome } from '../review/outcome.ts';
import type { Session } from '../session/session.ts';
import type { Holding, Holdings, OwnHoldings } from './basket.ts';
import { type ChangedPrices, valueInDecimals, valueInDoubles } from './basket-value.ts';
import { NearHoldings } from './near-holdings.ts';

type Rounding = { decimals: number; mode: 'up' | 'down' | 'half up' | 'half even' };

/** A number system with what days need beside arithmetic: prices, roundings, and the shares that reviews made. */
export type NumberWorld<S> = {
  numbers: Numbers<S>;
  /**
   * What a basket is worth at the closes of a day, but for lines whose price is another; a failure (RB7402) where one
   * has none.
   */
  valueOf(session: Session, basket: Holdings<S>, day: number, changed: ChangedPrices): S;
  round(value: S, rounding: Rounding): S;
  /** The new index shares of an event, as a basket. */
  freshOf(outcome: Outcome): Holdings<S>;
  /** A copy of a basket that may be changed. */
  ownOf(basket: Holdings<S>): OwnHoldings<S>;
  /** A value in decimals; the doubt is thrown where they are not known. */
  known(value: S): Decimal;
};

export const exactWorld: NumberWorld<Decimal> = {
  numbers: decimals,
  valueOf: (session, basket, day, changed) => valueInDecimals(decimals, session, basket, day, changed),
  round: (value, rounding) => roundToDecimals(value, rounding.decimals, rounding.mode),
  freshOf: ({ fresh, memberships }) => {
    const { shares, capFactors } = fresh.exact();
    return new Map(
      fresh.lines.map((line, i): [number, Holding<Decimal>] => [
        line,
        { line, shares: shares.at(i), capFactor: capFactors.at(i), membership: memberships.get(line)! },
      ]),
    );
  },
  known: (value) => value,
  ownOf: (basket) => new Map(Array.from(basket.values(), (holding) => [holding.line, holding])),
};

export function nearWorld(lines: number): NumberWorld<Near> {
  const numbers = nearNumbers(lines + 1);
  return {
    numbers,
    valueOf: valueInDoubles,
    round: (value, rounding) => {
      const rounded = roundNear(value, 4 * numbers.error, rounding.decimals, rounding.mode);
      if (rounded === undefined) throw doubt;
      return rounded;
    },
    freshOf: ({ fresh: { lines, near }, memberships }) =>
      new NearHoldings(
        Int32Array.from(lines),
        columnsOf(near.shares),
        columnsOf(near.capFactors),
        lines.map((line) => memberships.get(line)!),
      ),
    ownOf: (basket) => NearHoldings.of(basket).copy(),
    known: ({ exact }) => {
      if (exact === undefined) throw doubt;
      return exact;
    },
  };
}
