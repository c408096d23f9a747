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
    for (const { reason, rows } of leftOut)
      lines.push(
        `left out of ${table}: ${groupedNumber(String(rows))} row${rows === 1 ? '' : 's'}, ${reason.replace(/:$/, '').replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())}`,
      );
  return lines.map((line) => `${line}\n`).join('');
}
