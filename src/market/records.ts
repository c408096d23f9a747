import type { CellSql } from './cells.ts';
import type { Database } from './database.ts';
import type { TableSpec } from './dataset.ts';
import type { Faults } from './faults.ts';
import { DATA_CODES } from './finding.ts';
import { keptExactly } from './kept-exactly.ts';
import { brokenRows, faultNumber, faultsIn, faultyValue, numbered, rowPlace } from './row-sql.ts';
import { reading, type SourceFile, whereSql } from './source.ts';

/** The rows of a table that can be read, by cell. A missing number is NaN, a missing text undefined. */
export type Records = {
  rows: number;
  /** Rows in the files, with those that were left out. */
  read: number;
  number(key: string, row: number): number;
  text(key: string, row: number): string | undefined;
  /** Path of the file a row is in, and its line there. */
  place(row: number): { file: string; row: number };
  /** How many values of a cell were declared to mean "not known". */
  missing: Map<string, number>;
};

type Part = {
  count: number;
  rows: Int32Array;
  numbers: Map<string, Float64Array>;
  texts: Map<string, (string | null)[]>;
  file: SourceFile;
  line: (row: number) => number;
};

/** Reads every row of a table's files, telling of the rows that are wrong. `cellsOf` gives the cells for the columns of a file. */
export async function readRecords(
  database: Database,
  table: TableSpec,
  files: SourceFile[],
  cellsOf: (file: SourceFile) => CellSql[],
  faults: Faults,
): Promise<Records> {
  const parts: Part[] = [];
  const missing = new Map<string, number>();
  let read = 0;
  for (const file of files) {
    const cells = cellsOf(file);
    const { sql, places } = recordSql(table, file, cells);
    const pieces: Part[] = [];
    const wrong: { number: number; row: number; value: string }[] = [];
    const wrongCount = new Map<number, number>();
    const lost: { key: string; row: number; value: string }[] = [];
    for await (const chunk of reading(file, database.stream(sql))) {
      read += chunk.rows;
      const rows = chunk.ints(0);
      const state = chunk.ints(1);
      // Making texts takes most of the time: those of faulty rows and of constants are made only where needed.
      const values = state.subarray(0, chunk.rows).some((number) => number > 0) ? chunk.texts(2) : [];
      const good: number[] = [];
      const digits = places.map((place) => (place.digits === undefined ? undefined : chunk.texts(place.digits)));
      for (let i = 0; i < chunk.rows; i += 1) {
        const number = state[i]!;
        if (number === 0) {
          const c = digits.findIndex(
            (texts, k) =>
              texts !== undefined && texts[i] !== null && !keptExactly(texts[i]!, chunk.floats(places[k]!.value)[i]!),
          );
          if (c < 0) good.push(i);
          else lost.push({ key: cells[c]!.key, row: rows[i]!, value: digits[c]![i]! });
        } else if (number > 0) {
          wrongCount.set(number, (wrongCount.get(number) ?? 0) + 1);
          if (wrong.length < 100) wrong.push({ number, row: rows[i]!, value: values[i] ?? '' });
        }
      }
      const part: Part = {
        count: good.length,
        rows: Int32Array.from(good, (i) => rows[i]!),
        numbers: new Map(),
        texts: new Map(),
        file,
        line: (row) => row,
      };
      const whole = good.length === chunk.rows;
      for (const [c, cell] of cells.entries()) {
        const { value, missing: flag } = places[c]!;
        if (cell.type === 'text') {
          const texts = cell.constant
            ? Array<string | null>(chunk.rows).fill(chunk.text(value, 0))
            : chunk.texts(value);
          part.texts.set(cell.key, whole ? texts : good.map((i) => texts[i]!));
        } else {
          const numbers = chunk.floats(value);
          part.numbers.set(
            cell.key,
            whole ? numbers.slice(0, chunk.rows) : Float64Array.from(good, (i) => numbers[i]!),
          );
        }
        if (flag !== undefined) {
          const absent = chunk.ints(flag);
          missing.set(
            cell.key,
            good.reduce((sum, i) => sum + absent[i]!, missing.get(cell.key) ?? 0),
          );
        }
      }
      pieces.push(part);
    }
    const broken = await brokenRows(database, file, faults);
    read += broken.size;
    const line = rowPlace(file, broken);
    const known = faultsIn(cells);
    for (const [number, count] of wrongCount) {
      const fault = known[number - 1]!;
      const examples = wrong
        .filter((w) => w.number === number)
        .slice(0, 3)
        .map((w) => ({ file: file.path, row: line(w.row), value: w.value }));
      faults.add(fault.code, `\`${fault.column}\` ${fault.what}: \`{value}\``, fault.column, count, examples, fault);
    }
    for (const { key, row, value } of lost) {
      faults.add(
        DATA_CODES.tooManyDigits,
        `\`${key}\` has more digits than can be kept exactly: \`{value}\``,
        key,
        1,
        [{ file: file.path, row: line(row), value }],
        {},
      );
    }
    for (const piece of pieces) parts.push({ ...piece, line });
  }
  return assemble(parts, read, missing);
}

/** Where the value of a cell stands in a result, and, where SQL has to tell, its digits and whether it is missing. */
type Place = { value: number; digits?: number; missing?: number };

/** SQL of the rows of a file: the row's number, its fault and the faulty value, then the cells. Own names begin with `#` so that no column has them. */
function recordSql(table: TableSpec, file: SourceFile, cells: CellSql[]): { sql: string; places: Place[] } {
  const columns = ['CAST("#row" AS INTEGER)', '"#fault"', faultyValue(cells)];
  const add = (column: string) => columns.push(column) - 1;
  const places = cells.map((cell) => ({
    value: add(cell.type === 'text' ? cell.value : `coalesce(CAST(${cell.value} AS DOUBLE), 'nan'::DOUBLE)`),
    ...(cell.digits === undefined ? {} : { digits: add(cell.digits) }),
    ...(cell.missing === undefined ? {} : { missing: add(`CAST(${cell.missing} AS INTEGER)`) }),
  }));
  const rows = `SELECT *, ${faultNumber(cells)} AS "#fault" FROM ${numbered(file)} WHERE ${whereSql(table)}`;
  return { sql: `SELECT ${columns.join(', ')} FROM (${rows})`, places };
}

function assemble(parts: Part[], read: number, missing: Map<string, number>): Records {
  const starts = new Int32Array(parts.length + 1);
  for (const [i, part] of parts.entries()) starts[i + 1] = starts[i]! + part.count;
  let last = 0;
  const find = (row: number): [Part, number] => {
    while (row < starts[last]!) last -= 1;
    while (row >= starts[last + 1]!) last += 1;
    return [parts[last]!, row - starts[last]!];
  };
  return {
    rows: starts[parts.length]!,
    read,
    missing,
    number(key, row) {
      const [part, i] = find(row);
      return part.numbers.get(key)?.[i] ?? Number.NaN;
    },
    text(key, row) {
      const [part, i] = find(row);
      return part.texts.get(key)?.[i] ?? undefined;
    },
    place(row) {
      const [part, i] = find(row);
      return { file: part.file.path, row: part.line(part.rows[i]!) };
    },
  };
}
