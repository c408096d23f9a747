import { Decimal as Base } from 'decimal.js';
import type { RoundingMode } from '../model/expression.ts';

/**
 * The numbers of the reference: 60 significant digits in every operation, rounded half up; see docs/meaning.md,
 * "Numbers".
 */
export const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP, maxE: 300, minE: -300 });
export type Decimal = Base;

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);

export function decimal(value: number | string): Decimal {
  return new Decimal(value);
}

/** A value as comparisons and roundings see it: rounded to 40 significant digits. */
export function as40(value: Decimal): Decimal {
  return value.toSignificantDigits(40, Decimal.ROUND_HALF_UP);
}

/** Below zero, zero or above zero, as a is less than, equal to or greater than b when both are rounded to 40 digits. */
export function compareNumbers(a: Decimal, b: Decimal): number {
  return as40(a).cmp(as40(b));
}

export const isAbove = (a: Decimal, b: Decimal): boolean => compareNumbers(a, b) > 0;
export const isBelow = (a: Decimal, b: Decimal): boolean => compareNumbers(a, b) < 0;
export const isSame = (a: Decimal, b: Decimal): boolean => compareNumbers(a, b) === 0;

export function sum(values: Iterable<Decimal>): Decimal {
  let total: Decimal = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/**
 * To a whole number. `up` is toward +∞ and `down` toward −∞; a half goes toward +∞ (`half up`) or to the even
 * neighbour.
 */
function toWhole(value: Decimal, mode: RoundingMode): Decimal {
  const exact = as40(value);
  switch (mode) {
    case 'up':
      return exact.ceil();
    case 'down':
      return exact.floor();
    case 'half up':
      return exact.toDecimalPlaces(0, Decimal.ROUND_HALF_CEIL);
    case 'half even':
      return exact.toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN);
    default:
      return mode satisfies never;
  }
}

/** To a multiple of a step above zero. */
export function toStep(value: Decimal, step: Decimal, mode: RoundingMode): Decimal {
  return toWhole(value.div(step), mode).times(step);
}

/** To so many decimals. */
export function toDecimals(value: Decimal, rounding: { decimals: number; mode: RoundingMode }): Decimal {
  return toStep(value, new Decimal(10).pow(-rounding.decimals), rounding.mode);
}
