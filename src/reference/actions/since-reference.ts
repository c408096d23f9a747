import type { Outcome } from '../outcome.ts';
import type { Basket, World } from '../context.ts';
import { apply, inOrder } from './apply.ts';
import { type Morning, morningOf } from './morning.ts';

/**
 * New index shares are as of the reference date. What happens to their lines until the event takes effect happens to
 * them too: splits, stock dividends, rights and spin-offs; lines that leave meanwhile do not come in. Gives the morning
 * of the last day, with the prices that the basket has then.
 */
export function broughtUpToDate(world: World, outcome: Outcome, before: number, day: number): Morning {
  const { calendar } = world;
  const { review } = outcome;
  let basket: Basket = new Map(outcome.fresh);
  const days = [...calendar.sessionsBetween(review.asOf + 1, day)];
  let last = morningOf(world, before, day, basket);
  for (const [i, today] of days.entries()) {
    const yesterday = i === 0 ? Math.min(calendar.shift(today, -1), review.asOf) : days[i - 1]!;
    const morning = morningOf(world, yesterday, today, basket);
    for (const action of inOrder(morning)) {
      if (!morning.basket.has(action.line)) continue;
      if (FOLLOWED.includes(action.kind)) apply(morning, action, review);
      if (LEAVING.includes(action.kind)) morning.basket.delete(action.line);
    }
    basket = morning.basket;
    last = morning;
  }
  return { ...last, before, day, leavers: [], changes: [] };
}

const FOLLOWED = ['split', 'stock_dividend', 'rights', 'spin_off'];
/** With these a line is no longer there. */
export const LEAVING: string[] = ['merger_cash', 'merger_stock', 'delisting'];
