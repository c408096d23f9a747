import type { CorporateAction } from '../../market/index.ts';
import type { Basket, Review, World } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { priceOf } from '../price.ts';
import { asOfMorning } from '../replacement.ts';
import { apply, inOrder } from './apply.ts';
import { gain } from './merger.ts';
import { type Leaver, leave, type Morning, morningOf, priceNow } from './morning.ts';
import { LEAVING, occasionOf, policyFor } from './policy.ts';

/**
 * New index shares are as of the reference date. What happens to their lines until the event takes effect happens to
 * them too, as the policies say; lines that leave meanwhile are among the leavers. Gives the morning of the last day,
 * with the prices that the basket has then: an action of a day up to the reference date, which its shares knew, moves
 * these only.
 */
export function broughtUpToDate(world: World, { review, stay, fresh }: Outcome, before: number, day: number): Morning {
  const { calendar } = world;
  const { asOf } = review;
  let basket: Basket = fresh;
  let last = morningOf(world, before, day, basket);
  const leavers: Leaver[] = [];
  const days = [...calendar.sessionsBetween(Math.min(asOf + 1, day), day)];
  for (const [i, today] of days.entries()) {
    const yesterday = i === 0 ? Math.min(calendar.shift(today, -1), asOf) : days[i - 1]!;
    const morning: Morning = { ...morningOf(world, yesterday, today, basket), beside: stay };
    const seen = asOfMorning(review, morning);
    for (const action of inOrder(morning)) {
      if (!morning.basket.has(action.line)) continue;
      if (action.exDate <= asOf) movePrice(morning, action, seen);
      else if (LEAVING.includes(action.kind)) leaveEarly(morning, action);
      else apply(morning, action, seen);
    }
    leavers.push(...morning.leavers);
    basket = morning.basket;
    last = morning;
  }
  return { ...last, before, day, leavers, changes: [] };
}

/** What an action does to the price of its line, and to nothing else. */
function movePrice(morning: Morning, action: CorporateAction, review: Review): void {
  const { basket, prices, leavers } = morning;
  // Where the market data begin that day there is no price of the day before.
  const priced = prices.has(action.line) || priceOf(morning, action.line, morning.before) !== undefined;
  if (LEAVING.includes(action.kind) || !priced) return;
  const trial = { ...morning, basket: new Map(basket), prices: new Map(prices), leavers: [...leavers] };
  apply(trial, action, review);
  const price = trial.prices.get(action.line);
  if (price !== undefined) prices.set(action.line, price);
}

/** A line leaves before the basket that it is to be in takes effect: what it leaves at is nobody's. */
function leaveEarly(morning: Morning, action: CorporateAction): void {
  const policy = policyFor(morning, occasionOf(action.kind)!, morning.day);
  if (policy?.effects.some(({ effect }) => effect === 'convert')) gain(morning, action);
  leave(morning, action.line, priceNow(morning, action.line), policy?.name);
}
