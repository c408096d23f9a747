import type { CellSql } from './cells.ts';
import { type Database, sqlName, sqlText } from './database.ts';
import type { DeclaredField } from './declared-fields.ts';
import type { TableSpec } from './dataset.ts';
import type { Faults } from './faults.ts';
import { rowsOf, type SourceFile, whereSql } from './source.ts';

/** One file of a price table with the SQL of its cells: `line`, `date`, then the fields. */
export type PriceFile = {
  table: TableSpec;
  file: SourceFile;
  line: CellSql;
  date: CellSql;
  fields: { field: DeclaredField; cell: CellSql }[];
  faults: Faults;
};

/** Epoch days that bound what is read, both inclusive. */
export type DayRange = { from: number; to: number };

/** The days and (where they are not known from elsewhere) the lines that have price rows. */
export async function priceKeys(
  database: Database,
  files: PriceFile[],
  range: DayRange,
  wantLines: boolean,
): Promise<{ days: Int32Array; ids: string[] }> {
  const days = new Set<number>();
  const ids = new Set<string>();
  for (const { table, file, line, date } of files) {
    for (const day of await distinct(table, file, date)) {
      if (Number(day) >= range.from && Number(day) <= range.to) days.add(Number(day));
    }
    if (wantLines) for (const id of await distinct(table, file, line)) ids.add(String(id));
  }
  await forgetBrokenRows(database, files);
  return { days: Int32Array.from(days).sort(), ids: [...ids].sort() };

  async function distinct(table: TableSpec, file: SourceFile, cell: CellSql): Promise<unknown[]> {
    // A column is reduced to its different cells before these are read: reading is what takes time.
    const cells = cell.column === undefined ? '*' : `DISTINCT ${sqlName(cell.column)}`;
    const rows = `SELECT ${cells} FROM ${file.relation} WHERE ${whereSql(table)}`;
    const found = await rowsOf(database, file, `SELECT DISTINCT ${cell.value} FROM (${rows})`);
    return found.map(([value]) => value).filter((value) => value !== null);
  }
}

/** The texts of a field on the first and the last day on which each of some lines has one. */
export async function edgeTexts(
  database: Database,
  files: PriceFile[],
  field: string,
  ids: string[],
): Promise<{ first: Map<string, string>; last: Map<string, string> }> {
  const [first, last] = [new Map<string, string>(), new Map<string, string>()];
  const [from, until] = [new Map<string, number>(), new Map<string, number>()];
  for (const { table, file, line, date, fields } of ids.length === 0 ? [] : files) {
    const cell = fields.find((f) => f.cell.key === field)?.cell;
    if (cell === undefined) continue;
    const rows = await rowsOf(
      database,
      file,
      `SELECT l, min(d), max(d), arg_min(t, d), arg_max(t, d) FROM (SELECT ${line.value} AS l, ${date.value} AS d, ${cell.value} AS t FROM ${file.relation} WHERE ${whereSql(table)}) JOIN (SELECT unnest([${ids.map(sqlText).join(', ')}]) AS l) USING (l) WHERE t IS NOT NULL GROUP BY l`,
    );
    for (const [id, start, end, early, late] of rows as [string, number, number, string, string][]) {
      if (start < (from.get(id) ?? Number.POSITIVE_INFINITY)) {
        from.set(id, start);
        first.set(id, early);
      }
      if (end > (until.get(id) ?? Number.NEGATIVE_INFINITY)) {
        until.set(id, end);
        last.set(id, late);
      }
    }
  }
  await forgetBrokenRows(database, files);
  return { first, last };
}

/** Makes a type whose codes are the places of texts in a list. */
export async function createCodes(database: Database, name: string, texts: string[]): Promise<void> {
  await database.run(`CREATE TYPE ${name} AS ENUM (${(texts.length === 0 ? [''] : texts).map(sqlText).join(', ')})`);
}

/** Rows that are not well-formed are told when the values are read; here they are only looked past. */
async function forgetBrokenRows(database: Database, files: PriceFile[]): Promise<void> {
  if (files.some((f) => f.file.format === 'csv')) await database.run('DELETE FROM reject_errors');
}
