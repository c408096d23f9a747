import type { CorporateAction } from '../../market/index.ts';
import { isBelow, ONE } from '../decimal.ts';
import { type Morning, priceNow, setShares } from './morning.ts';
import { aboveZero, money, term } from './terms.ts';

/**
 * Rights to n new per old at k. The theoretical ex-rights price is (p + n k) ÷ (1 + n). `adjust divisor`: the rights
 * are taken up, shares × (1 + n); `adjust shares`: shares × p ÷ that price. Rights at or above the price do nothing.
 */
export function rights(morning: Morning, action: CorporateAction, effect: 'adjust shares' | 'adjust divisor'): void {
  const { line } = action;
  const price = priceNow(morning, line);
  const [ratio, at] = [term(morning, action, 'ratio'), money(morning, action, 'price')];
  if (!isBelow(at, price)) return;
  const more = ONE.plus(ratio);
  const after = aboveZero(morning, action, price.plus(ratio.times(at)).div(more));
  const { shares } = morning.basket.get(line)!;
  morning.prices.set(line, after);
  setShares(morning, line, shares.times(effect === 'adjust divisor' ? more : price.div(after)));
}
