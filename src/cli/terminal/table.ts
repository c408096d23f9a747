import { fitted, textWidth } from './text-width.ts';

/** A column of a table: its head, whether numbers stand at the right, and the most it may take. */
export type TableColumn = { head: string; right?: boolean; most?: number };

/** Rows of text under heads, two blanks between columns, each line indented by two. */
export function table(columns: TableColumn[], rows: string[][]): string {
  const widths = columns.map((column, i) =>
    Math.min(column.most ?? 60, Math.max(textWidth(column.head), ...rows.map((row) => textWidth(row[i] ?? '')))),
  );
  const line = (cells: string[]) =>
    `  ${cells.map((cell, i) => fitted(cell, widths[i]!, columns[i]!.right)).join('  ')}`.trimEnd();
  return [line(columns.map((c) => c.head)), ...rows.map(line)].join('\n');
}
