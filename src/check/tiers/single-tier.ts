import type { Diagnostic } from '../../diagnostics/index.ts';
import type { SelectionSection, Tier } from '../../model/selection.ts';
import type { CheckContext } from '../context.ts';
import { daysOf } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { countOf, literalOf } from '../support/literal.ts';
import { mostMembers } from '../support/selected-count.ts';

/** RB4204 to RB4207 and RB4209: what is wrong with a tier by itself. */
export function singleTier(
  context: CheckContext,
  section: SelectionSection,
  tier: Tier,
  pointer: string,
): Diagnostic[] {
  return [
    ...withoutRanking(context, section, tier, pointer),
    ...emptyRange(context, tier, pointer),
    ...tooFewCandidates(context, section, tier, pointer),
    ...impossibleNumbers(context, tier, pointer),
  ];
}

function withoutRanking(context: CheckContext, section: SelectionSection, tier: Tier, pointer: string): Diagnostic[] {
  if (section.rankedBy !== undefined) return [];
  const sectionPointer = pointer.slice(0, pointer.indexOf('/tiers'));
  if (tier.ranks !== undefined || tier.reach !== undefined) {
    return [
      finding(
        'error',
        'RB4204',
        `\`${tier.name}\` speaks of ranks, but the selection has no ranking`,
        [context.span(pointer), context.span(sectionPointer, 'ranked by nothing')],
        'without a ranking there is no first and no last',
        'add `, ranked by …` to the line of the selection',
      ),
    ];
  }
  const picks = tier.upTo !== undefined || tier.atMost !== undefined;
  if (!picks || tier.action === 'drop' || countsAsKept(tier)) return [];
  return [
    finding(
      'warning',
      'RB4207',
      `\`${tier.name}\` picks some of many, but the selection has no ranking`,
      [context.span(pointer), context.span(sectionPointer, 'ranked by nothing')],
      'the first in the order of identifiers are taken, which means nothing in the market',
      'add `, ranked by …` to the line of the selection',
    ),
  ];
}

/** A total that is itself computed, such as the number of constituents, need not cut anyone off. */
function countsAsKept(tier: Tier): boolean {
  return countOf(tier.upTo) === undefined && tier.atMost === undefined && tier.action === 'keep';
}

function emptyRange(context: CheckContext, tier: Tier, pointer: string): Diagnostic[] {
  if (tier.ranks === undefined) return [];
  const { from, to } = tier.ranks;
  if (from >= 1 && (to === undefined || from <= to)) return [];
  return [
    finding(
      'error',
      'RB4205',
      from < 1
        ? `\`${tier.name}\` speaks of rank ${from}, but ranks begin at 1`
        : `\`${tier.name}\` has no ranks: ${from} comes after ${to}`,
      [context.span(pointer)],
      'the best rank is 1, and a range goes from the better rank to the worse',
      from < 1 ? 'begin at 1' : `write \`ranked ${to} to ${from}\`, if that is what is meant`,
    ),
  ];
}

function tooFewCandidates(context: CheckContext, section: SelectionSection, tier: Tier, pointer: string): Diagnostic[] {
  const wanted = countOf(tier.upTo);
  if (section.candidates === undefined || wanted === undefined || tier.within !== undefined) return [];
  if (tier.action !== 'fill' && tier.action !== 'balance') return [];
  const most = mostMembers(context.rulebook, section.candidates, daysOf(section, tier));
  if (most >= wanted) return [];
  const set = context.rulebook.sections.findIndex((s) => s.section === 'selection' && s.set === section.candidates);
  return [
    finding(
      'error',
      'RB4206',
      `\`${tier.name}\` can never reach ${wanted}: \`${section.candidates}\` has at most ${most} members`,
      [context.span(pointer), context.span(`/sections/${set}`, `selects at most ${most}`)],
      'only members of that set can be selected here',
      'enlarge the set, or lower the total',
    ),
  ];
}

function impossibleNumbers(context: CheckContext, tier: Tier, pointer: string): Diagnostic[] {
  const told = (step: string, message: string, help: string) =>
    finding(
      'error',
      'RB4209',
      message,
      [context.span(`${pointer}${step}`)],
      'the step could then never do what it says',
      help,
    );
  const found: Diagnostic[] = [];
  for (const [step, e] of [
    ['/upTo', tier.upTo],
    ['/atMost', tier.atMost],
  ] as const) {
    const count = countOf(e);
    if (count !== undefined && (count < 1 || !Number.isInteger(count))) {
      found.push(
        told(step, `${count} is not a number of constituents for \`${tier.name}\``, 'write a whole number from 1'),
      );
    }
  }
  const membership = tier.membership === undefined ? undefined : literalOf(tier.membership)?.value;
  if (membership !== undefined && (membership.isNegative() || membership.isZero() || membership.greaterThan(1))) {
    found.push(
      told(
        '/membership',
        `${membership.toString()} is not a membership for \`${tier.name}\``,
        'write a part of the whole, above 0 and up to 1 (or 100%)',
      ),
    );
  }
  return found;
}
