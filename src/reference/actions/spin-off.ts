import type { CorporateAction } from '../../market/index.ts';
import { type Decimal, ZERO } from '../decimal.ts';
import { priceOf } from '../price.ts';
import { problem } from '../problem.ts';
import { type Morning, note, priceNow, setShares } from './morning.ts';
import { aboveZero, described, money, term } from './terms.ts';

type SpinOffEffect = 'adjust shares' | 'adjust divisor' | { child: 'until next review' | 'for good' };

/**
 * A spin-off of n shares of a child of value v per share held: price p − n v. `adjust divisor`: shares stay; `adjust
 * shares`: shares × p ÷ (p − n v); or the child joins with n times the parent's shares at v.
 */
export function spinOff(morning: Morning, action: CorporateAction, effect: SpinOffEffect): void {
  const { line } = action;
  const parent = morning.basket.get(line)!;
  const ratio = term(morning, action, 'ratio');
  const value = childValue(morning, action);
  const price = priceNow(morning, line);
  const after = price.minus(ratio.times(value));
  if (after.lt(ZERO) || effect === 'adjust shares') aboveZero(morning, action, after);
  morning.prices.set(line, after);
  if (effect === 'adjust divisor') return;
  if (effect === 'adjust shares') {
    setShares(morning, line, parent.shares.times(price).div(after));
    return;
  }
  const child = action.other;
  if (child === undefined) throw problem('missingTerms', `${described(morning, action)} names no new line`);
  const held = morning.basket.get(child);
  const joining = parent.shares.times(ratio);
  morning.prices.set(child, value);
  morning.basket.set(child, {
    ...(held ?? { ...parent, untilNextReview: effect.child === 'until next review' }),
    shares: held === undefined ? joining : held.shares.plus(joining),
  });
  if (held === undefined) note(morning, 'added', child, `spun off by ${morning.market.lines.ids[line]}`);
}

/** The price that the action states, else the child's close of its first day, else nothing. */
function childValue(morning: Morning, action: CorporateAction): Decimal {
  if (action.price !== undefined) return money(morning, action, 'price');
  return (action.other === undefined ? undefined : priceOf(morning, action.other, morning.day)) ?? ZERO;
}
