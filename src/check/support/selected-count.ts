import type { Rulebook } from '../../model/rulebook.ts';
import type { SelectionSection, Tier } from '../../model/selection.ts';
import { type Days, daysOf, common, isNone } from './days.ts';
import { countOf } from './literal.ts';

/**
 * The most that a selection can select with the tiers in force, infinite where that cannot be told; `exactly` where the
 * tiers fill up to just that many (if there are so many candidates).
 */
export function selectedCount(tiers: readonly Tier[], grouped: boolean): { most: number; exactly: boolean } {
  let most = 0;
  let exactly = false;
  for (const tier of tiers) {
    const before = most;
    most = mostAfter(tier, most, grouped);
    const fills =
      (tier.action === 'fill' && tier.who === undefined && tier.where === undefined) || tier.action === 'balance';
    if (fills && tier.within === undefined && countOf(tier.upTo) === most) exactly = true;
    else if (tier.action === 'drop' || most !== before) exactly = false;
  }
  return { most, exactly };
}

function mostAfter(tier: Tier, before: number, grouped: boolean): number {
  const total = countOf(tier.upTo);
  switch (tier.action) {
    case 'drop':
      return before;
    case 'decided':
      return Number.POSITIVE_INFINITY;
    case 'balance':
      return tier.within === undefined && total !== undefined ? total : Number.POSITIVE_INFINITY;
    case 'take':
    case 'keep':
    case 'fill': {
      if (tier.within !== undefined) return Number.POSITIVE_INFINITY;
      const ranks =
        tier.ranks?.to === undefined || grouped
          ? Number.POSITIVE_INFINITY
          : Math.max(tier.ranks.to - tier.ranks.from + 1, 0);
      const added = Math.min(ranks, countOf(tier.atMost) ?? Number.POSITIVE_INFINITY);
      const reached = before + added;
      return total === undefined ? reached : Math.min(reached, Math.max(before, total));
    }
    default:
      return tier.action satisfies never;
  }
}

/** The stretches of days on which a selection has one set of tiers, with the tiers then in force. */
export function tierStretches(section: SelectionSection): { days: Days; tiers: { tier: Tier; index: number }[] }[] {
  const whole = daysOf(section);
  const cuts = new Set([whole.from]);
  for (const tier of section.tiers) {
    const days = daysOf(tier);
    if (Number.isFinite(days.from)) cuts.add(days.from);
    if (Number.isFinite(days.until)) cuts.add(days.until + 1);
  }
  const starts = [...cuts].filter((day) => day >= whole.from && day <= whole.until).sort((a, b) => a - b);
  return starts.map((from, i) => {
    const days = { from, until: i + 1 < starts.length ? starts[i + 1]! - 1 : whole.until };
    const tiers = section.tiers.flatMap((tier, index) => (isNone(common(daysOf(tier), days)) ? [] : [{ tier, index }]));
    return { days, tiers };
  });
}

/** The most members a named set can have on any of the days; infinite where that cannot be told. */
export function mostMembers(rulebook: Rulebook, set: string, days: Days): number {
  const counts = rulebook.sections.flatMap((section) =>
    section.section === 'selection' && section.set === set
      ? tierStretches(section)
          .filter((stretch) => !isNone(common(stretch.days, days)))
          .map(
            (stretch) =>
              selectedCount(
                stretch.tiers.map((t) => t.tier),
                isGrouped(rulebook, section),
              ).most,
          )
      : [],
  );
  return counts.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...counts);
}

/** Whether the ranks that a selection speaks of are counted in each group apart. */
export function isGrouped(rulebook: Rulebook, selection: SelectionSection): boolean {
  return rulebook.sections.some(
    (s) => s.section === 'rankings' && s.rankings.some((r) => r.name === selection.rankedBy && r.within !== undefined),
  );
}
