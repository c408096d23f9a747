export type Row = Record<string, string | number>;
/** Files of a case's data set by path below methodologies/. */
export type Files = Record<string, string>;

/** Rows as CSV with the columns of the first; no cell needs a quote. */
export function table(rows: Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

/** The tables of one folder. */
export function folder(path: string, tables: Record<string, Row[]>): Files {
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [`${path}/${name}.csv`, table(rows)]));
}

/** Prices, and a last one of the first line: nothing moves, and the prices reach a later reference date. */
export function reaching(date: string, prices: Row[]): Row[] {
  return [...prices, { ...prices[0]!, date }];
}

/** `C0007` */
export function numbered(letter: string, n: number, digits = 4): string {
  return `${letter}${String(n).padStart(digits, '0')}`;
}
