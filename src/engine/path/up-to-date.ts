import type { ActionKind } from '../../market/index.ts';
import type { Outcome } from '../review/outcome.ts';
import { applyAction } from './actions.ts';
import { type Morning, morningOf, release } from './morning.ts';
import type { NumberWorld } from './number-world.ts';
import { actionsBetween, leaving } from './policy.ts';

const followed: ActionKind[] = ['split', 'stock_dividend', 'rights', 'spin_off'];

/**
 * New index shares are as of the reference date. What happens to their lines until the event takes effect happens to them too:
 * splits, stock dividends, rights and spin-offs; lines that leave meanwhile do not come in. Gives the basket of the last day with the
 * prices that it has then.
 */
export function broughtUpToDate<S>(
  world: NumberWorld<S>,
  outcome: Outcome,
  before: number,
  day: number,
): Pick<Morning<S>, 'basket' | 'prices'> {
  const { scope } = outcome;
  const { session, reference } = scope;
  let basket = world.freshOf(outcome);
  let prices: Morning<S>['prices'] = new Map();
  if (actionsBetween(session.market, Math.min(reference, before), day).length === 0) return { basket, prices };
  const days = session.calendar.sessionsBetween(reference + 1, day);
  days.forEach((today, i) => {
    const yesterday = i === 0 ? Math.min(session.calendar.shift(today, -1), reference) : days[i - 1]!;
    const morning = morningOf(world, session, yesterday, today, basket);
    for (const action of actionsBetween(session.market, yesterday, today)) {
      if (!morning.basket.has(action.line)) continue;
      if (followed.includes(action.kind)) applyAction(morning, action, scope);
      if (leaving.includes(action.kind)) release(morning, action.line);
    }
    basket = morning.basket;
    prices = morning.prices;
  });
  return { basket, prices };
}
