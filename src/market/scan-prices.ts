import type { CellRule, CellSql } from './cells.ts';
import type { Database } from './database.ts';
import { keptExactly } from './kept-exactly.ts';
import { ALWAYS, OPEN_END } from './market.ts';
import { type LostDigits, tellDoubledRows, tellLostDigits, tellUnknownLines, tellWrongRows } from './price-faults.ts';
import type { DayRange, PriceFile } from './price-table.ts';
import { brokenRows, faultNumber, numbered, rowPlace } from './row-sql.ts';
import { reading, whereSql } from './source.ts';

/** Where the values of one field go: by position `line * days + day`. */
export type PriceTarget = { key: string; values: Float64Array } | { key: string; codes: Int32Array; type: string };

export type PriceScan = { read: number; used: number; missing: Map<string, number> };

/**
 * Reads the rows of a price file into dense arrays. The lines' codes are the type `line_code`.
 * A row that is wrong is told to the file's faults and leaves the arrays as they are.
 *
 * @param seen 1 at each position that has a row
 * @param canonical line of each code of `line_code`, where several identifiers are of one line
 */
export async function scanPrices(
  database: Database,
  source: PriceFile,
  targets: PriceTarget[],
  days: Int32Array,
  range: DayRange,
  seen: Uint8Array,
  scan: PriceScan,
  canonical?: Int32Array,
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
  const lost: LostDigits[] = [];
  const at = new Int32Array(4096);
  for await (const chunk of reading(file, database.stream(sql))) {
    const { rows } = chunk;
    scan.read += rows;
    const codes = chunk.ints(0);
    const lines = canonical === undefined ? codes : codes.map((c) => (c < 0 ? c : canonical[c]!));
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
  scan.used -= doubled.size;
  for (const position of doubled) {
    for (const target of targets) {
      if ('codes' in target) target.codes[position] = -1;
      else target.values[position] = Number.NaN;
    }
  }
  const rows = `SELECT *, ${line.value} AS "#id", ${date.value} AS "#day", ${code} AS "#line", ${faultNumber(all)} AS "#fault" FROM ${numbered(file)} WHERE ${where}`;
  const search = { database, source, cells: all, rows, place: rowPlace(file, broken) };
  if (suspect > 0) await tellWrongRows(search);
  if (suspect > 0) await tellUnknownLines(search);
  const keys = [...doubled].map((position) => ({ line: Math.floor(position / width), day: days[position % width]! }));
  if (keys.length > 0) await tellDoubledRows(search, keys, repeated + keys.length);
  if (lost.length > 0) await tellLostDigits(search, lost);

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
