import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Tier } from '../../model/selection.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { countOf } from '../support/literal.ts';

type Placed = { tier: Tier; pointer: string };

/**
 * RB4201 to RB4203 and RB4208: tiers in force together that cannot do anything, seen in their order. `grouped`: ranks
 * are those of groups.
 */
export function walkTiers(context: CheckContext, tiers: readonly Placed[], grouped: boolean): Diagnostic[] {
  const found: Diagnostic[] = [];
  /** All up to this rank are selected by now, by this tier. */
  let taken: { to: number; by: Placed } | undefined;
  /** So many are selected by now, or there is nobody left. */
  let total: { count: number; by: Placed } | undefined;
  /** The worst rank that can have been selected; -1: nobody yet. */
  let worst = -1;
  for (const one of tiers) {
    const { tier } = one;
    const upTo = countOf(tier.upTo);
    const adds = tier.action === 'take' || tier.action === 'keep' || tier.action === 'fill';
    if (adds && taken !== undefined && within(tier, taken.to)) {
      found.push(alreadyTaken(context, one, taken.by));
      continue;
    }
    if (adds && total !== undefined && upTo !== undefined && upTo <= total.count && tier.within === undefined) {
      found.push(alreadyFull(context, one, total.by, upTo));
      continue;
    }
    if (
      tier.action === 'balance' &&
      total?.by.tier.action === 'fill' &&
      upTo !== undefined &&
      upTo !== total.count &&
      tier.within === undefined
    ) {
      found.push(otherTotal(context, one, total.by, upTo, total.count));
    }
    if (tier.action === 'drop') {
      if (worst === -1 || (tier.ranks !== undefined && tier.ranks.from > worst))
        found.push(nothingToDrop(context, one, worst === -1));
      taken = undefined;
      total = undefined;
      continue;
    }
    if (tier.action === 'decided' || tier.action === 'balance') {
      // Both may take away again what was selected.
      taken = undefined;
      total = undefined;
      worst = Number.POSITIVE_INFINITY;
      continue;
    }
    worst = Math.max(worst, adds && tier.ranks?.to !== undefined ? tier.ranks.to : Number.POSITIVE_INFINITY);
    if (tier.action === 'take' && plain(tier) && tier.upTo === undefined) {
      const from = tier.ranks?.from ?? 1;
      const to = tier.ranks === undefined ? Number.POSITIVE_INFINITY : (tier.ranks.to ?? Number.POSITIVE_INFINITY);
      if (from <= (taken?.to ?? 0) + 1 && to > (taken?.to ?? 0)) taken = { to, by: one };
      if (!grouped && taken !== undefined && Number.isFinite(taken.to) && taken.to > (total?.count ?? 0))
        total = { count: taken.to, by: one };
    }
    if (tier.action === 'fill' && plain(tier) && tier.ranks === undefined && upTo !== undefined)
      total = { count: upTo, by: one };
  }
  return found;
}

/** Whether a tier takes everyone that its ranks and totals allow. */
function plain(tier: Tier): boolean {
  return (
    tier.who === undefined &&
    tier.where === undefined &&
    tier.within === undefined &&
    tier.reach === undefined &&
    tier.atMost === undefined
  );
}

/** Whether a tier looks only at ranks down to this one (with `within` ranks may be those of a group). */
function within(tier: Tier, to: number): boolean {
  if (tier.within !== undefined) return false;
  if (to === Number.POSITIVE_INFINITY) return true;
  return tier.ranks?.to !== undefined && tier.ranks.from <= tier.ranks.to && tier.ranks.to <= to;
}

function alreadyTaken(context: CheckContext, one: Placed, by: Placed): Diagnostic {
  return finding(
    'error',
    'RB4201',
    `\`${one.tier.name}\` can never select anyone: \`${by.tier.name}\` has taken all of its ranks before`,
    [context.span(one.pointer, 'never acts'), context.span(by.pointer, 'takes all of these ranks')],
    'steps run in order, and who is selected already cannot be selected again',
    'correct the ranks, or put the step before the other',
  );
}

function alreadyFull(context: CheckContext, one: Placed, by: Placed, upTo: number): Diagnostic {
  return finding(
    'error',
    'RB4202',
    `\`${one.tier.name}\` can never select anyone: ${upTo} or more are selected before it`,
    [context.span(one.pointer, `stops at ${upTo}`), context.span(by.pointer, 'reaches that total before')],
    'a step stops as soon as its total is reached, and here it is reached before the step begins',
    'raise its total, lower the one before, or change the order of the steps',
  );
}

function otherTotal(context: CheckContext, one: Placed, by: Placed, upTo: number, count: number): Diagnostic {
  return finding(
    'warning',
    'RB4203',
    `\`${one.tier.name}\` balances to ${upTo} after \`${by.tier.name}\` has filled to ${count}`,
    [context.span(one.pointer), context.span(by.pointer)],
    'who is filled in by the one step is thrown out, or joined by others, in the next',
    'write the same total in both, or leave the filling to `balance`',
  );
}

function nothingToDrop(context: CheckContext, one: Placed, first: boolean): Diagnostic {
  return finding(
    'error',
    'RB4208',
    `\`${one.tier.name}\` can never drop anyone: ${first ? 'nobody is selected before it' : 'nobody of such a rank is selected before it'}`,
    [context.span(one.pointer)],
    'steps run in order, and `drop` removes only who has been selected by a step before',
    'put the step after those that select, or correct its ranks',
  );
}
