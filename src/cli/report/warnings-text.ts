import { visible } from '../../diagnostics/render/visible.ts';
import type { Market } from '../../market/index.ts';
import type { RunWarning } from '../../run/run.ts';
import { groupedNumber } from '../../explain/grouped-number.ts';

/** Warnings of a run and the rows that were left out, a line each. */
export function warningsText(warnings: RunWarning[], market: Market): string {
  const lines = warnings.map((w) => {
    const some = w.examples.length === 0 ? '' : ` (${w.examples.slice(0, 3).join('; ')}${w.count > 3 ? '; …' : ''})`;
    return `warning ${w.code}: ${w.message}${w.count > 1 ? `, ${w.count} times` : ''}${some}`;
  });
  for (const { table, leftOut } of market.counts)
    for (const { reason, rows, examples } of leftOut) {
      // What was looked at for a derivation, and was none, is no row that is lacking.
      const derived = / \(derived\)$/;
      const what = derived.test(table) ? `not taken for ${table.replace(derived, '')}` : `left out of ${table}`;
      lines.push(
        `${what}: ${groupedNumber(String(rows))} row${rows === 1 ? '' : 's'}, ${plainReason(reason)}${named(reason, examples)}`,
      );
    }
  return lines.map((line) => `${visible(line)}\n`).join('');
}

/** Which lines or companies rows are about that the data set does not have, as far as examples tell. */
function named(reason: string, examples: string[]): string {
  if (!/ (not in the data set|no table of lines has)\b/.test(reason)) return '';
  const names = examples.map((example) => `\`${example.replace(/^.* row \d+: /, '')}\``);
  return names.length === 0 ? '' : ` (${names.join(', ')}${names.length < 5 ? '' : ' …'})`;
}

/** A reason within a sentence: without a capital letter and without the mark that examples would follow. */
function plainReason(reason: string): string {
  return reason.replace(/:$/, '').replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}
