import type { Occasion, PolicyEffect } from '../policy.ts';
import { comma } from './breaks.ts';
import { part, type Say } from './say.ts';

/** What is done on a corporate action, in words: `on delisting, remove at last price`. */
export function policyWords<E>(policy: { on: Occasion; effects: PolicyEffect<E>[] }, say: Say<E>): string {
  return [`on ${policy.on}`, ...policy.effects.map((effect) => effectWords(effect, say))].join(comma);
}

function effectWords<E>(effect: PolicyEffect<E>, say: Say<E>): string {
  switch (effect.effect) {
    case 'adjust shares':
    case 'adjust divisor':
    case 'reinvest':
    case 'ignore':
    case 'follow':
      return effect.effect;
    case 'add child':
      return `add child${effect.untilNextReview ? ' until next review' : ''}`;
    case 'remove':
      return `remove at ${typeof effect.at === 'string' ? effect.at : priceWords(effect.at.price, say)}`;
    case 'convert':
      return 'convert at terms';
    case 'hold': {
      const { removeAfter: days, price } = effect;
      if (days === undefined) return 'hold at last price';
      const at = part(price, (e) => ` at ${priceWords(e, say)}`);
      return `hold at last price${comma}remove after ${days} trading day${days === 1 ? '' : 's'}${at}`;
    }
    case 'update':
      if (effect.when === 'next review') return 'update at next review';
      return `update at once${part(effect.threshold, (e) => ` when at least ${say.value(e)}`)}`;
    case 'replace':
      if (effect.by === 'nobody') return 'do not replace';
      return effect.by === 'highest ranked newcomer' ? 'replace by highest ranked newcomer' : effect.by;
    default:
      return effect satisfies never;
  }
}

/** After `at`, where some words would be taken together with it. */
function priceWords<E>(price: E, say: Say<E>): string {
  const words = say.value(price);
  return /^(rank in|terms)\b/.test(words) ? `(${words})` : words;
}
