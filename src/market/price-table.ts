import { isoDate } from '../calendar/index.ts';
import type { CellRule, CellSql } from './cells.ts';
import { type Database, sqlText } from './database.ts';
import type { DeclaredField } from './declared-fields.ts';
import type { TableSpec } from './dataset.ts';
import type { Faults } from './faults.ts';
import { DATA_CODES } from './finding.ts';
import { ALWAYS, OPEN_END } from './market.ts';
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
  const where = `${whereSql(table)}${range.from > ALWAYS || range.to < OPEN_END ? ` AND NOT coalesce(${outside}, false)` : ''}`;
  const columns = targets.flatMap((target, c) => {
    const cell = cells[c]!;
    if ('codes' in target)
      return [`coalesce(CAST(enum_code(TRY_CAST(${cell.value} AS ${target.type})) AS INTEGER), -1)`];
    const value = `coalesce(CAST(${cell.unfiltered?.value ?? cell.value} AS DOUBLE), 'nan'::DOUBLE)`;
    const missing =
      cell.missing === undefined || cell.unfiltered !== undefined ? [] : [`CAST(${cell.missing} AS INTEGER)`];
    return [value, ...(cell.digits === undefined ? [] : [cell.digits]), ...missing];
  });
  const sql = `SELECT ${[code, `coalesce(${date.value}, ${ALWAYS})`, faultNumber(all, true), ...columns].join(', ')} FROM ${file.relation} WHERE ${where}`;
  const width = days.length;
  const first = days[0] ?? 0;
  const dayIndex = new Int32Array(width === 0 ? 0 : days[width - 1]! - first + 1);
  for (let i = 0; i < width; i += 1) dayIndex[days[i]! - first] = i;
  let suspect = 0;
  let repeated = 0;
  const doubled = new Set<number>();
  const lost: { line: number; day: number; column: string; value: string }[] = [];
  const at = new Int32Array(4096);
  for await (const chunk of database.stream(sql)) {
    const { rows } = chunk;
    scan.read += rows;
    const lines = chunk.ints(0);
    const dates = chunk.ints(1);
    const slow = chunk.ints(2);
    for (let i = 0; i < rows; i += 1) at[i] = slow[i] === 0 && lines[i]! >= 0 && dates[i] !== ALWAYS ? 0 : -1;
    let column = 3;
    const read = targets.map((target, c): Int32Array | Float64Array => {
      if ('codes' in target) return chunk.ints(column++);
      const cell = cells[c]!;
      const values = chunk.floats(column++);
      if (cell.digits !== undefined) checkDigits(cell, values, chunk.texts(column++), lines, dates);
      if (cell.missing !== undefined)
        countMissing(cell, values, cell.unfiltered === undefined ? chunk.ints(column++) : undefined, rows);
      refuse(cell.rule, values, rows);
      return values;
    });
    for (let i = 0; i < rows; i += 1) {
      if (at[i] === -1) {
        suspect += 1;
        continue;
      }
      const position = lines[i]! * width + dayIndex[dates[i]! - first]!;
      at[i] = position;
      if (seen[position] === 0) {
        seen[position] = 1;
        scan.used += 1;
        continue;
      }
      at[i] = -1;
      repeated += 1;
      doubled.add(position);
    }
    for (const [c, target] of targets.entries()) {
      const from = read[c]!;
      const into = 'codes' in target ? target.codes : target.values;
      for (let i = 0; i < rows; i += 1) if (at[i]! >= 0) into[at[i]!] = from[i]!;
    }
  }
  const broken = await brokenRows(database, file, faults);
  scan.read += broken.size;
  const place = rowPlace(file, broken);
  const rows = `SELECT CAST("#row" AS INTEGER) AS r, ${line.value} AS k, ${date.value} AS d, ${code} AS l, ${faultNumber(all)} AS p, * FROM ${numbered(file)} WHERE ${where}`;
  if (suspect > 0) await tellWrongRows();
  if (suspect > 0) await tellUnknownLines();
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
      `SELECT k, min(r), count(*) FROM (${rows}) WHERE p = 0 AND l < 0 GROUP BY k ORDER BY 2`,
    );
    if (found.length === 0) return;
    const examples = found.slice(0, 3).map(([k, r]) => ({ file: file.path, row: place(Number(r)), value: String(k) }));
    const unknown = found.reduce((sum, [, , n]) => sum + Number(n), 0);
    faults.add(
      DATA_CODES.unknownLine,
      'A row is about a line that no table of lines has: `{value}`',
      table.roles.line?.column,
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
    for (const { line: l, day, column, value } of lost) {
      const found =
        lost.indexOf(lost.find((one) => one.column === column)!) < 3
          ? await database.rows(`SELECT min(r) FROM (${rows}) WHERE l = ${l} AND d = ${day}`)
          : [];
      const examples = found.map(([r]) => ({ file: file.path, row: place(Number(r)), value }));
      faults.add(
        DATA_CODES.tooManyDigits,
        `\`${column}\` has more digits than can be kept exactly: \`{value}\``,
        column,
        1,
        examples,
      );
    }
  }

  function checkDigits(
    cell: CellSql,
    values: Float64Array,
    digits: (string | null)[],
    lines: Int32Array,
    dates: Int32Array,
  ): void {
    for (const [i, written] of digits.entries()) {
      if (written === null || at[i] === -1 || keptExactly(written, values[i]!)) continue;
      at[i] = -1;
      lost.push({ line: lines[i]!, day: dates[i]!, column: cell.key, value: written });
    }
  }

  function countMissing(cell: CellSql, values: Float64Array, flags: Int32Array | undefined, rows: number): void {
    const missing = cell.unfiltered?.missing ?? [];
    let count = 0;
    for (let i = 0; i < rows; i += 1) {
      if (flags !== undefined) count += flags[i]!;
      else if (missing.includes(values[i]!)) {
        values[i] = Number.NaN;
        count += 1;
      }
    }
    scan.missing.set(cell.key, (scan.missing.get(cell.key) ?? 0) + count);
  }

  /** Refuses rows whose number is infinite, or negative or zero where it must not be. */
  function refuse(rule: CellRule, values: Float64Array, rows: number): void {
    const negative = rule.negative === 'fault';
    const zero = rule.zero === 'fault';
    for (let i = 0; i < rows; i += 1) {
      const value = values[i]!;
      if (
        (value <= 0 && ((negative && value < 0) || (zero && value === 0))) ||
        value === Number.POSITIVE_INFINITY ||
        value === Number.NEGATIVE_INFINITY
      )
        at[i] = -1;
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
