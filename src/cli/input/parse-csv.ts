import { csvRecord } from '../../market/csv-record.ts';

/** Rows and cells of a CSV text; blank lines are left out. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const { cells, next } = csvRecord(text, at, ',');
    if (cells.length > 1 || cells[0] !== '') rows.push(cells);
    at = next;
  }
  return rows;
}
