import { isoDate } from '../calendar/index.ts';
import type { CellSql } from './cells.ts';
import { type Database, sqlText } from './database.ts';
import type { DeclaredField } from './declared-fields.ts';
import type { TableSpec } from './dataset.ts';
import type { Faults } from './faults.ts';
import { DATA_CODES } from './finding.ts';
import { keptExactly } from './kept-exactly.ts';
import { brokenRows, faultNumber, faultsIn, faultyValue, numbered, rowPlace } from './row-sql.ts';
import { type SourceFile, whereSql } from './source.ts';

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
    const where = whereSql(table);
    for (const [day] of await database.rows(`SELECT DISTINCT ${date.value} FROM ${file.relation} WHERE ${where}`)) {
      if (day !== null && Number(day) >= range.from && Number(day) <= range.to) days.add(Number(day));
    }
    if (!wantLines) continue;
    for (const [id] of await database.rows(`SELECT DISTINCT ${line.value} FROM ${file.relation} WHERE ${where}`))
      if (id !== null) ids.add(String(id));
  }
  await forgetBrokenRows(database, files);
  return { days: Int32Array.from(days).sort(), ids: [...ids].sort(byCodeUnit) };
}

/** The texts that a field has in price rows, in canonical order. */
export async function priceTexts(database: Database, files: PriceFile[], field: string): Promise<string[]> {
  const texts = new Set<string>();
  for (const { table, file, fields } of files) {
    const cell = fields.find((f) => f.cell.key === field)?.cell;
    if (cell === undefined) continue;
    for (const [text] of await database.rows(
      `SELECT DISTINCT ${cell.value} FROM ${file.relation} WHERE ${whereSql(table)}`,
    ))
      if (text !== null) texts.add(String(text));
  }
  await forgetBrokenRows(database, files);
  return [...texts].sort(byCodeUnit);
}

/** Makes a type whose codes are the places of texts in a list. */
export async function createCodes(database: Database, name: string, texts: string[]): Promise<void> {
  await database.run(`CREATE TYPE ${name} AS ENUM (${(texts.length === 0 ? [''] : texts).map(sqlText).join(', ')})`);
}

/** Where the values of one field go: by position `line * days + day`. */
export type PriceTarget = { key: string; values: Float64Array } | { key: string; codes: Int32Array; type: string };

export type PriceScan = { read: number; used: number; missing: Map<string, number> };

/**
 * Reads the rows of a price file into dense arrays. The lines' codes are the type `line_code`.
 * A row that is wrong is told to the file's faults and leaves the arrays as they are.
 *
 * @param seen 1 at each position that has a row
 */
export async function scanPrices(
  database: Database,
  source: PriceFile,
  targets: PriceTarget[],
  days: Int32Array,
  range: DayRange,
  seen: Uint8Array,
  scan: PriceScan,
): Promise<void> {
  const { table, file, line, date, faults } = source;
  const cells = targets.map((t) => source.fields.find((f) => f.cell.key === t.key)!.cell);
  const all = [line, date, ...cells];
  const code = `coalesce(CAST(enum_code(TRY_CAST(${line.value} AS line_code)) AS INTEGER), -1)`;
  const outside = `(${date.value} < ${range.from} OR ${date.value} > ${range.to})`;
  const columns = cells.flatMap((cell, c) => {
    const target = targets[c]!;
    if ('codes' in target)
      return [`coalesce(CAST(enum_code(TRY_CAST(${cell.value} AS ${target.type})) AS INTEGER), -1)`];
    return [
      `coalesce(CAST(${cell.value} AS DOUBLE), 'nan'::DOUBLE)`,
      ...(cell.digits === undefined ? [] : [cell.digits]),
    ];
  });
  const counted = cells.filter((cell) => cell.missing !== undefined);
  const missing =
    counted.length === 0
      ? []
      : [
          `CAST(${counted.map((cell, i) => `CASE WHEN ${cell.missing} THEN ${2 ** i} ELSE 0 END`).join(' + ')} AS INTEGER)`,
        ];
  const sql = `SELECT ${code}, coalesce(${date.value}, 0), ${faultNumber(all)}, ${[...columns, ...missing].join(', ')} FROM ${file.relation} WHERE ${whereSql(table)} AND NOT coalesce(${outside}, false)`;
  const width = days.length;
  const first = days[0] ?? 0;
  const dayIndex = new Int32Array(width === 0 ? 0 : days[width - 1]! - first + 1);
  for (let i = 0; i < width; i += 1) dayIndex[days[i]! - first] = i;
  let wrong = 0;
  let unknown = 0;
  let repeated = 0;
  const doubled = new Set<number>();
  const lost: { at: number; column: string; value: string }[] = [];
  for await (const chunk of database.stream(sql)) {
    scan.read += chunk.rows;
    const lines = chunk.ints(0);
    const dates = chunk.ints(1);
    const state = chunk.ints(2);
    const at = new Int32Array(chunk.rows);
    for (let i = 0; i < chunk.rows; i += 1) {
      at[i] = -1;
      if (state[i]! > 0) wrong += 1;
      else if (lines[i]! < 0) unknown += 1;
      else {
        const position = lines[i]! * width + dayIndex[dates[i]! - first]!;
        if (seen[position] !== 0) {
          repeated += 1;
          doubled.add(position);
        } else {
          seen[position] = 1;
          at[i] = position;
        }
      }
    }
    let column = 3;
    for (const [c, target] of targets.entries()) {
      if ('codes' in target) {
        const codes = chunk.ints(column++);
        for (let i = 0; i < chunk.rows; i += 1) if (at[i]! >= 0) target.codes[at[i]!] = codes[i]!;
        continue;
      }
      const values = chunk.floats(column++);
      const digits = cells[c]!.digits === undefined ? undefined : chunk.texts(column++);
      for (let i = 0; i < chunk.rows; i += 1) {
        if (at[i]! < 0) continue;
        const written = digits?.[i];
        if (written != null && !keptExactly(written, values[i]!))
          lost.push({ at: at[i]!, column: cells[c]!.key, value: written });
        else target.values[at[i]!] = values[i]!;
      }
    }
    if (counted.length > 0) {
      const bits = chunk.ints(column);
      for (const [k, cell] of counted.entries()) {
        let n = 0;
        for (let i = 0; i < chunk.rows; i += 1) if (at[i]! >= 0) n += (bits[i]! >> k) & 1;
        scan.missing.set(cell.key, (scan.missing.get(cell.key) ?? 0) + n);
      }
    }
    for (let i = 0; i < chunk.rows; i += 1) if (at[i]! >= 0) scan.used += 1;
  }
  const broken = await brokenRows(database, file, faults);
  scan.read += broken.size;
  const place = rowPlace(file, broken);
  const rows = `SELECT CAST("#row" AS INTEGER) AS r, ${line.value} AS k, ${date.value} AS d, ${code} AS l, ${faultNumber(all)} AS p, * FROM ${numbered(file)} WHERE ${whereSql(table)}`;
  if (wrong > 0) await tellWrongRows();
  if (unknown > 0) await tellUnknownLines();
  if (doubled.size > 0) await tellDoubledRows();
  if (lost.length > 0) await tellLostDigits();

  async function tellWrongRows(): Promise<void> {
    const found = await database.rows(
      `SELECT p, count(*), list(r ORDER BY r)[1:3], list(${faultyValue(all, 'p')} ORDER BY r)[1:3] FROM (${rows}) WHERE p > 0 GROUP BY p`,
    );
    for (const [p, count, lineNumbers, values] of found) {
      const fault = faultsIn(all)[Number(p) - 1]!;
      const examples = (lineNumbers as number[]).map((r, i) => ({
        file: file.path,
        row: place(r),
        value: String((values as string[])[i]),
      }));
      faults.add(
        fault.code,
        `\`${fault.column}\` ${fault.what}: \`{value}\``,
        fault.column,
        Number(count),
        examples,
        fault,
      );
    }
  }

  async function tellUnknownLines(): Promise<void> {
    const found = await database.rows(
      `SELECT k, min(r) FROM (${rows}) WHERE p = 0 AND l < 0 AND NOT coalesce(d < ${range.from} OR d > ${range.to}, false) GROUP BY k ORDER BY 2 LIMIT 3`,
    );
    const examples = found.map(([k, r]) => ({ file: file.path, row: place(Number(r)), value: String(k) }));
    faults.add(
      DATA_CODES.unknownLine,
      'A row is about a line that no table of lines has: `{value}`',
      line.key,
      unknown,
      examples,
      {
        leaveOut: table.unknownLines === 'leave_out',
        help: 'Add the line to the table of lines, or write `unknown_lines: leave_out` at the table',
      },
    );
  }

  async function tellDoubledRows(): Promise<void> {
    scan.used -= doubled.size;
    const some = [...doubled].slice(0, 3).map((at) => `(l = ${Math.floor(at / width)} AND d = ${days[at % width]!})`);
    const found = await database.rows(
      `SELECT k, d, list(r ORDER BY r)[1:2] FROM (${rows}) WHERE p = 0 AND (${some.join(' OR ')}) GROUP BY k, d ORDER BY 3`,
    );
    const examples = found.flatMap(([k, d, r]) =>
      (r as number[])
        .slice(-1)
        .map((n) => ({ file: file.path, row: place(n), value: `${String(k)} on ${isoDate(Number(d))}` })),
    );
    for (const at of doubled)
      for (const target of targets)
        if ('codes' in target) target.codes[at] = -1;
        else target.values[at] = Number.NaN;
    faults.add(
      DATA_CODES.duplicateKey,
      'There are several rows for `{value}`',
      undefined,
      repeated + doubled.size,
      examples,
      {
        why: 'Nothing says which of them is right',
        help: 'Keep one row for each line and day',
      },
    );
  }

  async function tellLostDigits(): Promise<void> {
    for (const { at, column, value } of lost.slice(0, 3)) {
      const found = await database.rows(
        `SELECT min(r) FROM (${rows}) WHERE l = ${Math.floor(at / width)} AND d = ${days[at % width]!}`,
      );
      faults.add(
        DATA_CODES.tooManyDigits,
        `\`${column}\` has more digits than can be kept exactly: \`{value}\``,
        column,
        1,
        [{ file: file.path, row: place(Number(found[0]![0])), value }],
      );
    }
  }
}

/** Rows that are not well-formed are told when the values are read; here they are only looked past. */
async function forgetBrokenRows(database: Database, files: PriceFile[]): Promise<void> {
  if (files.some((f) => f.file.format === 'csv')) await database.run('DELETE FROM reject_errors');
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
