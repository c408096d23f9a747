import type { CorporateAction } from '../../market/index.ts';
import type { Outcome } from '../review/outcome.ts';
import type { Scope } from '../session/scope.ts';
import { applyAction, gain } from './actions.ts';
import { type Leaver, leave, type Morning, morningOf, priceNow } from './morning.ts';
import type { NumberWorld } from './number-world.ts';
import { actionsBetween, leaving, occasionOf, policyFor } from './policy.ts';
import { priceOn } from './prices.ts';
import { asOfMorning } from './replace.ts';

/**
 * New index shares are as of the reference date. What happens to their lines until the event takes effect happens to
 * them too, as the policies say; lines that leave meanwhile are among the leavers. Gives the basket of the last day
 * with the prices that it has then: an action of a day up to the reference date, which its shares knew, moves these
 * only.
 */
export function broughtUpToDate<S>(
  world: NumberWorld<S>,
  outcome: Outcome,
  before: number,
  day: number,
): Pick<Morning<S>, 'basket' | 'prices' | 'leavers' | 'paid'> {
  const { scope, stay } = outcome;
  const { session, reference } = scope;
  let basket = world.freshOf(outcome);
  let prices: Morning<S>['prices'] = new Map();
  const leavers: Leaver<S>[] = [];
  let paid: Morning<S>['paid'] = [];
  if (actionsBetween(session.market, Math.min(reference, before), day).length === 0)
    return { basket, prices, leavers, paid };
  const days = session.calendar.sessionsBetween(Math.min(reference + 1, day), day);
  days.forEach((today, i) => {
    const yesterday = i === 0 ? Math.min(session.calendar.shift(today, -1), reference) : days[i - 1]!;
    const morning: Morning<S> = { ...morningOf(world, session, yesterday, today, basket), beside: stay };
    const actions = actionsBetween(session.market, yesterday, today);
    const seen = actions.length === 0 ? scope : asOfMorning(scope, morning);
    for (const action of actions) {
      if (!morning.basket.has(action.line)) continue;
      if (action.exDate <= reference) movePrice(morning, action, seen);
      else if (leaving.includes(action.kind)) leaveEarly(morning, action);
      else applyAction(morning, action, seen);
    }
    leavers.push(...morning.leavers);
    basket = morning.basket;
    prices = morning.prices;
    paid = morning.paid;
  });
  return { basket, prices, leavers, paid };
}

/** What an action does to the price of its line, and to nothing else. */
function movePrice<S>(morning: Morning<S>, action: CorporateAction, scope: Scope): void {
  const { prices, leavers } = morning;
  // Where the market data begin that day there is no price of the day before.
  const priced = prices.has(action.line) || priceOn(morning.session, action.line, morning.before) !== undefined;
  if (leaving.includes(action.kind) || !priced) return;
  const trial = { ...morning, own: undefined, prices: new Map(prices), leavers: [...leavers] };
  applyAction(trial, action, scope);
  const price = trial.prices.get(action.line);
  if (price !== undefined) prices.set(action.line, price);
}

/** A line leaves before the basket that it is to be in takes effect: what it leaves at is nobody's. */
function leaveEarly<S>(morning: Morning<S>, action: CorporateAction): void {
  const policy = policyFor(morning.session, occasionOf(action.kind)!, morning.day);
  if (policy?.effects.some(({ effect }) => effect === 'convert') === true) gain(morning, action);
  leave(morning, action.line, priceNow(morning, action.line), policy?.name);
}
