import { percentText } from '../../explain/words.ts';
import type { BasketRow } from '../../run/run.ts';
import type { Io } from '../io.ts';
import { bar } from '../terminal/bars.ts';
import { fitted } from '../terminal/text-width.ts';

/** The largest weights of a basket, a line each with a bar; equal weights in the order of lines. */
export function basketBars(basket: BasketRow[], most: number, io: Io): string[] {
  const largest = basket
    .map((row) => ({ row, weight: Number(row.weight) }))
    .sort((a, b) => b.weight - a.weight || (a.row.line < b.row.line ? -1 : 1))
    .slice(0, most);
  const top = largest[0]?.weight ?? 0;
  const columns = Math.max(10, Math.min(50, io.width - 43));
  return largest.map(({ row, weight }) => {
    const name = fitted(row.symbol || row.line, 12, false, io.unicode ? '…' : '~');
    const cap = Number(row.capFactor) === 1 ? '' : `  cap factor ${Number(row.capFactor).toFixed(4)}`;
    return `  ${name} ${percentText(weight).padStart(7)} ${fitted(bar(weight, top, columns, io.unicode), columns)}${cap}`.trimEnd();
  });
}
