import { isoDate } from '../calendar/index.ts';
import type { CellSql } from './cells.ts';
import type { Database } from './database.ts';
import { DATA_CODES } from './finding.ts';
import type { PriceFile } from './price-table.ts';
import { faultsIn, faultyValue } from './row-sql.ts';

/**
 * What looking for the wrong rows of a price file needs. `rows` is SQL of its rows with the columns `#row`, `#id`, `#day`,
 * `#line` (-1 where unknown) and `#fault` (0 where there is none) beside the file's own.
 */
export type Search = {
  database: Database;
  source: PriceFile;
  cells: CellSql[];
  rows: string;
  place(row: number): number;
};

/** A number that lost digits when it was read. */
export type LostDigits = { line: number; day: number; column: string; value: string };

const SHOWN = 3;
/** How many of the lines that are unknown are named. */
const MOST_NAMED = 5;

/** Tells of rows with a cell that cannot be read or must not be. */
export async function tellWrongRows({ database, source, cells, rows, place }: Search): Promise<void> {
  const values = faultyValue(cells);
  const found = await database.rows(
    `SELECT "#fault", count(*), list("#row" ORDER BY "#row")[1:${SHOWN}], list(${values} ORDER BY "#row")[1:${SHOWN}] FROM (${rows}) WHERE "#fault" > 0 GROUP BY 1`,
  );
  for (const [number, count, at, texts] of found) {
    const fault = faultsIn(cells)[Number(number) - 1]!;
    const examples = (at as number[]).map((row, i) => ({
      file: source.file.path,
      row: place(row),
      value: String((texts as string[])[i]),
    }));
    source.faults.add(
      fault.code,
      `\`${fault.column}\` ${fault.what}: \`{value}\``,
      fault.column,
      Number(count),
      examples,
      fault,
    );
  }
}

/** Tells of rows about lines that no table of lines has. */
export async function tellUnknownLines({ database, source, rows, place }: Search): Promise<void> {
  const found = await database.rows(
    `SELECT "#id", min("#row"), count(*) FROM (${rows}) WHERE "#fault" = 0 AND "#line" < 0 GROUP BY 1 ORDER BY 2`,
  );
  if (found.length === 0) return;
  const { table, file, faults } = source;
  const examples = found
    .slice(0, MOST_NAMED)
    .map(([id, row]) => ({ file: file.path, row: place(Number(row)), value: String(id) }));
  const count = found.reduce((sum, [, , n]) => sum + Number(n), 0);
  faults.add(
    DATA_CODES.unknownLine,
    'A row is about a line that no table of lines has: `{value}`',
    table.roles.line?.column,
    count,
    examples,
    {
      leaveOut: table.unknownLines === 'leave_out',
      help: 'Add the line to the table of lines, or write `unknown_lines: leave_out` at the table',
    },
  );
}

/** Tells of lines and days that have several rows; none of them counts. */
export async function tellDoubledRows(
  { database, source, rows, place }: Search,
  keys: { line: number; day: number }[],
  count: number,
): Promise<void> {
  const some = keys.slice(0, SHOWN).map(({ line, day }) => `("#line" = ${line} AND "#day" = ${day})`);
  const found = await database.rows(
    `SELECT "#id", "#day", max("#row"), min("#row") FROM (${rows}) WHERE "#fault" = 0 AND (${some.join(' OR ')}) GROUP BY 1, 2 ORDER BY 3`,
  );
  const examples = found.map(([id, day, row, first]) => ({
    file: source.file.path,
    row: place(Number(row)),
    value: `${String(id)} on ${isoDate(Number(day))}`,
    ...(row !== first && { first: { file: source.file.path, row: place(Number(first)) } }),
  }));
  source.faults.add(DATA_CODES.duplicateKey, 'There are several rows for `{value}`', undefined, count, examples, {
    why: 'Nothing says which of them is right',
    help: 'Keep one row for each line and day',
    countsFirst: true,
  });
}

/** Tells of numbers that have more digits than can be kept. */
export async function tellLostDigits({ database, source, rows, place }: Search, lost: LostDigits[]): Promise<void> {
  const shown = new Map<string, number>();
  for (const { line, day, column, value } of lost) {
    const before = shown.get(column) ?? 0;
    shown.set(column, before + 1);
    const found =
      before < SHOWN
        ? await database.rows(`SELECT min("#row") FROM (${rows}) WHERE "#line" = ${line} AND "#day" = ${day}`)
        : [];
    const examples = found.map(([row]) => ({ file: source.file.path, row: place(Number(row)), value }));
    source.faults.add(
      DATA_CODES.tooManyDigits,
      `\`${column}\` has more digits than can be kept exactly: \`{value}\``,
      column,
      1,
      examples,
    );
  }
}
