import { compareDecimals, type Decimal, zero } from './decimal.ts';
import {
  binaryValue,
  ddAdd,
  ddDivide,
  ddMultiply,
  ddOfDecimal,
  ddSubtract,
  doubleDoubleError,
} from './double-double.ts';
import { manyDecimals } from './decimal-values.ts';
import { manyNear } from './many-near.ts';
import type { Many } from './values.ts';

/**
 * A number system that weights, shares and divisors can be computed in. `compare` decides as decimals would;
 * where the system can't tell it throws {@link doubt}, and the work is done again in decimals.
 */
export type Numbers<S> = {
  of(value: Decimal): S;
  add(a: S, b: S): S;
  subtract(a: S, b: S): S;
  multiply(a: S, b: S): S;
  divide(a: S, b: S): S;
  sum(values: readonly S[]): S;
  compare(a: S, b: S): number;
  /** Whether two values surely differ; never throws. */
  differ(a: S, b: S): boolean;
  /** The nearest double, for what decides nothing. */
  near(a: S): number;
  toDecimal(a: S): Decimal;
  /** Relative bound on the error of every value so far; 0 for decimals. */
  error: number;
  /** Called where values are rescaled by a factor that depends on them, which at most triples the bound. */
  rescaled(): void;
  many: Many<S>;
};

/** Thrown by `compare` where two values are too close to tell apart. */
export const doubt: unique symbol = Symbol('too close to call');

export const decimals: Numbers<Decimal> = {
  of: (value) => value,
  add: (a, b) => a.plus(b),
  subtract: (a, b) => a.minus(b),
  multiply: (a, b) => a.times(b),
  divide: (a, b) => a.div(b),
  sum: (values) => values.reduce((total, value) => total.plus(value), zero),
  compare: compareDecimals,
  differ: (a, b) => compareDecimals(a, b) !== 0,
  near: (a) => a.toNumber(),
  toDecimal: (a) => a,
  error: 0,
  rescaled: () => {},
  many: manyDecimals,
};

/** A value in double-double; `exact` where it is a decimal that is known. */
export type Near = { hi: number; lo: number; exact?: Decimal };

/** Double-doubles for sums of up to `terms` values, with a running relative error bound. */
export function nearNumbers(terms: number): Numbers<Near> {
  const error = (terms * terms + 2 ** 14) * doubleDoubleError;
  const system: Numbers<Near> = {
    of: (value) => ({ ...ddOfDecimal(value), exact: value }),
    add: ddAdd,
    subtract: (a, b) => {
      const result = ddSubtract(a, b);
      const lost = (Math.abs(a.hi) + Math.abs(b.hi)) / Math.abs(result.hi);
      if (!(lost < 1e12)) throw doubt;
      if (lost > 1) system.error *= lost;
      return result;
    },
    multiply: ddMultiply,
    divide: ddDivide,
    sum: (values) => {
      let hi = 0;
      let lo = 0;
      for (const value of values) {
        const s = hi + value.hi;
        const v = s - hi;
        lo += hi - (s - v) + (value.hi - v) + value.lo;
        hi = s;
      }
      const s = hi + lo;
      return { hi: s, lo: lo - (s - hi) };
    },
    compare: (a, b) => {
      if (a === b) return 0;
      if (a.exact !== undefined && b.exact !== undefined) return compareDecimals(a.exact, b.exact);
      const difference = a.hi - b.hi + (a.lo - b.lo);
      if (!(Math.abs(difference) > 4 * system.error * (Math.abs(a.hi) + Math.abs(b.hi)))) throw doubt;
      return difference > 0 ? 1 : -1;
    },
    differ: (a, b) => Math.abs(a.hi - b.hi + (a.lo - b.lo)) > 4 * system.error * (Math.abs(a.hi) + Math.abs(b.hi)),
    near: (a) => a.hi,
    toDecimal: (a) => a.exact ?? binaryValue(a.hi).plus(binaryValue(a.lo)),
    error,
    rescaled: () => {
      system.error = 3 * system.error + 16 * doubleDoubleError;
    },
    many: manyNear(
      (a, b) => system.compare(a, b),
      () => system.error,
    ),
  };
  return system;
}
