import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Tier } from '../../model/selection.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';

type Placed = { tier: Tier; pointer: string };

/** RB4210: ranks between those of two steps that no step speaks of. `tiers` are those in force together. */
export function holes(context: CheckContext, tiers: readonly Placed[]): Diagnostic[] {
  const adding = tiers.filter(({ tier }) => tier.action === 'take' || tier.action === 'keep');
  // A step without ranks may reach any of them.
  if (tiers.some(({ tier }) => tier.action === 'decided') || adding.some(({ tier }) => !isPlain(tier))) return [];
  const found: Diagnostic[] = [];
  let above: Placed | undefined;
  for (const one of [...adding].sort((a, b) => a.tier.ranks!.from - b.tier.ranks!.from)) {
    const to = above === undefined ? undefined : (above.tier.ranks!.to ?? Number.POSITIVE_INFINITY);
    const { from } = one.tier.ranks!;
    if (above !== undefined && to !== undefined && from > to + 1) {
      const ranks = from === to + 2 ? `rank ${to + 1}` : `ranks ${to + 1} to ${from - 1}`;
      found.push(
        finding(
          'warning',
          'RB4210',
          `no step speaks of ${ranks}: \`${above.tier.name}\` ends at ${to} and \`${one.tier.name}\` begins at ${from}`,
          [context.span(one.pointer, `begins at ${from}`), context.span(above.pointer, `ends at ${to}`)],
          'who is ranked between them is passed over, though worse ranks are selected',
          `begin at ${to + 1}, if nobody is to be passed over`,
        ),
      );
    }
    if (to === undefined || (one.tier.ranks!.to ?? Number.POSITIVE_INFINITY) > to) above = one;
  }
  return found;
}

function isPlain(tier: Tier): boolean {
  return tier.ranks !== undefined && (tier.ranks.to === undefined || tier.ranks.from <= tier.ranks.to);
}
