import { type CorporateAction, positionAsOf } from '../market/index.ts';
import type { World } from './context.ts';
import { currencyOf, rateOn } from './currency.ts';
import { type Decimal, decimal, ZERO } from './decimal.ts';

/**
 * The price of a line in index currency as of a day: the last close on or before the day, after its listing the last it
 * had, converted at the day's rate. Missing where there is no rate, or no close and no spin-off that the line came
 * from.
 */
export function priceOf(world: World, line: number, day: number): Decimal | undefined {
  const close = closeOf(world, line, day);
  if (close === undefined) return untradedPrice(world, line, day);
  const rate = rateOn(world, currencyOf(world, line), world.plan.index.currency, day);
  return rate === undefined ? undefined : close.times(rate);
}

/**
 * The price that rules read: where a suspended line has closes all the same these count, while the index holds it at
 * the last one before.
 */
export function priceRead(world: World, line: number, day: number): Decimal | undefined {
  const close = lastClose(world, line, Math.min(day, world.market.listedUntil[line]!));
  if (close === undefined) return untradedPrice(world, line, day);
  const rate = rateOn(world, currencyOf(world, line), world.plan.index.currency, day);
  return rate && close.times(rate);
}

/** The last close of a line on or before a day, in its own currency; of a suspended line the last one before that. */
export function closeOf(world: World, line: number, day: number): Decimal | undefined {
  const suspended = suspensionOf(world, line, day);
  const until = Math.min(day, world.market.listedUntil[line]!, suspended === undefined ? day : suspended.exDate - 1);
  return lastClose(world, line, until);
}

function lastClose(world: World, line: number, until: number): Decimal | undefined {
  const { market } = world;
  const column = market.fields.get('close');
  if (column === undefined || column.kind !== 'series')
    throw new Error('the market was opened without the field close');
  const at = positionAsOf(market, column, line, until, until);
  return at < 0 ? undefined : decimal(column.values[at]!);
}

/**
 * What a spun-off line counts for until it trades: the price that the spin-off states (the latest, of one day that of
 * the first parent), else nothing.
 */
function untradedPrice(world: World, line: number, day: number): Decimal | undefined {
  const spun = world.market.actions.filter((a) => a.kind === 'spin_off' && a.other === line && a.exDate <= day);
  const [stated] = spun.filter((a) => a.price !== undefined).toSorted((a, b) => b.exDate - a.exDate || a.line - b.line);
  if (stated === undefined) return spun.length === 0 ? undefined : ZERO;
  const currency = stated.currency ?? currencyOf(world, stated.line);
  const rate = rateOn(world, currency, world.plan.index.currency, day);
  return rate && decimal(stated.price!).times(rate);
}

/** The suspension that a line is under on a day, if any. */
export function suspensionOf({ market }: World, line: number, day: number): CorporateAction | undefined {
  const latest = market.actions.findLast(
    (a) => a.line === line && a.exDate <= day && (a.kind === 'suspension' || a.kind === 'resumption'),
  );
  return latest?.kind === 'suspension' ? latest : undefined;
}
