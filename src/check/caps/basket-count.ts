import type { Rulebook } from '../../model/rulebook.ts';
import { common, type Days, isNone } from '../support/days.ts';
import { isGrouped, selectedCount, tierStretches } from '../support/selected-count.ts';
import { domainWord } from '../walk/domain-word.ts';

/**
 * How many lines or companies the index can have while a rule is in force: `most` at most, and `exactly` so many where
 * every selection then in force fills up to just that. Undefined where it cannot be told.
 */
export function basketCount(
  rulebook: Rulebook,
  domain: string,
  days: Days,
): { most: number; exactly: boolean } | undefined {
  // Spun-off lines join whatever is selected.
  const joins = rulebook.sections.some(
    (s) =>
      s.section === 'maintenance' && s.rules.some((r) => r.effects.some((effect) => effect.effect === 'add child')),
  );
  const counts = rulebook.sections.flatMap((section) => {
    if (section.section !== 'selection' || section.set !== undefined) return [];
    const of = domainWord(section.of);
    return tierStretches(section)
      .filter((stretch) => !isNone(common(stretch.days, days)))
      .map((stretch) => {
        const count = selectedCount(
          stretch.tiers.map((t) => t.tier),
          isGrouped(rulebook, section),
        );
        if (of === domain) return count;
        // Lines of one company count once among companies; a company may have many lines.
        return of === 'line' && domain === 'company'
          ? { most: count.most, exactly: false }
          : { most: Number.POSITIVE_INFINITY, exactly: false };
      });
  });
  if (counts.length === 0) return undefined;
  const most = Math.max(...counts.map((c) => c.most));
  // A selection without a step that could be read tells nothing.
  if (!Number.isFinite(most) || most === 0) return undefined;
  return { most, exactly: !joins && counts.every((c) => c.exactly && c.most === most) };
}
