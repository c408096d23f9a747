import { Decimal as DecimalJs } from 'decimal.js';
import type { RoundingMode } from '../../model/expression.ts';

/** Decimals as the rulebook means them: 60 significant digits in every operation, finite below 10^301. */
export const Decimal = DecimalJs.clone({ precision: 60, rounding: DecimalJs.ROUND_HALF_UP, maxE: 300, minE: -300 });
export type Decimal = DecimalJs;

/** Two numbers that agree to this many significant digits are equal. */
const equalDigits = 40;

export const zero: Decimal = new Decimal(0);
export const one: Decimal = new Decimal(1);

const ofNumber = new Map<number, Decimal>();

/** The decimal that a data value stands for: the shortest one that reads back as this double. */
export function decimalOf(value: number): Decimal {
  let found = ofNumber.get(value);
  if (found === undefined) {
    found = new Decimal(value);
    if (ofNumber.size > 200_000) ofNumber.clear();
    ofNumber.set(value, found);
  }
  return found;
}

const ofText = new Map<string, Decimal>();

/** The decimal that a rulebook states; made once for each text. */
export function decimalOfText(text: string): Decimal {
  let found = ofText.get(text);
  if (found === undefined) {
    found = new Decimal(text);
    ofText.set(text, found);
  }
  return found;
}

/** −1, 0 or 1 after rounding both to 40 significant digits. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.eq(b)) return 0;
  return rounded40(a).cmp(rounded40(b));
}

export function rounded40(a: Decimal): Decimal {
  return a.toSignificantDigits(equalDigits, DecimalJs.ROUND_HALF_UP);
}

function roundingOf(mode: RoundingMode): DecimalJs.Rounding {
  switch (mode) {
    case 'up':
      return DecimalJs.ROUND_CEIL;
    case 'down':
      return DecimalJs.ROUND_FLOOR;
    case 'half up':
      return DecimalJs.ROUND_HALF_CEIL;
    case 'half even':
      return DecimalJs.ROUND_HALF_EVEN;
    default:
      return mode satisfies never;
  }
}

/** To so many decimals, after rounding to 40 significant digits. */
export function roundToDecimals(value: Decimal, decimals: number, mode: RoundingMode): Decimal {
  return rounded40(value).toDecimalPlaces(decimals, roundingOf(mode));
}

/** To a multiple of `step`, after rounding the number of steps to 40 significant digits. */
export function roundToStep(value: Decimal, step: Decimal, mode: RoundingMode): Decimal | undefined {
  if (step.lte(0)) return undefined;
  return rounded40(value.div(step)).toDecimalPlaces(0, roundingOf(mode)).times(step);
}
