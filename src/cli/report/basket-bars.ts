import { percentText } from '../../explain/words.ts';
import type { BasketRow } from '../../run/run.ts';
import type { Io } from '../io.ts';
import { bar } from '../terminal/bars.ts';
import { fitted, textWidth } from '../terminal/text-width.ts';

/** The largest weights of a basket, a line each with its name and a bar; equal weights in the order of lines. */
export function basketBars(basket: BasketRow[], most: number, nameOf: (line: string) => string, io: Io): string[] {
  const largest = basket
    .map((row) => ({ row, weight: Number(row.weight) }))
    .sort((a, b) => b.weight - a.weight || (a.row.line < b.row.line ? -1 : 1))
    .slice(0, most);
  const top = largest[0]?.weight ?? 0;
  const more = io.unicode ? '…' : '~';
  const names = largest.map(({ row }) => nameOf(row.line));
  const wide = Math.min(Math.max(...names.map(textWidth)), 28, Math.max(0, io.width - 60));
  const columns = Math.max(10, Math.min(50, io.width - 43 - wide));
  return largest.map(({ row, weight }, i) => {
    const symbol = fitted(row.symbol || row.line, 8, false, more);
    const name = wide > 0 ? `${fitted(names[i]!, wide, false, more)} ` : '';
    const cap = Number(row.capFactor) === 1 ? '' : `  cap factor ${Number(row.capFactor).toFixed(4)}`;
    return `  ${symbol} ${name}${percentText(weight).padStart(7)} ${fitted(bar(weight, top, columns, io.unicode), columns)}${cap}`.trimEnd();
  });
}
