import type { PlanPolicy } from './plan.ts';
import type { PlanPolicyEffect } from './plan-policy.ts';
import { printAsWritten as say } from './print-expression.ts';

/** What is done on a corporate action, in words: `on delisting, remove at last price`. */
export function describePolicy(policy: PlanPolicy): string {
  return [`on ${policy.on}`, ...policy.effects.map(effectWords)].join(', ');
}

function effectWords(effect: PlanPolicyEffect): string {
  switch (effect.effect) {
    case 'adjust shares':
    case 'adjust divisor':
    case 'reinvest':
    case 'ignore':
    case 'follow':
      return effect.effect;
    case 'convert':
      return 'convert at terms';
    case 'add child':
      return effect.untilNextReview ? 'add child until next review' : 'add child';
    case 'remove':
      return `remove at ${typeof effect.at === 'object' ? say(effect.at.price) : effect.at}`;
    case 'hold': {
      const at = effect.price === undefined ? '' : ` at ${say(effect.price)}`;
      return effect.removeAfter === undefined
        ? 'hold at last price'
        : `hold at last price, remove after ${effect.removeAfter} trading days${at}`;
    }
    case 'update':
      return `update at ${effect.when === 'at once' ? 'once' : effect.when}${effect.threshold === undefined ? '' : ` when at least ${say(effect.threshold)}`}`;
    case 'replace':
      return {
        'highest ranked newcomer': 'replace by highest ranked newcomer',
        nobody: 'do not replace',
        'entrant takes weight of leaver': 'entrant takes weight of leaver',
        'entrants share weight of leavers': 'entrants share weight of leavers',
      }[effect.by];
    default:
      return effect satisfies never;
  }
}
