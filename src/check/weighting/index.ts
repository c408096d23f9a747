// In: the selections and weightings of a rulebook. Out: reviews that could select but not weight, and lines that weigh as much as
// their companies.
// Never here: units of what weights follow, and periods in which no weighting holds; those have checks of their own.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { SelectionSection } from '../../model/selection.ts';
import type { WeightingSection } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { common, daysOf, isNone } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { analysisOf } from '../units/analysis.ts';
import { originsOf } from '../units/origins.ts';
import { shortWords } from '../units/side.ts';
import { domainWord } from '../walk/domain-word.ts';

/**
 * RB1018: a rulebook that never weights. RB1019: an event that may bring newcomers and has no weighting. RB1020: lines that weigh as much as
 * their companies.
 */
export function checkWeighting(context: CheckContext): Diagnostic[] {
  const { sections } = context.rulebook;
  const weightings = sections.filter((s): s is WeightingSection => s.section === 'weighting' && s.rules.length > 0);
  const selections = sections.flatMap((s, i) =>
    s.section === 'selection' && s.set === undefined ? [{ section: s, pointer: `/sections/${i}` }] : [],
  );
  const empty = sections.findIndex((s) => s.section === 'weighting');
  const level = sections.findIndex((s) => s.section === 'level');
  if (weightings.length === 0) {
    // A rulebook without a level and a selection is a part of one.
    if (empty < 0 && (level < 0 || selections.length === 0)) return [];
    return [
      finding(
        'error',
        'RB1018',
        empty < 0 ? 'the section `weighting` is missing' : 'the section `weighting` has no rule',
        [context.span(empty < 0 ? selections[0]!.pointer : `/sections/${empty}`)],
        'whoever is selected would have no index shares, and the index no level',
        'say what weights follow, for example `basis: weight lines by line_cap` in a section `weighting`',
      ),
    ];
  }
  const unweighted = selections.flatMap(({ section, pointer }) => {
    if (!section.tiers.some((tier) => tier.who !== 'constituents' && tier.action !== 'keep' && tier.action !== 'drop'))
      return [];
    return eventsOf(context, section)
      .filter((event) => !weightings.some((w) => runsWith(w, section, event)))
      .map((event) =>
        finding(
          'warning',
          'RB1019',
          `\`${event}\` may bring newcomers, and no weighting runs at it`,
          [context.span(pointer, 'selects')],
          'whoever comes in would have no index shares: the run stops there',
          `name it in the line of a weighting, for example \`weighting at ${event}\` or \`weighting of entrants at ${event}\``,
        ),
      );
  });
  return [...unweighted, ...wholeCompanies(context)];
}

/** Weightings that give each line what its company has. */
function wholeCompanies(context: CheckContext): Diagnostic[] {
  const { domains, scope, world } = analysisOf(context);
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'weighting') return [];
    return section.rules.flatMap((rule, k): Diagnostic[] => {
      if (rule.method !== 'by' || domainWord(rule.of) !== 'line') return [];
      if (domains.of(rule.value, 'line') !== 'company') return [];
      const pointer = `/sections/${i}/rules/${k}`;
      const value = shortWords(rule.value)?.slice(1, -1) ?? '…';
      const notional = section.notional === undefined ? ', and a `notional` on the line of the section' : '';
      return [
        finding(
          'warning',
          'RB1020',
          `\`${rule.name}\` weights lines by ${value === '…' ? 'a value' : `\`${value}\`, which is a value`} of companies`,
          [context.span(`${pointer}/value`), ...originsOf(rule.value, scope, world.span)],
          'each line of a company gets the whole value: a company with two lines in the index counts twice',
          `weight by a value of lines; or write \`weight companies by ${value}, split by …\` with a value of lines such as \`close * shares_outstanding\`${notional}`,
        ),
      ];
    });
  });
}

/** The events at which a selection runs. */
function eventsOf({ rulebook }: CheckContext, section: SelectionSection): string[] {
  const events = rulebook.sections.flatMap((s) => (s.section === 'schedule' ? s.events.map((e) => e.name) : []));
  return [...new Set(section.at ?? events)];
}

function runsWith(weighting: WeightingSection, section: SelectionSection, event: string): boolean {
  if (weighting.at !== undefined && !weighting.at.includes(event)) return false;
  return weighting.rules.some((rule) => !isNone(common(daysOf(weighting, rule), daysOf(section))));
}
