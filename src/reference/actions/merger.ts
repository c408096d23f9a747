import type { CorporateAction } from '../../market/index.ts';
import { leave, type Morning, setShares } from './morning.ts';
import { termsOf } from './removal.ts';
import { term } from './terms.ts';

/**
 * A merger for stock: the acquirer, if held, gets the target's shares by the ratio; the target leaves at what the terms
 * give.
 */
export function convert(morning: Morning, action: CorporateAction, policy: string): void {
  const price = termsOf(morning, action);
  const acquirer = action.other === undefined ? undefined : morning.basket.get(action.other);
  const { shares } = morning.basket.get(action.line)!;
  if (acquirer !== undefined) {
    setShares(morning, action.other!, acquirer.shares.plus(shares.times(term(morning, action, 'ratio'))));
  }
  leave(morning, action.line, price, policy);
}
