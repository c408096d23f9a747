import type { CorporateAction } from '../../market/index.ts';
import type { PlanPolicyEffect } from '../../plan/plan-policy.ts';
import { type Review, scopeOf } from '../context.ts';
import { type Decimal, decimal } from '../decimal.ts';
import { lineEntity } from '../entity.ts';
import { problem } from '../problem.ts';
import { read } from '../read.ts';
import { numberOf } from '../value.ts';
import { type Morning, priceNow } from './morning.ts';
import { described, money, rateOfAction, term } from './terms.ts';

type At = (PlanPolicyEffect & { effect: 'remove' })['at'];

/** The price at which a line leaves. */
export function priceOfLeaving(morning: Morning, action: CorporateAction, at: At, review: Review): Decimal {
  if (at === 'last price') return priceNow(morning, action.line);
  if (at === 'terms') return termsOf(morning, action);
  return statedPrice(morning, action, at.price, review);
}

export function statedPrice(
  morning: Morning,
  action: CorporateAction,
  expression: (At & object)['price'],
  review: Review,
): Decimal {
  const price = numberOf(read(expression, scopeOf(review), lineEntity(action.line)));
  if (price !== undefined) return price;
  throw problem('missingTerms', `${described(morning, action)} has no price to leave at`);
}

/** What the terms of a merger or delisting give for one share, in index currency. */
export function termsOf(morning: Morning, action: CorporateAction): Decimal {
  switch (action.kind) {
    case 'merger_cash':
      return money(morning, action, 'amount');
    case 'merger_stock': {
      if (action.other === undefined) throw problem('missingTerms', `${described(morning, action)} names no acquirer`);
      const shares = term(morning, action, 'ratio').times(priceNow(morning, action.other));
      const cash = decimal(action.amount ?? 0);
      return cash.isZero() ? shares : shares.plus(cash.times(rateOfAction(morning, action, morning.before)));
    }
    case 'delisting':
      return money(morning, action, 'value');
    default:
      throw problem('missingTerms', `${described(morning, action)} has no terms to leave at`);
  }
}
