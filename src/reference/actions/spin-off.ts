import { isoDate } from '../../calendar/index.ts';
import type { CorporateAction } from '../../market/index.ts';
import { type Decimal, ZERO } from '../decimal.ts';
import { divisorDecision } from '../decided-divisor.ts';
import { closeOf, priceOf } from '../price.ts';
import { problem } from '../problem.ts';
import { warnOnce } from '../warnings.ts';
import { join, type Morning, note, priceNow, setShares } from './morning.ts';
import { aboveZero, described, money, term } from './terms.ts';

type SpinOffEffect = 'adjust shares' | 'adjust divisor' | { child: 'until next review' | 'for good' };

/**
 * A spin-off of n shares of a child of value v per share held: price p − n v. `adjust divisor`: shares stay; `adjust
 * shares`: shares × p ÷ (p − n v); or the child joins with n times the parent's shares at v, beside those held already
 * at their own price.
 */
export function spinOff(morning: Morning, action: CorporateAction, effect: SpinOffEffect): void {
  const { line } = action;
  const parent = morning.basket.get(line)!;
  const ratio = term(morning, action, 'ratio');
  const known = childValue(morning, action);
  if (known === undefined) unvalued(morning, action, effect);
  const value = known ?? ZERO;
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
  const isNew = !morning.basket.has(child);
  const untilNextReview = effect.child === 'until next review';
  join(morning, child, { ...parent, untilNextReview, shares: parent.shares.times(ratio) }, value);
  if (isNew) note(morning, 'added', child, `spun off by ${morning.market.lines.ids[line]}`);
}

/** The price that the action states, else the child's close of its first day, if there is one. */
function childValue(morning: Morning, action: CorporateAction): Decimal | undefined {
  if (action.price !== undefined) return money(morning, action, 'price');
  const { other } = action;
  if (other === undefined || closeOf(morning, other, morning.day) === undefined) return undefined;
  return priceOf(morning, other, morning.day);
}

/**
 * A child that is held counts for nothing until it trades, and the run says so; without one nothing can be adjusted,
 * unless the divisor of the day was decided.
 */
function unvalued(morning: Morning, action: CorporateAction, effect: SpinOffEffect): void {
  if (typeof effect === 'string') {
    if (divisorDecision(morning.market, morning.before, morning.day) !== undefined) return;
    throw problem(
      'missingTerms',
      `${described(morning, action)} has no price, and there is no close of a new line`,
      'Give the action a `price`, or its new line a close on that day',
    );
  }
  if (action.other === undefined) return;
  const example = `${morning.market.lines.ids[action.other]} ${isoDate(action.exDate)}`;
  warnOnce(morning.warnings, 'RB7114', 'a spun-off line counts for nothing until it trades', example);
}
