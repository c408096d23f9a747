import { type FxRates, lastAtOrBefore } from '../market/index.ts';
import { pricedInAlways } from '../plan/versions.ts';
import type { Review, Scope, World } from './context.ts';
import { type Decimal, decimal, ONE } from './decimal.ts';
import { type Entity, linesOf } from './entity.ts';
import { numberOf, type Value } from './value.ts';

/**
 * The currency a line trades in; where the data set names none, what the universe is always priced in, else the index
 * currency.
 */
export function currencyOf({ plan, market }: World, line: number): string {
  const own = market.currencyOf[line]!;
  return own !== '' ? own : (pricedInAlways(plan) ?? plan.index.currency);
}

/** An amount in another currency, at the rate of the day. */
export function convert(value: Value, from: string | undefined, to: string, scope: Scope, entity: Entity): Value {
  const amount = numberOf(value);
  const source = from ?? ownCurrency(scope.review, entity);
  if (amount === undefined || source === undefined) return undefined;
  const rate = rateOn(scope.review, source, to, scope.day, scope.review.knownBy);
  return rate === undefined ? undefined : numberOf(amount.times(rate));
}

/**
 * How many units of one currency one unit of another was on a day: the last rate known, else that of the opposite pair
 * turned over.
 */
export function rateOn(
  { market }: World,
  from: string,
  to: string,
  day: number,
  knownBy: number = day,
): Decimal | undefined {
  if (from === to) return ONE;
  const direct = lastRate(market.fx, from, to, day, knownBy);
  if (direct !== undefined) return direct;
  const opposite = lastRate(market.fx, to, from, day, knownBy);
  return opposite === undefined ? undefined : numberOf(ONE.div(opposite));
}

function lastRate(fx: FxRates[], base: string, quote: string, day: number, knownBy: number): Decimal | undefined {
  const rates = fx.find((r) => r.base === base && r.quote === quote);
  if (rates === undefined) return undefined;
  let at = lastAtOrBefore(rates.days, 0, rates.days.length, day);
  while (at >= 0 && rates.known[at]! > knownBy) at -= 1;
  return at < 0 ? undefined : decimal(rates.values[at]!);
}

function ownCurrency(review: Review, entity: Entity): string | undefined {
  if (entity.kind === 'line') return currencyOf(review, entity.line);
  const first = entity.kind === 'company' ? linesOf(review, entity.company)[0] : undefined;
  return first === undefined ? undefined : currencyOf(review, first);
}
