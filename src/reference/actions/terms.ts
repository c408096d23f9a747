import { isoDate } from '../../calendar/index.ts';
import { ACTION_WORDS, type CorporateAction } from '../../market/index.ts';
import { currencyOf, rateOn } from '../currency.ts';
import { type Decimal, decimal } from '../decimal.ts';
import { problem } from '../problem.ts';
import type { Morning } from './morning.ts';

type Term = 'ratio' | 'amount' | 'price' | 'value';

/** A number that the action must have. */
export function term(morning: Morning, action: CorporateAction, name: Term): Decimal {
  const value = action[name];
  if (value !== undefined) return decimal(value);
  throw problem('missingTerms', `${described(morning, action)} has no ${name}`);
}

/** An amount of money that the action must have, in index currency at the rate of the day before. */
export function money(morning: Morning, action: CorporateAction, name: Term): Decimal {
  return term(morning, action, name).times(rateOfAction(morning, action, morning.before));
}

export function rateOfAction(morning: Morning, action: CorporateAction, day: number): Decimal {
  const currency = action.currency ?? currencyOf(morning, action.line);
  const rate = rateOn(morning, currency, morning.plan.index.currency, day);
  if (rate !== undefined) return rate;
  throw problem('noPrice', `there is no rate of ${currency} in ${morning.plan.index.currency} on ${isoDate(day)}`);
}

/** A price after an action must be above zero. */
export function aboveZero(morning: Morning, action: CorporateAction, price: Decimal): Decimal {
  if (price.gt(0)) return price;
  throw problem('impossibleTerms', `${described(morning, action)} takes the price to ${price.toSignificantDigits(12)}`);
}

/** For example: the split of `A` on 2024-01-03. */
export function described({ market }: Morning, action: CorporateAction): string {
  return `the ${ACTION_WORDS[action.kind]} of \`${market.lines.ids[action.line]}\` on ${isoDate(action.exDate)}`;
}
