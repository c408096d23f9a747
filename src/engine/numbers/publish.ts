import type { RoundingMode } from '../../model/expression.ts';
import { Decimal, roundToDecimals } from './decimal.ts';
import { ddMultiply, ddOfDecimal } from './double-double.ts';
import type { Near } from './numbers.ts';

/**
 * A value to so many decimals, half up, as text; undefined where its error (relative) leaves the last digit open. Values of one digit
 * more than doubles hold whole are left to decimals too.
 */
export function nearText(value: Near, error: number, decimals: number): string | undefined {
  const units = roundedUnits(value, error, decimals, 'half up');
  if (units === undefined)
    return value.exact === undefined ? undefined : roundToDecimals(value.exact, decimals, 'half up').toFixed(decimals);
  return unitsText(units, decimals);
}

/** A whole number of units of so many decimals, as text. */
export function unitsText(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const sign = units < 0 ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A value rounded, itself exact; undefined where that is too close to call. */
export function roundNear(value: Near, error: number, decimals: number, mode: RoundingMode): Near | undefined {
  const units = roundedUnits(value, error, decimals, mode);
  const rounded =
    units !== undefined
      ? new Decimal(units).div(new Decimal(10).pow(decimals))
      : value.exact === undefined
        ? undefined
        : roundToDecimals(value.exact, decimals, mode);
  return rounded === undefined ? undefined : { ...ddOfDecimal(rounded), exact: rounded };
}

/** The value in units of its last decimal, rounded; undefined where too close to call or too large. */
export function roundedUnits(value: Near, error: number, decimals: number, mode: RoundingMode): number | undefined {
  if (decimals > 22) return undefined;
  const scaled = ddMultiply(value, { hi: 10 ** decimals, lo: 0 });
  const nearest = Math.round(scaled.hi);
  if (!(Math.abs(nearest) < 2 ** 52)) return undefined;
  const rest = scaled.hi - nearest + scaled.lo;
  const margin = (error + 2 ** -96) * Math.abs(scaled.hi) + 1e-290;
  switch (mode) {
    case 'half up':
    case 'half even':
      if (Math.abs(Math.abs(rest) - 0.5) <= margin) return undefined;
      return nearest + (rest > 0.5 ? 1 : rest < -0.5 ? -1 : 0);
    case 'up':
      if (Math.abs(rest) <= margin || Math.abs(Math.abs(rest) - 1) <= margin) return undefined;
      return rest > 0 ? nearest + 1 : nearest;
    case 'down':
      if (Math.abs(rest) <= margin || Math.abs(Math.abs(rest) - 1) <= margin) return undefined;
      return rest < 0 ? nearest - 1 : nearest;
    default:
      return mode satisfies never;
  }
}
