import { Decimal, rounded40 } from '../numbers/decimal.ts';

/** At most 12 decimals, without trailing zeros. */
export function plainText(value: Decimal): string {
  return rounded40(value).toDecimalPlaces(12, Decimal.ROUND_HALF_UP).toFixed();
}
