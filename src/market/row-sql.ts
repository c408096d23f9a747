import { readFileSync } from 'node:fs';
import type { CellFault, CellSql } from './cells.ts';
import { recordLines } from './csv-text.ts';
import type { Database } from './database.ts';
import type { Faults } from './faults.ts';
import { DATA_CODES } from './finding.ts';
import type { SourceFile } from './source.ts';

/** SQL of a file's rows with a column `#row`: the record's number in a CSV file, the row's in a Parquet file, both from 1. */
export function numbered(file: SourceFile): string {
  return file.format === 'parquet'
    ? `(SELECT * EXCLUDE (file_row_number), file_row_number + 1 AS "#row" FROM ${file.relation})`
    : `(SELECT *, row_number() OVER () AS "#row" FROM ${file.relation})`;
}

/** All that can be wrong with the cells of a row, in the order in which it is told. */
export function faultsIn(cells: CellSql[]): CellFault[] {
  return cells.flatMap((cell) => cell.faults);
}

/** SQL of the number (from 1) of the first thing that is wrong with a row, 0 where nothing is. */
export function faultNumber(cells: CellSql[]): string {
  return numberOf(faultsIn(cells).map((fault, i) => `WHEN ${fault.test} THEN ${i + 1}`)) ?? '0::INTEGER';
}

/** The same of what cannot be seen from the values themselves; undefined where there is nothing of the kind. */
export function slowFaultNumber(cells: CellSql[]): string | undefined {
  return numberOf(faultsIn(cells).flatMap((fault, i) => (fault.quick ? [] : [`WHEN ${fault.test} THEN ${i + 1}`])));
}

function numberOf(cases: string[]): string | undefined {
  return cases.length === 0 ? undefined : `CAST(CASE ${cases.join(' ')} ELSE 0 END AS INTEGER)`;
}

/** SQL of the faulty value of a row whose fault has the number `"#fault"`, as the file has it. */
export function faultyValue(cells: CellSql[]): string {
  const cases = faultsIn(cells).map((fault, i) => `WHEN ${i + 1} THEN ${fault.raw}`);
  return cases.length === 0 ? "''" : `coalesce(CASE "#fault" ${cases.join(' ')} END, '')`;
}

/**
 * Tells of the rows of a CSV file that just were read which are not rows at all: too few or many cells, quotation marks
 * that do not match, bytes that are not UTF-8. Returns the lines on which they begin.
 */
export async function brokenRows(database: Database, file: SourceFile, faults: Faults): Promise<Set<number>> {
  if (file.format === 'parquet') return new Set();
  const rows = await database.rows(
    'SELECT line_byte_position, any_value(CAST(error_type AS VARCHAR)), any_value(csv_line) FROM reject_errors GROUP BY 1 ORDER BY 1',
  );
  if (rows.length === 0) return new Set();
  await database.run('DELETE FROM reject_errors');
  const bytes = readFileSync(file.path);
  const lines = new Set<number>();
  let line = 1;
  let from = 0;
  for (const [position, kind, text] of rows) {
    // Where lines end in CR and LF the reader counts the LF to the row.
    let begin = Number(position) - 1;
    while (bytes[begin] === 0x0a || bytes[begin] === 0x0d) begin += 1;
    for (; from < begin && from < bytes.length; from += 1) if (bytes[from] === 0x0a) line += 1;
    lines.add(line);
    faults.add(
      DATA_CODES.brokenRow,
      BROKEN[String(kind)] ?? 'A row is not well-formed CSV',
      undefined,
      1,
      [{ file: file.path, row: line, value: String(text ?? '').trim() }],
      {
        help:
          HELP[String(kind)] ??
          'A cell that contains the separator, a quotation mark or a line break stands in double quotes, with quotation marks doubled',
      },
    );
  }
  return lines;
}

const BROKEN: Record<string, string> = {
  'TOO MANY COLUMNS': 'A row has more cells than the first line has names',
  'MISSING COLUMNS': 'A row has fewer cells than the first line has names',
  'UNQUOTED VALUE': 'A row has quotation marks that do not match',
  'INVALID ENCODING': 'A row is not UTF-8 text',
  'LINE SIZE OVER MAXIMUM': 'A row is longer than 2 MB',
};

const HELP: Record<string, string> = {
  'INVALID ENCODING': 'Save the file as UTF-8; spreadsheets call it “CSV UTF-8”',
};

/** The place in the file of a row by its `#row`. */
export function rowPlace(file: SourceFile, broken: ReadonlySet<number>): (row: number) => number {
  if (file.format === 'parquet') return (row) => row;
  let lines: ((record: number) => number) | undefined;
  return (row) => {
    lines ??= recordLines(file.path, broken);
    return lines(row);
  };
}
