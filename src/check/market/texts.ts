import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { CheckContext } from '../context.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { type Scope, scopeOf } from '../names/scope.ts';
import { finding } from '../support/finding.ts';
import { listed } from '../support/listed.ts';
import { childrenOf } from '../walk/children.ts';
import { sitesOf } from '../walk/sites.ts';
import { textField } from './text-field.ts';

/**
 * A text that a field is compared with. `excluded`: what has it is left out, so that one nobody has does no harm; so
 * too `optional` beside others.
 */
type Compared = { field: string; text: string; pointer: string; lenient: boolean };

/** RB5107: a text that a field of the data set never has. */
export function checkTexts(context: CheckContext, market: Market): Diagnostic[] {
  const scope = scopeOf(context.rulebook);
  const known = (field: string) => {
    const column = market.fields.get(field);
    return column?.kind === 'steps-text' || column?.kind === 'series-text' ? column.dictionary : undefined;
  };
  return sitesOf(context.rulebook)
    .flatMap((site) => [...compared(site.expression, site.pointer, scope, known)])
    .flatMap(({ field, text, pointer, lenient }) => {
      const words = known(field) ?? [];
      if (words.length === 0 || words.includes(text)) return [];
      const near = nearest(text, words);
      // Methodologies name kinds that a market happens not to have; that is told only where it looks like a slip.
      if (lenient && near === undefined) return [];
      return [
        finding(
          'warning',
          'RB5107',
          `\`${field}\` is never \`"${text}"\` in the data set`,
          [context.span(pointer)],
          'the condition then holds for nobody, or leaves nobody out',
          near !== undefined ? `Did you mean \`"${near}"\`?` : `the data set has ${some(words)}`,
        ),
      ];
    });
}

function* compared(
  e: Expression,
  pointer: string,
  scope: Scope,
  known: (field: string) => readonly string[] | undefined,
): Generator<Compared> {
  if (e.kind === 'compare' && (e.op === 'is' || e.op === 'is not')) {
    for (const [one, other, step] of [
      [e.left, e.right, '/right'],
      [e.right, e.left, '/left'],
    ] as const) {
      const field = textField(one, scope);
      if (field !== undefined && other.kind === 'text')
        yield { field, text: other.value, pointer: pointer + step, lenient: e.op === 'is not' };
    }
  }
  if (e.kind === 'one of') {
    const field = textField(e.value, scope);
    const words = field === undefined ? undefined : known(field);
    const met = e.options.some((o) => o.kind === 'text' && words?.includes(o.value));
    for (const [i, option] of e.options.entries())
      if (field !== undefined && option.kind === 'text')
        yield { field, text: option.value, pointer: `${pointer}/options/${i}`, lenient: e.negated || met };
  }
  for (const [step, child] of childrenOf(e)) yield* compared(child, pointer + step, scope, known);
}

function some(words: readonly string[]): string {
  const sorted = [...words].sort();
  const shown = sorted.slice(0, 12).map((w) => `"${w}"`);
  return sorted.length > 12
    ? `${shown.map((w) => `\`${w}\``).join(', ')} and ${sorted.length - 12} more`
    : listed(shown);
}
