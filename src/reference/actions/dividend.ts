import type { CorporateAction } from '../../market/index.ts';
import { type Morning, priceNow, setShares } from './morning.ts';
import { aboveZero, money } from './terms.ts';

/** A (special) dividend d that the price loses: p − d; `adjust shares`: shares × p ÷ (p − d). */
export function dividend(morning: Morning, action: CorporateAction, effect: 'adjust shares' | 'adjust divisor'): void {
  const { line } = action;
  const price = priceNow(morning, line);
  const amount = money(morning, action, 'amount');
  const after = aboveZero(morning, action, price.minus(amount));
  morning.prices.set(line, after);
  const gross = morning.basket.get(line)!.shares.times(amount);
  morning.paid.push({ line, gross, taken: effect === 'adjust divisor' });
  if (effect === 'adjust shares') setShares(morning, line, morning.basket.get(line)!.shares.times(price).div(after));
}
