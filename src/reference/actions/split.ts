import type { CorporateAction } from '../../market/index.ts';
import { ONE } from '../decimal.ts';
import { type Morning, priceNow, setShares } from './morning.ts';
import { aboveZero, term } from './terms.ts';

/**
 * A split of r new for one old, or a stock dividend of k new per old (r = 1 + k): price ÷ r; `adjust shares`: shares ×
 * r.
 */
export function split(morning: Morning, action: CorporateAction, effect: 'adjust shares' | 'adjust divisor'): void {
  const { line } = action;
  const stated = term(morning, action, 'ratio');
  const ratio = aboveZero(morning, action, action.kind === 'stock_dividend' ? stated.plus(ONE) : stated);
  morning.prices.set(line, priceNow(morning, line).div(ratio));
  if (effect === 'adjust shares') setShares(morning, line, morning.basket.get(line)!.shares.times(ratio));
}
