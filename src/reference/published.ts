import type { Rounding } from '../model/section.ts';
import { as40, Decimal, type Decimal as Amount, toDecimals } from './decimal.ts';

/** Numbers as published text; docs/meaning.md, "Numbers", says how many digits each has. */
export function fixed(value: Amount, decimals: number): string {
  return as40(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals);
}

export function rounded(value: Amount, rounding: Rounding): string {
  return toDecimals(value, rounding).toFixed(rounding.decimals);
}

/** Weights and cap factors: 12 decimals. */
export function weightText(value: Amount): string {
  return fixed(value, 12);
}

/** As the rulebook rounds them, else 12 significant digits and at least 6 decimals. */
export function sharesText(value: Amount, rounding: Rounding | undefined): string {
  if (rounding !== undefined) return rounded(value, rounding);
  return fixed(value, value.isZero() ? 6 : Math.max(6, 11 - as40(value).e));
}

/** At most 12 decimals, without trailing zeros. */
export function plainText(value: Amount): string {
  return as40(value).toDecimalPlaces(12, Decimal.ROUND_HALF_UP).toFixed();
}

/** A divisor as a decision gives it: every digit. */
export function plainDivisor(value: Amount): string {
  return value.toFixed();
}

/** As the rulebook rounds it, else 20 significant digits. */
export function divisorText(value: Amount, rounding: Rounding | undefined): string {
  return rounding === undefined
    ? as40(value).toSignificantDigits(20, Decimal.ROUND_HALF_UP).toFixed()
    : rounded(value, rounding);
}
