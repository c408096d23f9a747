import type { Diagnostic } from '../diagnostics/index.ts';
import { type CellRule, type CellSql, cellSql } from './cells.ts';
import type { Database } from './database.ts';
import type { CellSpec, Dataset, TableSpec } from './dataset.ts';
import { type Faults, faultsOf } from './faults.ts';
import { DATA_CODES, finding } from './finding.ts';
import type { FieldType, TableCount } from './market.ts';
import { type Records, readRecords } from './records.ts';
import { openSource, rowsOf, type SourceFile, whereSql } from './source.ts';

/** A cell to be read from a table. */
export type WantedCell = { key: string; spec: CellSpec; type: FieldType; rule?: CellRule };

/** Everything that reading the tables of one data set has to do with. */
export type Reading = {
  database: Database;
  dataset: Dataset;
  diagnostics: Diagnostic[];
  counts: TableCount[];
  /** SHA-256 of each file that was read, by its label. */
  digests: Map<string, string>;
};

/** The key under which the day on which a row was known is read. */
export const KNOWN = '#known';

/** Opens a table's files, telling what is wrong with them. */
export async function openTable(reading: Reading, table: TableSpec, wanted: WantedCell[]): Promise<SourceFile[]> {
  const needed = wanted.flatMap(({ key, spec }) =>
    spec.column === undefined
      ? []
      : [
          {
            column: spec.column,
            optional: spec.optional === true,
            path: ['tables', table.name, ...(key in table.roles ? [key] : ['fields', key])],
          },
        ],
  );
  for (const column of Object.keys(table.where))
    needed.push({ column, optional: false, path: ['tables', table.name, 'where', column] });
  const { files, diagnostics } = await openSource(reading.database, reading.dataset, table, needed);
  reading.diagnostics.push(...diagnostics);
  for (const file of files) reading.digests.set(file.label, file.sha256);
  if (files.length === 0 && diagnostics.length === 0) {
    const reason = `there is no file \`${table.files.join('`, `')}\`; the table is optional`;
    reading.counts.push({
      table: table.name,
      read: 0,
      used: 0,
      leftOut: [{ reason, rows: 0, examples: [] }],
      missing: [],
    });
  }
  return diagnostics.length > 0 ? [] : files;
}

/** SQL of the wanted cells for one file. */
export function cellsFor(wanted: WantedCell[], file: SourceFile): CellSql[] {
  return wanted.map(({ key, spec, type, rule }) =>
    cellSql(key, spec, type, spec.column === undefined ? undefined : file.columns.get(spec.column), rule),
  );
}

/** The cell that says when a row was known, where a column does. */
export function knownCell(table: TableSpec): WantedCell[] {
  return typeof table.known === 'object'
    ? [{ key: KNOWN, spec: table.known, type: 'date', rule: { required: true } }]
    : [];
}

/**
 * Reads a table of moderate size row by row. `finish` must be called once the caller has added its own faults and says how
 * many rows were used.
 */
export async function readTable(
  reading: Reading,
  table: TableSpec,
  wanted: WantedCell[],
): Promise<{ records: Records; faults: Faults; finish(used: number): void } | undefined> {
  const files = await openTable(reading, table, wanted);
  if (files.length === 0) return undefined;
  const faults = faultsOf(reading.dataset, table);
  const records = await readRecords(reading.database, table, files, (file) => cellsFor(wanted, file), faults);
  const filtered = await filteredRows(reading, table, files);
  // Nothing may have happened to a market, and nobody decided anything.
  const natural = table.kind === 'actions' || table.kind === 'decisions';
  if (records.read + filtered === 0 && !natural) reading.diagnostics.push(emptyTable(reading.dataset, table, files));
  const finish = (used: number) =>
    finishTable(reading, table, faults, { read: records.read, used, missing: records.missing }, filtered);
  return { records, faults, finish };
}

/** Hands over a table's findings and counts. */
export function finishTable(
  reading: Reading,
  table: TableSpec,
  faults: Faults,
  scan: { read: number; used: number; missing: Map<string, number> },
  filtered: number,
): void {
  reading.diagnostics.push(...faults.findings());
  const columns = Object.keys(table.where)
    .map((c) => `\`${c}\``)
    .join(', ');
  const where =
    filtered === 0 ? [] : [{ reason: `${columns} has none of the values of \`where\``, rows: filtered, examples: [] }];
  const missing = [...scan.missing].filter(([, values]) => values > 0).map(([field, values]) => ({ field, values }));
  reading.counts.push({
    table: table.name,
    read: scan.read + filtered,
    used: scan.used,
    leftOut: [...where, ...faults.leftOut()],
    missing,
  });
}

/** How many rows the table's `where` leaves out. */
export async function filteredRows(reading: Reading, table: TableSpec, files: SourceFile[]): Promise<number> {
  if (Object.keys(table.where).length === 0) return 0;
  let rows = 0;
  for (const file of files)
    rows += Number(
      (
        await rowsOf(reading.database, file, `SELECT count(*) FROM ${file.relation} WHERE NOT (${whereSql(table)})`)
      )[0]![0],
    );
  if (files.some((f) => f.format === 'csv')) await reading.database.run('DELETE FROM reject_errors');
  return rows;
}

/** A finding for a table that has no row. */
export function emptyTable(dataset: Dataset, table: TableSpec, files: { path: string }[]): Diagnostic {
  return finding(
    DATA_CODES.emptyTable,
    `Table \`${table.name}\` has no rows`,
    [...files.map((f) => ({ file: f.path })), dataset.locate(['tables', table.name])],
    {
      help: 'Take the table out of `dataset.yaml` if there is nothing to say',
    },
  );
}
