// In: the prose, citations and sources of a rulebook. Out: what is missing between the rules and the methodology they
// come from.
// Never here: what the prose says.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { unknownLanguages } from './languages.ts';
import { sourcesAndClauses } from './sources.ts';
import { annotated } from './stated-rules.ts';
import { withoutProse } from './without.ts';

/** Everything about prose and sources: RB6001 to RB6007. */
export function checkProse(context: CheckContext): Diagnostic[] {
  return [
    ...withoutProse(context),
    ...unknownLanguages(context),
    ...sourcesAndClauses(context),
    ...emptyProse(context),
  ];
}

/** RB6006: prose that says nothing. */
function emptyProse(context: CheckContext): Diagnostic[] {
  return annotated(context.rulebook).flatMap(({ pointer, what }) =>
    Object.entries(what.prose ?? {})
      .filter(([, text]) => text.trim() === '')
      .map(([language]) =>
        finding(
          'warning',
          'RB6006',
          `the prose in \`${language}\` is empty`,
          [context.span(`${pointer}/prose/${language}`)],
          'an empty sentence looks like prose and tells nobody anything',
          'say the rule in one sentence, or take the line away',
        ),
      ),
  );
}
