import type { Span } from '../diagnostics/index.ts';

export const TABLE_KINDS = [
  'prices',
  'lines',
  'values',
  'actions',
  'fx',
  'decisions',
  'constituents',
  'levels',
] as const;

export type TableKind = (typeof TABLE_KINDS)[number];

/** Where the value of a field, or of a column with a fixed role, comes from and how it is read. */
export type CellSpec = {
  column?: string;
  constant?: string | number | boolean;
  /** As written; `percent` and `%` mean that the file gives 12.5 for 12.5 %. */
  unit?: string;
  type?: 'number' | 'text' | 'date' | 'yes/no';
  /** Replaces texts of the file; with `others: keep` texts that it does not name stay, without it they are errors. */
  map?: Record<string, string | boolean>;
  others?: 'keep';
  /** Power of ten that the file's number is multiplied with. */
  scale?: number;
  /** Values of the file that mean "not known". */
  missing?: (string | number)[];
  /** Value of an entity that the table does not name. */
  otherwise?: string | number | boolean;
  allow?: ('zero' | 'negative')[];
  /**
   * An observation more than `factor` times those on both sides, or less than that part of them, for at most `within`
   * observations, is left out and counted; with `relative_to` it is the value divided by another field's that is looked at.
   */
  spike?: { factor: number; within: number; relative_to?: string };
  optional?: boolean;
};

/** One table of a data set, as declared. */
export type TableSpec = {
  name: string;
  kind: TableKind;
  files: string[];
  separator: string;
  where: Record<string, (string | number | boolean)[]>;
  /** What rows keyed by these name: `line`, `company`, `market` or the name of a grouping. */
  domain: string;
  /** How a line is named in the table: by its identifier or by the symbol in force on the row's date. */
  lineBy: 'line' | 'symbol';
  /** When a row was known: on its own date, on every day, or on the date in a column. */
  known: 'date' | 'always' | { column: string };
  /** For constituents: rows are intervals, or each date lists the whole membership until the next. */
  shape: 'intervals' | 'snapshots';
  badRows: 'stop' | 'leave_out';
  unknownLines: 'stop' | 'leave_out';
  /** Columns with a fixed role, by role. */
  roles: Record<string, CellSpec>;
  fields: Record<string, CellSpec>;
};

/** A data set as declared in `dataset.yaml`, with the place of everything in that file. */
export type Dataset = {
  name: string;
  /** Path of `dataset.yaml`. */
  file: string;
  /** Folder that table paths are relative to; paths that begin with `./` are relative to the folder of `dataset.yaml`. */
  root: string;
  text: string;
  tables: TableSpec[];
  /** The place of a key in the file: `['tables', 'prices', 'fields', 'close']`. */
  locate(path: (string | number)[]): Span;
};
