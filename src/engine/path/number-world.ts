import { type Decimal, roundToDecimals } from '../numbers/decimal.ts';
import { decimals, doubt, nearNumbers, type Near, type Numbers } from '../numbers/numbers.ts';
import { roundNear } from '../numbers/publish.ts';
import type { Outcome } from '../review/outcome.ts';
import type { Session } from '../session/session.ts';
import type { Built } from '../weights/recipe.ts';
import { nearPrice, priceOn } from './prices.ts';

type Rounding = { decimals: number; mode: 'up' | 'down' | 'half up' | 'half even' };

/** A number system with what days need beside arithmetic: prices, roundings, and the shares that reviews made. */
export type NumberWorld<S> = {
  numbers: Numbers<S>;
  priceOn(session: Session, line: number, day: number): S | undefined;
  round(value: S, rounding: Rounding): S;
  freshOf(outcome: Outcome): Built<S>;
};

export const exactWorld: NumberWorld<Decimal> = {
  numbers: decimals,
  priceOn,
  round: (value, rounding) => roundToDecimals(value, rounding.decimals, rounding.mode),
  freshOf: (outcome) => outcome.fresh.exact(),
};

export function nearWorld(lines: number): NumberWorld<Near> {
  const numbers = nearNumbers(lines + 1);
  return {
    numbers,
    priceOn: nearPrice,
    round: (value, rounding) => {
      const rounded = roundNear(value, 4 * numbers.error, rounding.decimals, rounding.mode);
      if (rounded === undefined) throw doubt;
      return rounded;
    },
    freshOf: (outcome) => outcome.fresh.near,
  };
}
