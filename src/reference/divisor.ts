import { isoDate } from '../calendar/index.ts';
import type { PlanLevelVersion } from '../plan/plan.ts';
import { type Decimal, isSame, toDecimals } from './decimal.ts';
import { problem } from './problem.ts';

/**
 * The divisor that keeps the level: D × value after ÷ value before. Where the value did not change neither does the
 * divisor.
 */
export function continued(
  divisor: Decimal,
  before: Decimal,
  after: Decimal,
  level: PlanLevelVersion,
  day: number,
): Decimal {
  if (isSame(before, after)) return divisor;
  if (before.lte(0) || after.lte(0)) {
    throw problem('noValue', `the basket is worth ${after.lte(0) ? after : before} before the open of ${isoDate(day)}`);
  }
  return roundedDivisor(divisor.times(after).div(before), level, day);
}

export function roundedDivisor(divisor: Decimal, { roundDivisor }: PlanLevelVersion, day: number): Decimal {
  if (roundDivisor === undefined) return divisor;
  const rounded = toDecimals(divisor, roundDivisor);
  if (rounded.gt(0)) return rounded;
  throw problem('noValue', `the divisor is rounded to zero on ${isoDate(day)}`);
}
