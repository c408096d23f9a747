// In: the rankings of a rulebook. Out: those in which two lines or companies could share a rank.
// Never here: market data.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { Ranking } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { domainWord } from '../walk/domain-word.ts';

/** RB4001: a ranking none of whose keys differs for all. */
export function checkTies(context: CheckContext): Diagnostic[] {
  const texts = textFields(context);
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'rankings') return [];
    return section.rankings.flatMap((ranking, k) => {
      if (ranking.keys.length === 0 || ranking.keys.some((key) => mayBeUnique(key.value, ranking, texts))) return [];
      const tieBreak = domainWord(ranking.of) === 'line' ? 'line' : 'company';
      return finding(
        'error',
        'RB4001',
        `ranking \`${ranking.name}\` does not say who comes first when all its keys are equal`,
        [context.span(`/sections/${i}/rankings/${k}/keys/${ranking.keys.length - 1}`, 'two can be equal here')],
        'the order of equal values would depend on the order of the data, and with it who is in the index',
        `end the ranking with a key that always differs: \`, then by ${tieBreak}\``,
      );
    });
  });
}

/**
 * Whether values of a key could differ for all: surely for identifiers, and perhaps for texts of the data set that may
 * be identifiers.
 */
function mayBeUnique(e: Expression, ranking: Ranking, texts: ReadonlySet<string>): boolean {
  switch (e.kind) {
    case 'name':
      if (e.name === 'line' || e.name === 'symbol') return true;
      if (e.name === 'company') return domainWord(ranking.of) !== 'line';
      return texts.has(e.name);
    case 'as of':
    case 'previous':
      return mayBeUnique(e.value, ranking, texts);
    case 'aggregate':
      // The largest or smallest of an identifier over a company is one of its identifiers.
      return (
        (e.fn === 'largest' || e.fn === 'smallest') && e.over === 'company' && mayBeUnique(e.value, ranking, texts)
      );
    case 'rank':
      return e.ranking !== ranking.name;
    case 'otherwise':
      return mayBeUnique(e.value, ranking, texts);
    default:
      return false;
  }
}

/** Text fields whose name does not say that many share their value. */
function textFields(context: CheckContext): Set<string> {
  const shared = /sector|industry|country|currency|exchange|type|class|group|market|region|status/i;
  return new Set(
    context.rulebook.sections.flatMap((section) =>
      section.section === 'fields'
        ? section.fields.filter((field) => field.unit === 'text' && !shared.test(field.name)).map((field) => field.name)
        : [],
    ),
  );
}
