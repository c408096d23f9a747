import type { PolicyEffect, PolicyRule } from '../model/policy.ts';
import type { Period } from '../model/rulebook.ts';
import { lowerAt, lowerIfAt } from './lower-at.ts';
import type { Lowering } from './lowering.ts';
import type { PlanPolicy } from './plan.ts';
import type { PlanPolicyEffect } from './plan-policy.ts';
import { present, ruleHead } from './rule-head.ts';

/** Lowers what is done on a corporate action. */
export function lowerPolicy(rule: PolicyRule, section: Period, pointer: string, into: Lowering): PlanPolicy {
  return {
    ...ruleHead(rule, section, pointer),
    on: rule.on,
    effects: rule.effects.map((effect, i) => lowerEffect(effect, `${pointer}/effects/${i}`, into)),
  };
}

function lowerEffect(effect: PolicyEffect, at: string, into: Lowering): PlanPolicyEffect {
  switch (effect.effect) {
    case 'adjust shares':
    case 'adjust divisor':
    case 'reinvest':
    case 'ignore':
    case 'convert':
    case 'follow':
      return { effect: effect.effect };
    case 'add child':
      return { effect: 'add child', untilNextReview: effect.untilNextReview };
    case 'remove':
      return {
        effect: 'remove',
        at: typeof effect.at === 'object' ? { price: lowerAt(`${at}/at/price`, into) } : effect.at,
      };
    case 'hold':
      return { effect: 'hold', ...present({ removeAfter: effect.removeAfter, price: lowerIfAt(`${at}/price`, into) }) };
    case 'update':
      return { effect: 'update', when: effect.when, ...present({ threshold: lowerIfAt(`${at}/threshold`, into) }) };
    case 'replace':
      return { effect: 'replace', by: effect.by };
    default:
      return effect satisfies never;
  }
}
