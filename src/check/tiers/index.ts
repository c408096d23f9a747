// In: the steps of selections. Out: those that can never select, drop or reach what they say.
// Never here: market data; a step that only some markets leave idle is no mistake.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { SelectionSection } from '../../model/selection.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { isGrouped, tierStretches } from '../support/selected-count.ts';
import { holes } from './holes.ts';
import { singleTier } from './single-tier.ts';
import { walkTiers } from './walk-tiers.ts';

/** Everything about the steps of selections: RB4201 to RB4211. */
export function checkTiers(context: CheckContext): Diagnostic[] {
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'selection') return [];
    if (section.tiers.length === 0) return [withoutSteps(context, section, i)];
    const pointer = (k: number) => `/sections/${i}/tiers/${k}`;
    const alone = section.tiers.flatMap((tier, k) => singleTier(context, section, tier, pointer(k)));
    const broken = new Set(alone.filter((d) => d.severity === 'error').map((d) => d.spans[0]?.start));
    const seen = new Set<string>();
    const together = tierStretches(section)
      .flatMap(({ tiers }) => {
        const placed = tiers.map(({ tier, index }) => ({ tier, pointer: pointer(index) }));
        return [...walkTiers(context, placed, isGrouped(context.rulebook, section)), ...holes(context, placed)];
      })
      .filter((d) => {
        // The same finding in several stretches of days is one; a tier that is wrong by itself is not told again.
        const key = `${d.code} ${d.message} ${d.spans[0]?.start}`;
        return seen.has(key) || (d.spans[0]?.start !== undefined && broken.has(d.spans[0].start))
          ? false
          : seen.add(key).size > 0;
      });
    return [...alone, ...together];
  });
}

function withoutSteps(context: CheckContext, { set }: SelectionSection, i: number): Diagnostic {
  return finding(
    'error',
    'RB4211',
    set === undefined ? 'the section `selection` has no step' : `the selection of \`${set}\` has no step`,
    [context.span(`/sections/${i}`)],
    'nobody would ever be selected',
    'add a step under it, for example `all: take`, or `largest: take ranked 1 to 50`',
  );
}
