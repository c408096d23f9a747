import { epochDay, isoDate } from '../calendar/index.ts';
import type { Basket, World } from './context.ts';
import { type Decimal, decimal } from './decimal.ts';
import { roundedDivisor } from './divisor.ts';
import { closingValue, type Levels, levelRulesOf, publishedLevel, startingLevels } from './level.ts';
import { problem } from './problem.ts';
import { warn } from './warnings.ts';

/**
 * The divisor of the first basket and the levels that the series start from; `value` gives what the basket is worth at
 * the prices of the index day before. On the base date itself the closing level is the base value; later the level goes
 * on from the one published for the day before, or (saying so) from the base value. Where the market data begin on the
 * day itself it takes the place of the day before. A divisor set by decision goes before all. `since` is the day at
 * whose close the series start.
 */
export function firstDivisor(
  world: World,
  basket: Basket,
  value: () => Decimal,
  before: number,
  day: number,
  decided: Decimal | undefined,
): { computed: Decimal; divisor: Decimal; levels: Levels; since: number } {
  const { level } = world.plan;
  const base = decimal(level.base.value);
  const baseDay = epochDay(level.base.date);
  const begins = day === baseDay || before < (world.market.days[0] ?? day);
  const worth = begins ? closingValue(world, basket, day) : value();
  const start = begins ? day : before;
  if (worth.lte(0)) throw problem('noValue', `the first basket is worth nothing on ${isoDate(start)}`);
  const from = () => {
    if (day === baseDay) return base;
    const published = publishedLevel(world, 'price_return', start);
    if (published !== undefined) return published;
    if (
      decided === undefined &&
      world.calendar.sessionsBetween(Math.max(baseDay + 1, world.calendar.first), before).length > 0
    ) {
      warn(world.warnings, 'RB7103', 'the level starts from the base value after the base date', isoDate(day));
    }
    return base;
  };
  const goesOn = level.divisor === undefined ? from() : undefined;
  const computed =
    goesOn === undefined ? decimal(level.divisor!) : roundedDivisor(worth.div(goesOn), levelRulesOf(world, day), day);
  const divisor = decided ?? computed;
  // Dividing by a rounded divisor gives the level back only nearly; on the base date that is what is published.
  const price = begins || decided !== undefined || goesOn === undefined ? worth.div(divisor) : goesOn;
  const levels = day === baseDay ? { price, total: price, net: price } : startingLevels(world, price, start);
  return { computed, divisor, levels, since: start };
}
