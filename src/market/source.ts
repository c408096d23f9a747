import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type Diagnostic, failure, isFailure } from '../diagnostics/index.ts';
import { csvHeader, otherLineEnd } from './csv-text.ts';
import { type Database, sqlName, sqlText } from './database.ts';
import { isSystemError, notReadable } from './not-readable.ts';
import type { Dataset, TableSpec } from './dataset.ts';
import { DATA_CODES, finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type TableFile, tableFiles } from './table-files.ts';

/** A file that has been looked at: its columns with their SQL types and the SQL that reads its rows. */
export type SourceFile = TableFile & { columns: Map<string, string>; relation: string; sha256: string };

/** Looks at the files of a table: each must be what its name says and have the columns that are read. Rows are not read yet. */
export async function openSource(
  database: Database,
  dataset: Dataset,
  table: TableSpec,
  needed: { column: string; optional: boolean; path: (string | number)[] }[],
): Promise<{ files: SourceFile[]; diagnostics: Diagnostic[] }> {
  const { files, diagnostics } = tableFiles(dataset, table);
  const opened: SourceFile[] = [];
  for (const file of files) {
    const result = await lookAt(database, table, file).catch((error: unknown) => {
      if (!isSystemError(error)) throw error;
      return { problem: notReadable(file.path, file.label, error) };
    });
    if ('problem' in result) {
      diagnostics.push(result.problem);
      continue;
    }
    opened.push(result);
    const names = [...result.columns.keys()];
    for (const { column, optional, path } of needed) {
      if (optional || result.columns.has(column)) continue;
      const close = nearest(column, names);
      const help =
        close === undefined ? `It has ${names.map((n) => `\`${n}\``).join(', ')}` : `Did you mean \`${close}\`?`;
      diagnostics.push(
        finding(
          DATA_CODES.columnMissing,
          `\`${file.label}\` has no column \`${column}\` (table \`${table.name}\`)`,
          [
            { file: file.path, row: 1, column },
            { ...dataset.locate(path), label: 'asked for here' },
          ],
          { help },
        ),
      );
    }
  }
  return { files: opened, diagnostics };
}

async function lookAt(
  database: Database,
  table: TableSpec,
  file: TableFile,
): Promise<SourceFile | { problem: Diagnostic }> {
  const span = [{ file: file.path }];
  if (statSync(file.path).size === 0)
    return { problem: finding(DATA_CODES.emptyTable, `\`${file.label}\` is empty (table \`${table.name}\`)`, span) };
  const { sha256, nulAt } = fingerprint(file.path);
  if (file.format === 'parquet') {
    if (!hasParquetMarks(file.path)) {
      return {
        problem: finding(DATA_CODES.notATable, `\`${file.label}\` is not a Parquet file, or only part of one`, span, {
          help: 'Make the file again, or name it `.csv` if that is what it is',
        }),
      };
    }
    const relation = `read_parquet(${sqlText(file.path)}, file_row_number = true)`;
    try {
      const described = await database.rows(`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${relation}`);
      return { ...file, sha256, relation, columns: new Map(described.map((row) => [String(row[0]), String(row[1])])) };
    } catch (error) {
      return { problem: unreadable(file, error) };
    }
  }
  if (nulAt >= 0) {
    const help = 'Tables are Parquet files, or CSV files in UTF-8: save it so; spreadsheets call it “CSV UTF-8”';
    return {
      problem: finding(
        DATA_CODES.notATable,
        `\`${file.label}\` is not text: it has a NUL byte at position ${nulAt}`,
        span,
        { help },
      ),
    };
  }
  const header = csvHeader(file.path, table.separator);
  if (header === undefined) {
    return {
      problem: finding(DATA_CODES.notATable, `\`${file.label}\` does not begin with a line of column names`, span, {
        help: 'The first line of a CSV file names its columns',
      }),
    };
  }
  const other = header.length === 1 ? separators.find((mark) => header[0]!.includes(mark)) : undefined;
  if (other !== undefined) return { problem: otherSeparator(file, table, header[0]!, other) };
  const unnamed = header.findIndex((name) => name.trim() === '');
  if (unnamed >= 0) {
    const last = unnamed === header.length - 1;
    return {
      problem: finding(
        DATA_CODES.columnUnnamed,
        `Column ${unnamed + 1} of \`${file.label}\` has no name`,
        [{ file: file.path, row: 1 }],
        {
          help: last
            ? 'Take the separator at the end of the lines away, or name the column'
            : 'Name it in the first line',
        },
      ),
    };
  }
  const lower = header.map((name) => name.toLowerCase());
  const twice = header.find((_, i) => lower.indexOf(lower[i]!) !== i);
  if (twice !== undefined) {
    return {
      problem: finding(
        DATA_CODES.columnTwice,
        `\`${file.label}\` has the column \`${twice}\` twice`,
        [{ file: file.path, row: 1, column: twice }],
        { help: 'Give every column its own name; capitals make no difference' },
      ),
    };
  }
  const columns = header.map((name) => `${sqlText(name)}: 'VARCHAR'`).join(', ');
  const relation = `read_csv(${sqlText(file.path)}, columns = {${columns}}, auto_detect = false, header = true, delim = ${sqlText(table.separator)}, quote = '"', escape = '"', nullstr = '', strict_mode = true, store_rejects = true, rejects_limit = 0)`;
  return { ...file, sha256, relation, columns: new Map(header.map((name) => [name, 'VARCHAR'])) };
}

/** What may stand between the cells of a CSV file. */
const separators = [';', '\t', ',', '|'];

function otherSeparator(file: TableFile, table: TableSpec, header: string, mark: string): Diagnostic {
  const names: Record<string, string> = { ';': 'semicolons', '\t': 'tabs', ',': 'commas', '|': 'vertical bars' };
  const shown = header.length > 80 ? `${header.slice(0, 80)}…` : header;
  return finding(
    DATA_CODES.otherSeparator,
    `The cells of \`${file.label}\` are separated by ${names[mark]}, not by ${names[table.separator] ?? `\`${table.separator}\``}: its first line is \`${shown.replaceAll('\t', '⇥')}\``,
    [{ file: file.path, row: 1 }],
    {
      why: 'Read as it is, it has one column with a name that nothing asks for',
      help: `Write \`separator: ${JSON.stringify(mark)}\` at the table \`${table.name}\` in \`dataset.yaml\`, or save the file with commas`,
    },
  );
}

/** The pieces of a file as they are read; where the reader gives up, a failure that says so. */
export async function* reading<T>(file: TableFile, pieces: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pieces;
  } catch (error) {
    throw isFailure(error) ? error : failure(unreadable(file, error));
  }
}

/** All rows of a small result over a file; where the reader gives up, a failure that says so. */
export async function rowsOf(database: Database, file: TableFile, sql: string): Promise<unknown[][]> {
  try {
    return await database.rows(sql);
  } catch (error) {
    throw failure(unreadable(file, error));
  }
}

function unreadable(file: TableFile, error: unknown): Diagnostic {
  const text = error instanceof Error ? error.message : String(error);
  const lines = /state machine reached an invalid state/.test(text);
  const other = lines && file.format === 'csv' ? otherLineEnd(file.path) : undefined;
  if (other !== undefined) {
    const { line, end, before } = other;
    return finding(
      DATA_CODES.unreadable,
      `\`${file.label}\` cannot be read: line ${line.toLocaleString('en')} ends with ${end}, the lines before it with ${before}`,
      [{ file: file.path, row: line }],
      { help: 'Save the file anew, so that all of its lines end in the same way' },
    );
  }
  const reason = lines
    ? 'its lines end in different ways, or a quotation mark is never closed'
    : (text.split('\n')[0] ?? text).replace(/\.$/, '');
  return finding(DATA_CODES.unreadable, `\`${file.label}\` cannot be read: ${reason}`, [{ file: file.path }]);
}

/** The SQL of the rows of a file that its table's `where` keeps. */
export function whereSql(table: TableSpec): string {
  const parts = Object.entries(table.where).map(
    ([column, values]) =>
      `coalesce(CAST(${sqlName(column)} AS VARCHAR) IN (${values.map((v) => sqlText(String(v))).join(', ')}), false)`,
  );
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}

function hasParquetMarks(path: string): boolean {
  const size = statSync(path).size;
  if (size < 12) return false;
  const file = openSync(path, 'r');
  const marks = Buffer.alloc(8);
  readSync(file, marks, 0, 4, 0);
  readSync(file, marks, 4, 4, size - 4);
  closeSync(file);
  return marks.toString('latin1') === 'PAR1PAR1';
}
