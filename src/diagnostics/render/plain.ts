import type { Diagnostic } from '../diagnostic.ts';
import { firstErrors, leftOut } from './first-errors.ts';
import { type LinesOf, spokenPlace } from './place.ts';
import { shownSpans } from './shown-spans.ts';
import { summary } from './summary.ts';
import { visible } from './visible.ts';

const words = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** Findings in sentences, one paragraph each, without frames or colour. */
export function renderPlain(diagnostics: readonly Diagnostic[], linesOf: LinesOf): string {
  const { shown, left } = firstErrors(diagnostics);
  const told = [...shown.map((d) => paragraph(d, linesOf)), ...left.map(leftOut).map(sentence)];
  return `${[...told, `${summary(diagnostics).replace(/^n/, 'N')}.`].join('\n\n')}\n`;
}

function paragraph(d: Diagnostic, linesOf: LinesOf): string {
  const { shown, left } = shownSpans(d.spans);
  const [first, ...others] = shown;
  const place = first === undefined ? '' : `, ${spokenPlace(first, linesOf)}`;
  const label = first?.label === undefined ? '' : ` Here: ${sentence(first.label)}`;
  const also = others.map(
    (span) => ` See also ${spokenPlace(span, linesOf)}${span.label === undefined ? '.' : `: ${sentence(span.label)}`}`,
  );
  const why = d.why === undefined ? '' : ` Why: ${sentence(d.why)}`;
  const help = d.help === undefined ? '' : ` Help: ${sentence(d.help)}`;
  return `${words[d.severity]} ${d.code}${place}: ${sentence(d.message)}${label}${also.join('')}${left === 0 ? '' : ` And ${left} more places.`}${why}${help}`;
}

function sentence(text: string): string {
  const shown = visible(text).trim();
  return /[.!?\u3002]$/.test(shown) ? shown : `${shown}.`;
}
