import { type Decimal, ONE, sum } from '../decimal.ts';

/**
 * Bounds that cannot be met, all multiplied by the one factor with which they can: every bounded weight then lies at
 * its bound. Undefined where some weight is neither fixed nor bounded, or the fixed ones leave nothing.
 */
export function relax(fixed: (Decimal | undefined)[], bounds: (Decimal | undefined)[]): Decimal[] | undefined {
  const left = ONE.minus(sum(fixed.filter((weight) => weight !== undefined)));
  const total = sum(bounds.filter((bound) => bound !== undefined));
  if (left.lte(0) || total.lte(0)) return undefined;
  const weights = fixed.map((weight, i) => weight ?? bounds[i]?.times(left).div(total));
  return weights.every((weight) => weight !== undefined) ? weights : undefined;
}
