import { isoDate } from '../calendar/index.ts';
import { lastAtOrBefore, type LevelVariant } from '../market/index.ts';
import type { PlanLevelVersion } from '../plan/plan.ts';
import { inForce } from '../plan/in-force.ts';
import { levelOn } from '../plan/versions.ts';
import type { LevelRow } from '../run/run.ts';
import type { Basket, World } from './context.ts';
import { type Decimal, decimal, ONE, sum } from './decimal.ts';
import { priceOf } from './price.ts';
import { problem } from './problem.ts';
import { rounded } from './published.ts';
import { warn } from './warnings.ts';

/** The levels of a day, unrounded: the chain goes on from these. */
export type Levels = { price: Decimal; total?: Decimal; net?: Decimal };

/** How the level is published on a day. */
export function levelRulesOf({ plan }: World, day: number): PlanLevelVersion {
  return levelOn(plan, (rule) => inForce(rule, day));
}

/** What a basket is worth at the closes of a day, in index currency. */
export function closingValue(world: World, basket: Basket, day: number): Decimal {
  const lines = [...basket.keys()].toSorted((a, b) => a - b);
  return sum(
    lines.map((line) => {
      const id = world.market.lines.ids[line]!;
      const price = priceOf(world, line, day);
      if (price === undefined) throw problem('noPrice', `\`${id}\` has no price on ${isoDate(day)}`);
      if (day > world.market.listedUntil[line]!) {
        warn(
          world.warnings,
          'RB7101',
          'a constituent was no longer listed, its last price was used',
          `${id} ${isoDate(day)}`,
        );
      }
      return basket.get(line)!.shares.times(price);
    }),
  );
}

/**
 * Price level, and the returns that reinvest dividends: TR(t) = TR(s) × (price(t) + dividends ÷ D) ÷ price(s). Net
 * return pays tax on these, and on what part of its worth the basket was paid by dividends that it was adjusted for.
 */
export function levelsOf(
  level: PlanLevelVersion,
  last: Levels,
  price: Decimal,
  dividends: Decimal,
  divisor: Decimal,
  adjusted: Decimal,
): Levels {
  const grown = (from: Decimal, part: Decimal) =>
    from.times(price.plus(dividends.times(part).div(divisor))).div(last.price);
  const levels: Levels = { price };
  for (const variant of level.variants) {
    if (variant.kind === 'total') levels.total = grown(last.total!, ONE);
    if (variant.kind === 'net') {
      const tax = decimal(variant.tax);
      levels.net = grown(last.net!, ONE.minus(tax)).times(ONE.minus(adjusted.times(tax)));
    }
  }
  return levels;
}

/** Where the series start: the published level of the day, else the price level. */
export function startingLevels(world: World, price: Decimal, day: number): Levels {
  return {
    price,
    total: publishedLevel(world, 'total_return', day) ?? price,
    net: publishedLevel(world, 'net_return', day) ?? price,
  };
}

export function publishedLevel({ market, plan }: World, variant: LevelVariant, day: number): Decimal | undefined {
  const levels = market.levels.find((l) => l.index === plan.index.id && l.variant === variant);
  if (levels === undefined) return undefined;
  const at = lastAtOrBefore(levels.days, 0, levels.days.length, day);
  return at >= 0 && levels.days[at] === day ? decimal(levels.values[at]!) : undefined;
}

export function levelRow({ roundLevel, variants }: PlanLevelVersion, day: number, levels: Levels): LevelRow {
  const row: LevelRow = { date: isoDate(day), price: rounded(levels.price, roundLevel) };
  if (variants.some((v) => v.kind === 'total')) row.total = rounded(levels.total!, roundLevel);
  if (variants.some((v) => v.kind === 'net')) row.net = rounded(levels.net!, roundLevel);
  return row;
}
