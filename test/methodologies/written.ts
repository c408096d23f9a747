import { Decimal } from 'decimal.js';
import type { Written } from './case-file.ts';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** A result with the decimals (and the per cent sign) of the number that is expected. */
export function asWritten(result: string | undefined, expected: Written): string {
  if (result === undefined || !/^-?[0-9.]+$/.test(result)) return String(result);
  const percent = expected.endsWith('%');
  const decimals = expected.replace('%', '').split('.')[1]?.length ?? 0;
  const value = new Exact(result).times(percent ? 100 : 1);
  return `${value.toFixed(decimals, Decimal.ROUND_HALF_UP)}${percent ? '%' : ''}`;
}
