import { domainWord } from '../check/walk/domain-word.ts';
import type { WeightingRule, WeightingSection } from '../model/section.ts';
import { lowerIfAt } from './lower-at.ts';
import type { Lowering } from './lowering.ts';
import type { PlanWeighting } from './plan.ts';
import { present, ruleHead } from './rule-head.ts';

/** Lowers the rules of a weighting section; what the section says holds for each. */
export function lowerWeighting(s: WeightingSection, pointer: string, into: Lowering): PlanWeighting[] {
  const notional = lowerIfAt(`${pointer}/notional`, into);
  return s.rules.map((rule, i): PlanWeighting => {
    const at = `${pointer}/rules/${i}`;
    const of = rule.method === 'hold' || domainWord(rule.of) === 'line' ? 'line' : 'company';
    return {
      ...ruleHead(rule, s, at),
      ...present({ at: s.at }),
      of,
      method: rule.method,
      ...present({
        value: lowerIfAt(rule.method === 'hold' ? `${at}/units` : `${at}/value`, into),
        splitBy: lowerIfAt(`${at}/splitBy`, into),
        entrantsOnly: s.entrantsOnly,
        notional: needsNotional(rule, of) ? notional : undefined,
        roundShares: s.roundShares,
      }),
    };
  });
}

/**
 * Whether target weights are turned into index shares by a notional; weights by lines and units held give index shares
 * by themselves.
 */
function needsNotional(rule: WeightingRule, of: 'line' | 'company'): boolean {
  return rule.method === 'equally' || (rule.method === 'by' && of === 'company');
}
