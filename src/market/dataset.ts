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
  'sessions',
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
  /** For the first day of listing: the ISO date that stands for that of lines which were there when the data begin. */
  at_start?: string;
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
  /** No file need be there; that there was none is told with the table's counts. */
  optional: boolean;
  badRows: 'stop' | 'leave_out';
  unknownLines: 'stop' | 'leave_out';
  /** Columns with a fixed role, by role. */
  roles: Record<string, CellSpec>;
  fields: Record<string, CellSpec>;
};

/** How splits are found where no table has them. Ratios are new shares for one old; tolerances are fractions. */
export type SplitDerivation = {
  /** Daily field of the close, and that of the company's value, which a split leaves as it is. */
  price: string;
  value: string;
  ratios: { name: string; ratio: number }[];
  priceTolerance: number;
  sharesTolerance: number;
  /** Observations before and after that are looked at. */
  within: number;
};

/** What a data set declares to be derived from its other tables. */
export type Derivations = {
  splits?: SplitDerivation;
  /** A line of a company that begins within so many calendar days after another ended, and has these texts in common, is the same. */
  symbolChanges?: { within: number; same: string[] };
  /** A line that ends before the last day of prices was delisted on the next; without a row for the last `after` days it has ended. */
  delistings?: { after: number };
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
  derive: Derivations;
  /** The place of a key in the file: `['tables', 'prices', 'fields', 'close']`. */
  locate(path: (string | number)[]): Span;
};
