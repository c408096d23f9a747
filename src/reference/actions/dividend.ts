import type { CorporateAction } from '../../market/index.ts';
import { type Morning, priceNow, setShares } from './morning.ts';
import { aboveZero, money } from './terms.ts';

/** A (special) dividend d that the price loses: p − d; `adjust shares`: shares × p ÷ (p − d). */
export function dividend(morning: Morning, action: CorporateAction, effect: 'adjust shares' | 'adjust divisor'): void {
  const { line } = action;
  const price = priceNow(morning, line);
  const after = aboveZero(morning, action, price.minus(money(morning, action, 'amount')));
  morning.prices.set(line, after);
  if (effect === 'adjust shares') setShares(morning, line, morning.basket.get(line)!.shares.times(price).div(after));
}
