import type { CorporateAction } from '../../market/index.ts';
import { ONE, ZERO } from '../decimal.ts';
import { leave, type Morning } from './morning.ts';
import { termsOf } from './removal.ts';
import { term } from './terms.ts';

/**
 * A merger for stock: the acquirer, if held, gets the target's shares by the ratio; the target leaves at what the terms
 * give.
 */
export function convert(morning: Morning, action: CorporateAction, policy: string): void {
  const price = termsOf(morning, action);
  gain(morning, action);
  leave(morning, action.line, price, policy);
}

/** What an acquirer that is held gets for the shares of the target. */
export function gain(morning: Morning, action: CorporateAction): void {
  const { basket, beside } = morning;
  const { line, other } = action;
  if (other === undefined || !(basket.has(other) || beside?.has(other))) return;
  const gained = basket.get(line)!.shares.times(term(morning, action, 'ratio'));
  const held = basket.get(other) ?? { shares: ZERO, capFactor: ONE, membership: ONE };
  basket.set(other, { ...held, shares: held.shares.plus(gained) });
}
