import type { Diagnostic } from '../../diagnostics/index.ts';
import type { WeightingSection } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { domainWord } from '../walk/domain-word.ts';
import { nameCodes } from './codes.ts';
import { missingSections } from './missing-sections.ts';

/** Finds sections and lines that every rulebook needs, and sections that can stand only once. */
export function neededSections(context: CheckContext): Diagnostic[] {
  const { sections } = context.rulebook;
  const findings: Diagnostic[] = [];
  const missing = (what: string, why: string, help: string, pointer: string) =>
    findings.push({
      code: nameCodes.missingSection,
      severity: 'error',
      message: `${what} is missing`,
      spans: [context.span(pointer)],
      why,
      help,
    });
  const index = sections.findIndex((s) => s.section === 'index');
  const section = sections[index];
  if (section?.section !== 'index')
    missing('the section `index`', 'it says which index the rules are about', 'Begin with `index NAME "Name"`', '');
  else {
    const at = `/sections/${index}`;
    if (section.currency === undefined)
      missing('the currency of the index', 'values and levels are in it', 'Add `currency USD` to the index', at);
    if (section.calendar === undefined)
      missing(
        'the calendar of the index',
        'it says on which days there is a level',
        'Add `calendar XNYS` to the index',
        at,
      );
  }
  const currency = (section?.section === 'index' ? section.currency : undefined) ?? 'USD';
  for (const [i, s] of sections.entries()) {
    if (s.section !== 'weighting' || s.notional !== undefined || s.entrantsOnly) continue;
    for (const [k, rule] of s.rules.entries())
      if (rule.method === 'equally' || (rule.method === 'by' && domainWord(rule.of) === 'company'))
        missing(
          `the notional of \`${rule.name}\``,
          'weights that do not come from amounts of lines are turned into index shares by it',
          `Add it to the line of the section: \`${weightingLine(s, currency)}\``,
          `/sections/${i}/rules/${k}`,
        );
  }
  const [first, second] = sections.flatMap((s, i) => (s.section === 'index' ? [`/sections/${i}`] : []));
  if (first !== undefined && second !== undefined)
    findings.push({
      code: nameCodes.sectionTwice,
      severity: 'error',
      message: 'there is more than one section `index`',
      spans: [context.span(second, 'once more here'), context.span(first, 'first here')],
      why: 'a rulebook is about one index, with one currency and one calendar as long as it lives',
      help: 'Put both into one section; an index that changes its currency or calendar is another index',
    });
  return [...findings, ...missingSections(context), ...levelVersions(context)];
}

/** The line of a weighting as it would be with a notional. */
function weightingLine(section: WeightingSection, currency: string): string {
  const { at, roundShares, from, until } = section;
  return [
    `weighting${at === undefined ? '' : ` at ${at.join(', ')}`}, notional 1 billion ${currency}`,
    ...(roundShares === undefined ? [] : [`, round shares to ${roundShares.decimals} decimals ${roundShares.mode}`]),
    ...(from === undefined ? [] : [` from ${from}`]),
    ...(until === undefined ? [] : [` until ${until}`]),
  ].join('');
}

/** Finds versions of the level that start it elsewhere, or publish other returns, than the first. */
function levelVersions(context: CheckContext): Diagnostic[] {
  const levels = context.rulebook.sections.flatMap((s, i) =>
    s.section === 'level' ? [{ s, at: `/sections/${i}` }] : [],
  );
  const [first, ...later] = levels;
  if (first === undefined) return [];
  const start = ({ s }: typeof first) =>
    `${Number(s.base.value.replaceAll('_', ''))} ${s.base.date} ${s.divisor ?? ''}`;
  const kinds = ({ s }: typeof first) =>
    s.variants
      .map((variant) => variant.kind)
      .sort()
      .join(' ');
  return later.flatMap((version) => {
    const [what, line] =
      start(version) !== start(first)
        ? ['start at the same base', 'base']
        : kinds(version) !== kinds(first)
          ? ['publish the same returns', 'variants']
          : [];
    if (what === undefined || line === undefined) return [];
    return [
      {
        code: nameCodes.levelVersions,
        severity: 'error' as const,
        message: `the versions of section \`level\` do not ${what}`,
        spans: [context.span(`${version.at}/${line}`, 'here'), context.span(`${first.at}/${line}`, 'first here')],
        why: 'a level is one series from its base date on; only tax rates and roundings change on the way',
        help: 'Say the same in every version, and change only what comes after `net after` and `round`',
      },
    ];
  });
}
