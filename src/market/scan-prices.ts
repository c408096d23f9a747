import type { CellSql } from './cells.ts';
import type { Chunk, Database } from './database.ts';
import { keptExactly } from './kept-exactly.ts';
import { ALWAYS, OPEN_END } from './market.ts';
import { blank, clear, dayIndex, locateRows, type PriceTarget, placeRows, refuse, scatter } from './place-rows.ts';
import { type LostDigits, tellDoubledRows, tellLostDigits, tellUnknownLines, tellWrongRows } from './price-faults.ts';
import type { DayRange, PriceFile } from './price-table.ts';
import { brokenRows, faultNumber, numbered, rowPlace, slowFaultNumber } from './row-sql.ts';
import { reading, whereSql } from './source.ts';
import type { TextCodes } from './text-codes.ts';

export type PriceScan = { read: number; used: number; missing: Map<string, number> };

/** Where rows of prices go: lines by identifier, days in order, and which positions (`line * days + day`) have a row. */
export type PriceGrid = {
  /** Codes of the lines' identifiers, and the line of each code. */
  ids: TextCodes;
  lineOf: Int32Array;
  days: Int32Array;
  /** 1 at each position that has a row. */
  seen: Uint8Array;
};

/** The type in SQL whose codes are those of `PriceGrid.ids`. */
export const LINE_CODE = 'line_code';

/** The most rows that come at a time. */
const MOST_ROWS = 4096;

/**
 * Reads the rows of a price file into dense arrays.
 * A row that is wrong is told to the file's faults and leaves the arrays as they are.
 */
export async function scanPrices(
  database: Database,
  source: PriceFile,
  targets: PriceTarget[],
  grid: PriceGrid,
  range: DayRange,
  scan: PriceScan,
): Promise<void> {
  const { table, file, line, date, faults } = source;
  const { days, seen } = grid;
  const cells = targets.map((t) => source.fields.find((f) => f.cell.key === t.key)!.cell);
  const all = [line, date, ...cells];
  const outside = `(${date.value} < ${range.from} OR ${date.value} > ${range.to})`;
  const where = `${whereSql(table)}${range.from > ALWAYS || range.to < OPEN_END ? ` AND NOT coalesce(${outside}, false)` : ''}`;
  const slow = slowFaultNumber(all);
  const columns = [
    textSql(line),
    `coalesce(${date.value}, ${ALWAYS})`,
    ...cells.flatMap((cell, c) => (targets[c]!.kind === 'text' ? [textSql(cell)] : numberSql(cell))),
    ...(slow === undefined ? [] : [slow]),
  ];
  const sql = `SELECT ${columns.join(', ')} FROM ${file.relation} WHERE ${where}`;
  const width = days.length;
  const dayOf = dayIndex(days);
  let suspect = 0;
  let repeated = 0;
  const doubled = new Set<number>();
  const lost: LostDigits[] = [];
  const codes = new Int32Array(MOST_ROWS);
  const at = new Int32Array(MOST_ROWS);
  const texts = targets.map(() => new Int32Array(MOST_ROWS));
  for await (const chunk of reading(file, database.stream(sql))) {
    const { rows } = chunk;
    scan.read += rows;
    grid.ids.write(chunk.textWords(0), rows, (row) => chunk.text(0, row)!, codes);
    const dates = chunk.ints(1);
    const wrong = slow === undefined ? undefined : chunk.ints(columns.length - 1);
    locateRows(codes, grid.lineOf, dates, dayOf, width, at);
    if (wrong !== undefined) for (let i = 0; i < rows; i += 1) if (wrong[i] !== 0) at[i] = -1;
    let column = 2;
    const read = targets.map((target, c): Int32Array | Float64Array => {
      if (target.kind === 'text') {
        const own = column++;
        target.dictionary.write(chunk.textWords(own), rows, (row) => chunk.text(own, row)!, texts[c]!);
        return texts[c]!;
      }
      const values = chunk.floats(column++);
      column += readNumbers(cells[c]!, values, chunk, column);
      return values;
    });
    const placed = placeRows(at, rows, seen, doubled);
    suspect += placed.suspect;
    repeated += placed.repeated;
    scan.used += placed.used;
    for (const [c, target] of targets.entries()) scatter(target, read[c]!, at, rows);
  }
  const broken = await brokenRows(database, file, faults);
  scan.read += broken.size;
  scan.used -= doubled.size;
  for (const target of targets) clear(target, doubled);
  const code = `coalesce(CAST(enum_code(TRY_CAST(${line.value} AS ${LINE_CODE})) AS INTEGER), -1)`;
  const rows = `SELECT *, ${line.value} AS "#id", ${date.value} AS "#day", ${code} AS "#line", ${faultNumber(all)} AS "#fault" FROM ${numbered(file)} WHERE ${where}`;
  const search = { database, source, cells: all, rows, place: rowPlace(file, broken) };
  if (suspect > 0) await tellWrongRows(search);
  if (suspect > 0) await tellUnknownLines(search);
  const keys = [...doubled].map((position) => ({ line: Math.floor(position / width), day: days[position % width]! }));
  if (keys.length > 0) await tellDoubledRows(search, keys, repeated + keys.length);
  if (lost.length > 0) await tellLostDigits(search, lost);

  /** Looks through the numbers of a chunk whose further columns begin at `column`; returns how many these are. */
  function readNumbers(cell: CellSql, values: Float64Array, chunk: Chunk, column: number): number {
    let further = 0;
    if (cell.digits !== undefined) checkDigits(cell, values, chunk.texts(column + further++), chunk.ints(1));
    if (cell.missing !== undefined) {
      const flags = cell.unfiltered === undefined ? chunk.ints(column + further++) : undefined;
      const count = flags?.subarray(0, chunk.rows).reduce((sum, flag) => sum + flag, 0);
      const missing = count ?? blank(values, chunk.rows, cell.unfiltered!.missing);
      scan.missing.set(cell.key, (scan.missing.get(cell.key) ?? 0) + missing);
    }
    refuse(cell.rule, values, at, chunk.rows);
    return further;
  }

  function checkDigits(cell: CellSql, values: Float64Array, digits: (string | null)[], dates: Int32Array): void {
    for (const [i, written] of digits.entries()) {
      if (written === null || at[i] === -1 || keptExactly(written, values[i]!)) continue;
      lost.push({ line: Math.floor(at[i]! / width), day: dates[i]!, column: cell.key, value: written });
      at[i] = -1;
    }
  }
}

/** A text, empty where there is none. */
function textSql(cell: CellSql): string {
  return `coalesce(${cell.value}, '')`;
}

/** A number, NaN where there is none; then its digits and whether it is missing, where SQL has to tell. */
function numberSql(cell: CellSql): string[] {
  return [
    `coalesce(CAST(${cell.unfiltered?.value ?? cell.value} AS DOUBLE), 'nan'::DOUBLE)`,
    ...(cell.digits === undefined ? [] : [cell.digits]),
    ...(cell.missing === undefined || cell.unfiltered !== undefined ? [] : [`CAST(${cell.missing} AS INTEGER)`]),
  ];
}
