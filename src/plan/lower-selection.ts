import { domainWord } from '../check/walk/domain-word.ts';
import type { SelectionSection, Tier } from '../model/selection.ts';
import { lowerAt, lowerIfAt } from './lower-at.ts';
import type { Lowering } from './lowering.ts';
import type { PlanSelection, PlanTier } from './plan.ts';
import { bothPeriods, present, ruleHead } from './rule-head.ts';

/** Lowers a selection of the index itself or of a named set. */
export function lowerSelection(s: SelectionSection, pointer: string, into: Lowering): PlanSelection {
  const set = s.set ?? 'constituents';
  return {
    name: set,
    ...bothPeriods(s, {}),
    pointer,
    ...present({ at: s.at }),
    set,
    of: domainWord(s.of) === 'company' ? 'company' : 'line',
    ...present({ ranking: s.rankedBy, candidates: s.candidates }),
    tiers: s.tiers.map((tier, i) => lowerTier(tier, s, `${pointer}/tiers/${i}`, into)),
    ...present({ reserve: s.reserve }),
  };
}

function lowerTier(tier: Tier, s: SelectionSection, at: string, into: Lowering): PlanTier {
  const { reach } = tier;
  return {
    ...ruleHead(tier, s, at),
    action: tier.action,
    ...present({
      who: tier.who,
      ranks: tier.ranks,
      where: lowerIfAt(`${at}/where`, into),
      within: tier.within,
      reach:
        reach === undefined
          ? undefined
          : {
              measure: lowerAt(`${at}/reach/measure`, into),
              mode: reach.mode,
              target: lowerAt(`${at}/reach/target`, into),
            },
      upTo: lowerIfAt(`${at}/upTo`, into),
      atMost: lowerIfAt(`${at}/atMost`, into),
      membership: lowerIfAt(`${at}/membership`, into),
    }),
  };
}
