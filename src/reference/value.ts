import { compareNumbers, Decimal } from './decimal.ts';

/**
 * What an expression gives: a number (also a date, as its epoch day), a text, yes or no, or `undefined` where it is
 * missing (a yes or no that is missing is unknown).
 */
export type Value = Decimal | string | boolean | undefined;

/** The order of two values of one type: numbers at 40 digits, texts by code unit, no before yes. */
export function compareValues(a: Decimal | string | boolean, b: Decimal | string | boolean): number {
  if (Decimal.isDecimal(a) && Decimal.isDecimal(b)) return compareNumbers(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A number, or missing; a value that is not finite is missing. */
export function numberOf(value: Value): Decimal | undefined {
  return Decimal.isDecimal(value) && value.isFinite() ? value : undefined;
}

export function truthOf(value: Value): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** Kleene's and: no wins, then unknown. */
export function and(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

/** Kleene's or: yes wins, then unknown. */
export function or(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === true || b === true) return true;
  return a === undefined || b === undefined ? undefined : false;
}

export function not(a: boolean | undefined): boolean | undefined {
  return a === undefined ? undefined : !a;
}
