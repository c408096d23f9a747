import { type CorporateAction, positionAsOf } from '../market/index.ts';
import type { World } from './context.ts';
import { currencyOf, rateOn } from './currency.ts';
import { type Decimal, decimal } from './decimal.ts';

/**
 * The price of a line in index currency as of a day: the last close on or before the day, after its listing the last it
 * had, converted at the day's rate. Missing where there is no close or no rate.
 */
export function priceOf(world: World, line: number, day: number): Decimal | undefined {
  const close = closeOf(world, line, day);
  const rate = rateOn(world, currencyOf(world, line), world.plan.index.currency, day);
  return close === undefined || rate === undefined ? undefined : close.times(rate);
}

/** The last close of a line on or before a day, in its own currency; of a suspended line the last one before that. */
function closeOf(world: World, line: number, day: number): Decimal | undefined {
  const { market } = world;
  const column = market.fields.get('close');
  if (column === undefined || column.kind !== 'series')
    throw new Error('the market was opened without the field close');
  const suspended = suspensionOf(world, line, day);
  const until = Math.min(day, market.listedUntil[line]!, suspended === undefined ? day : suspended.exDate - 1);
  const at = positionAsOf(market, column, line, until, until);
  return at < 0 ? undefined : decimal(column.values[at]!);
}

/** The suspension that a line is under on a day, if any. */
export function suspensionOf({ market }: World, line: number, day: number): CorporateAction | undefined {
  const latest = market.actions.findLast(
    (a) => a.line === line && a.exDate <= day && (a.kind === 'suspension' || a.kind === 'resumption'),
  );
  return latest?.kind === 'suspension' ? latest : undefined;
}
