import { epochDay, isoDate } from '../calendar/index.ts';
import type { Basket, World } from './context.ts';
import { type Decimal, decimal } from './decimal.ts';
import { roundedDivisor } from './divisor.ts';
import { closingValue, type Levels, publishedLevel, startingLevels } from './level.ts';
import { problem } from './problem.ts';
import { warn } from './warnings.ts';

/**
 * The divisor of the first basket and the levels that the series start from. `value` is what the basket is worth at the prices of
 * the index day before. On the base date itself the closing level is the base value; later the level goes on from the one
 * published for the day before, or (saying so) from the base value.
 */
export function firstDivisor(
  world: World,
  basket: Basket,
  value: Decimal,
  before: number,
  day: number,
): { divisor: Decimal; levels: Levels } {
  const { level } = world.plan;
  if (value.lte(0)) throw problem('noValue', `the first basket is worth nothing on ${isoDate(before)}`);
  if (level.divisor !== undefined) {
    const divisor = decimal(level.divisor);
    return { divisor, levels: startingLevels(world, value.div(divisor), before) };
  }
  const base = decimal(level.base.value);
  const baseDay = epochDay(level.base.date);
  if (day === baseDay) {
    const divisor = roundedDivisor(closingValue(world, basket, day).div(base), level);
    const start = closingValue(world, basket, day).div(divisor);
    return { divisor, levels: { price: start, total: start, net: start } };
  }
  const published = publishedLevel(world, 'price_return', before);
  if (published === undefined && world.calendar.sessionsBetween(baseDay + 1, before).length > 0) {
    warn(world.warnings, 'RB7103', 'the level starts from the base value after the base date', isoDate(day));
  }
  const start = published ?? base;
  return { divisor: roundedDivisor(value.div(start), level), levels: startingLevels(world, start, before) };
}
