import { isoDate } from '../../calendar/index.ts';
import { ACTION_WORDS, type CorporateAction } from '../../market/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import type { PlanPolicyEffect } from '../../plan/plan-policy.ts';
import { exactOperand } from '../exact/exact-value.ts';
import { Decimal, decimalOf } from '../numbers/decimal.ts';
import { problem } from '../session/problem.ts';
import { referenceFrame, type Scope } from '../session/scope.ts';
import { type Morning, priceNow } from './morning.ts';
import { currencyOf, indexRate } from './prices.ts';

type Term = 'ratio' | 'amount' | 'price' | 'value';
// Terms do not depend on the number system that shares are in.
type Any = Morning<never>;

/** A number that the action must have. */
export function term(morning: Pick<Any, 'session'>, action: CorporateAction, name: Term): Decimal {
  const value = action[name];
  if (value !== undefined) return decimalOf(value);
  throw problem('missingTerms', `${described(morning, action)} has no ${name}`);
}

/** An amount of money that the action must have, in index currency at the rate of the day before. */
export function money(morning: Any, action: CorporateAction, name: Term): Decimal {
  return term(morning, action, name).times(rateOfAction(morning, action, morning.before));
}

export function rateOfAction(morning: Pick<Any, 'session'>, action: CorporateAction, day: number): Decimal {
  const { session } = morning;
  const currency = action.currency ?? currencyOf(session, action.line);
  const rate = indexRate(session, currency, day);
  if (rate !== undefined) return rate;
  throw problem('noPrice', `there is no rate of ${currency} in ${session.plan.index.currency} on ${isoDate(day)}`);
}

/** A price after an action must be above zero. */
export function aboveZero(morning: Any, action: CorporateAction, price: Decimal): Decimal {
  if (price.gt(0)) return price;
  const shown = price.toSignificantDigits(12).toString();
  throw problem('impossibleTerms', `${described(morning, action)} takes the price to ${shown}`);
}

/** For example: the split of `A` on 2024-01-03. */
export function described({ session }: Pick<Any, 'session'>, action: CorporateAction): string {
  const id = session.market.lines.ids[action.line]!;
  return `the ${ACTION_WORDS[action.kind]} of \`${id}\` on ${isoDate(action.exDate)}`;
}

type At = (PlanPolicyEffect & { effect: 'remove' })['at'];

/** The price at which a line leaves; stated ones are read in `scope`. */
export function priceOfLeaving(morning: Any, action: CorporateAction, at: At, scope: Scope): Decimal {
  if (at === 'last price') return priceNow(morning, action.line);
  if (at === 'terms') return termsOf(morning, action);
  return statedPrice(morning, action, at.price, scope);
}

export function statedPrice(morning: Any, action: CorporateAction, node: PlanExpression, scope: Scope): Decimal {
  const price = exactOperand(referenceFrame(scope), node, action.line, 'line');
  if (price instanceof Decimal) return price;
  throw problem('missingTerms', `${described(morning, action)} has no price to leave at`);
}

/** What the terms of a merger or delisting give for one share, in index currency. */
export function termsOf(morning: Any, action: CorporateAction): Decimal {
  switch (action.kind) {
    case 'merger_cash':
      return money(morning, action, 'amount');
    case 'merger_stock': {
      if (action.other === undefined) throw problem('missingTerms', `${described(morning, action)} names no acquirer`);
      const shares = term(morning, action, 'ratio').times(priceNow(morning, action.other));
      if (action.amount === undefined || action.amount === 0) return shares;
      return shares.plus(decimalOf(action.amount).times(rateOfAction(morning, action, morning.before)));
    }
    case 'delisting':
      return money(morning, action, 'value');
    default:
      throw problem('missingTerms', `${described(morning, action)} has no terms to leave at`);
  }
}
