import type { Annotated, Comments, Period, Rulebook } from '../../model/rulebook.ts';
import type { LevelSection, Section, UniverseSection } from '../../model/section.ts';
import { br } from '../../model/words/breaks.ts';
import { domainWords, quoted, roundingWords } from '../../model/words/plain-words.ts';
import { breakLines } from './break-lines.ts';
import { calendarText, dateText } from '../../model/words/date-text.ts';
import { expressionText, valueText } from './expression-text.ts';
import { digits } from './literal-text.ts';
import * as r from './rule-text.ts';

const step = '  ';

/** A rulebook as canonical text: the same for all rulebooks that say the same, comments kept. Ends with a line end. */
export function formatText(rulebook: Rulebook): string {
  const blocks: string[] = [];
  const { before = [], end = [] } = rulebook.comments ?? {};
  if (before.length > 0) blocks.push(comments(before, '').join('\n'));
  for (const section of rulebook.sections) blocks.push(sectionLines(section).join('\n'));
  if (end.length > 0) blocks.push(comments(end, '').join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

function sectionLines(section: Section): string[] {
  return owned(section, headerText(section), '', () => itemLines(section));
}

/** A sentence with what stands under it: prose, citations, then what `items` gives. */
function owned(node: Annotated & Period, sentence: string, indent: string, items: () => string[] = () => []): string[] {
  const own = node.comments ?? {};
  const inner = indent + step;
  const lines = statement(`${sentence}${periodText(node)}`, indent, own);
  for (const [language, text] of Object.entries(node.prose ?? {})) {
    lines.push(...statement(`${language} ${quoted(text)}`, inner, own.lines?.[`prose/${language}`]));
  }
  for (const [index, cite] of (node.cite ?? []).entries()) {
    const because = cite.because === undefined ? '' : ` because ${quoted(cite.because)}`;
    lines.push(
      ...statement(`cite ${cite.source} ${quoted(cite.clause)}${because}`, inner, own.lines?.[`cite/${index}`]),
    );
  }
  return [...lines, ...items(), ...comments(own.end ?? [], inner)];
}

function statement(sentence: string, indent: string, own: Comments | undefined): string[] {
  const after = own?.after === undefined ? '' : own.after === '' ? '  #' : `  # ${own.after}`;
  return [...comments(own?.before ?? [], indent), breakLines(sentence, indent) + after];
}

function comments(texts: string[], indent: string): string[] {
  return texts.map((text) => (text === '' ? `${indent}#` : `${indent}# ${text}`));
}

function periodText({ from, until }: Period): string {
  // A sentence that is too long may not be broken here: the period belongs to its last words.
  return `${from === undefined ? '' : ` from ${from}`}${until === undefined ? '' : ` until ${until}`}`;
}

function atText(at: string[] | undefined): string {
  return at === undefined ? '' : ` at ${at.join(`,${br}`)}`;
}

function headerText(section: Section): string {
  switch (section.section) {
    case 'index':
      return `index ${section.id} ${quoted(section.name)}`;
    case 'eligibility':
      return `eligibility of ${domainWords(section.of)}${atText(section.at)}`;
    case 'selection': {
      const ranked = section.rankedBy === undefined ? '' : `,${br}ranked by ${section.rankedBy}`;
      const candidates = section.candidates === undefined ? '' : `,${br}candidates from ${section.candidates}`;
      const reserve = section.reserve === undefined ? '' : `,${br}reserve ${section.reserve}`;
      const set = section.set === undefined ? '' : ` ${section.set}`;
      return `selection${set} of ${domainWords(section.of)}${atText(section.at)}${ranked}${candidates}${reserve}`;
    }
    case 'weighting': {
      const notional = section.notional === undefined ? '' : `,${br}notional ${valueText(section.notional)}`;
      const round =
        section.roundShares === undefined ? '' : `,${br}round shares to ${roundingWords(section.roundShares)}`;
      return `weighting${section.entrantsOnly ? ' of entrants' : ''}${atText(section.at)}${notional}${round}`;
    }
    case 'limits': {
      const stable = section.untilStable ? `,${br}until stable` : '';
      return `limits on ${domainWords(section.of)}${atText(section.at)}${stable},${br}otherwise ${section.infeasible}`;
    }
    default:
      return section.section;
  }
}

function itemLines(section: Section): string[] {
  const each = <T extends Annotated & Period>(nodes: T[], text: (node: T) => string, items?: (node: T) => string[]) =>
    nodes.flatMap((node) => owned(node, text(node), step, items && (() => items(node))));
  const line = (key: string, text: string | undefined): string[] =>
    text === undefined ? [] : statement(text, step, section.comments?.lines?.[key]);
  switch (section.section) {
    case 'index':
      return [
        ...line('currency', section.currency && `currency ${section.currency}`),
        ...line('calendar', section.calendar && `calendar ${calendarText(section.calendar)}`),
        ...line('reviewBy', section.reviewBy && `review by ${section.reviewBy}`),
        ...line('ends', section.ends && `ends ${section.ends}`),
      ];
    case 'sources':
      return each(section.sources, r.sourceText, (source) =>
        (source.clauses ?? []).flatMap((clause, i) =>
          statement(`clause ${quoted(clause)}`, step + step, source.comments?.lines?.[`clauses/${i}`]),
        ),
      );
    case 'fields':
      return each(section.fields, r.fieldText);
    case 'universe':
      return universeLines(section, line, each);
    case 'measures': {
      const longest = Math.max(0, ...section.measures.map((measure) => measure.name.length));
      return each(section.measures, (measure) => r.measureText(measure, longest <= 24 ? longest : 0));
    }
    case 'rankings':
      return each(section.rankings, r.rankingText);
    case 'eligibility':
      return each(section.rules, r.screenText);
    case 'selection':
      return each(section.tiers, r.tierText);
    case 'weighting':
      return each(section.rules, r.weightText);
    case 'limits':
      return each(section.rules, r.limitText);
    case 'schedule':
      return each(section.events, r.eventText, (event) =>
        event.dates.flatMap((date) =>
          owned(date, `${date.name}: ${date.rule.op === 'decided' ? 'decided' : dateText(date.rule)}`, step + step),
        ),
      );
    case 'discretion':
      return each(section.rules, r.discretionText);
    case 'maintenance':
      return each(section.rules, r.policyText);
    case 'level':
      return levelLines(section, line);
    default:
      return section satisfies never;
  }
}

type Line = (key: string, text: string | undefined) => string[];

function universeLines(
  section: UniverseSection,
  line: Line,
  each: (
    nodes: NonNullable<UniverseSection['groups']>,
    text: (node: { name: string; by: string }) => string,
  ) => string[],
): string[] {
  return [
    ...line('where', section.where === undefined ? 'lines' : `lines where ${expressionText(section.where)}`),
    ...line('pricedIn', section.pricedIn && `priced in ${section.pricedIn}`),
    ...each(section.groups ?? [], (group) => `group ${group.name} by ${group.by}`),
  ];
}

function levelLines(section: LevelSection, line: Line): string[] {
  const variants = section.variants.map((v) => (v.kind === 'net' ? `net after ${valueText(v.tax)} tax` : v.kind));
  return [
    ...line('base', `base ${digits(section.base.value)} on ${section.base.date}`),
    ...line('divisor', section.divisor && `divisor ${digits(section.divisor)}`),
    ...line('variants', `returns ${variants.join(`,${br}`)}`),
    ...line('roundLevel', `round level to ${roundingWords(section.roundLevel)}`),
    ...line('roundDivisor', section.roundDivisor && `round divisor to ${roundingWords(section.roundDivisor)}`),
  ];
}
