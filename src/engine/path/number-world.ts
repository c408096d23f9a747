import { type Decimal, roundToDecimals } from '../numbers/decimal.ts';
import { decimals, doubt, nearNumbers, type Near, type Numbers } from '../numbers/numbers.ts';
import { roundNear } from '../numbers/publish.ts';
import type { Outcome } from '../review/outcome.ts';
import type { Session } from '../session/session.ts';
import type { Built } from '../weights/recipe.ts';
import { type ChangedPrices, type Valued, valueInDecimals, valueInDoubles } from './basket-value.ts';

type Rounding = { decimals: number; mode: 'up' | 'down' | 'half up' | 'half even' };

/** A number system with what days need beside arithmetic: prices, roundings, and the shares that reviews made. */
export type NumberWorld<S> = {
  numbers: Numbers<S>;
  /** What a basket is worth at the closes of a day, but for lines whose price is another; a failure (RB7402) where one has none. */
  valueOf(session: Session, basket: Valued<S>, day: number, changed: ChangedPrices): S;
  round(value: S, rounding: Rounding): S;
  freshOf(outcome: Outcome): Built<S>;
  /** A value in decimals; the doubt is thrown where they are not known. */
  known(value: S): Decimal;
};

export const exactWorld: NumberWorld<Decimal> = {
  numbers: decimals,
  valueOf: (session, basket, day, changed) => valueInDecimals(decimals, session, basket, day, changed),
  round: (value, rounding) => roundToDecimals(value, rounding.decimals, rounding.mode),
  freshOf: (outcome) => outcome.fresh.exact(),
  known: (value) => value,
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
    freshOf: (outcome) => outcome.fresh.near,
    known: ({ exact }) => {
      if (exact === undefined) throw doubt;
      return exact;
    },
  };
}
