import { type CellSpec, type Derivations, TABLE_KINDS, type TableKind, type TableSpec } from './dataset.ts';

type RawCell = string | CellSpec;

type RawTable = Record<string, unknown> & {
  kind?: TableKind;
  files: string | string[];
  separator?: string;
  where?: TableSpec['where'];
  known: TableSpec['known'];
  optional?: boolean;
  on_bad_rows?: TableSpec['badRows'];
  unknown_lines?: TableSpec['unknownLines'];
  group?: Record<string, RawCell>;
  fields?: Record<string, RawCell>;
};

/** What `dataset.yaml` holds once its shape has been checked. */
export type RawDataset = {
  dataset: string;
  about?: string;
  tables: Record<string, RawTable>;
  derive?: {
    splits?: {
      price: string;
      value: string;
      ratios: string[];
      price_tolerance: number;
      shares_tolerance: number;
      within: number;
    };
    symbol_changes?: { within: number; same: string[] };
    delistings?: { after: number };
  };
};

const ROLES = [
  'line',
  'company',
  'symbol',
  'name',
  'currency',
  'listed_from',
  'listed_until',
  'date',
  'symbol_key',
  'ex_date',
  'action',
  'ratio',
  'amount',
  'price',
  'other',
  'value',
  'base',
  'quote',
  'rate',
  'event',
  'subject',
  'field',
  'author',
  'reason',
  'index',
  'from',
  'until',
  'variant',
  'calendar',
] as const;

/** The tables of a data set, every shorthand written out. */
export function declaredTables(raw: RawDataset): TableSpec[] {
  return Object.entries(raw.tables).map(([name, table]) => {
    const roles: Record<string, CellSpec> = {};
    for (const role of ROLES) if (role in table) roles[role] = cell(table[role] as RawCell);
    const group = Object.entries(table.group ?? {})[0];
    if (group !== undefined) roles.group = cell(group[1]);
    const keyedBySymbol = roles.symbol_key !== undefined || (roles.line === undefined && roles.symbol !== undefined);
    return {
      name,
      kind: table.kind ?? TABLE_KINDS.find((k) => k === name)!,
      files: typeof table.files === 'string' ? [table.files] : table.files,
      separator: table.separator ?? ',',
      where: table.where ?? {},
      domain:
        group !== undefined
          ? group[0]
          : roles.company !== undefined && roles.line === undefined
            ? 'company'
            : table.market === true
              ? 'market'
              : 'line',
      lineBy: keyedBySymbol ? 'symbol' : 'line',
      known: table.known,
      shape: roles.date !== undefined ? 'snapshots' : 'intervals',
      optional: table.optional === true,
      badRows: table.on_bad_rows ?? 'stop',
      unknownLines: table.unknown_lines ?? 'stop',
      roles,
      fields: Object.fromEntries(Object.entries(table.fields ?? {}).map(([field, spec]) => [field, cell(spec)])),
    };
  });
}

/** What a data set derives, every shorthand written out. */
export function declaredDerivations({ derive }: RawDataset): Derivations {
  const { splits, symbol_changes: symbolChanges, delistings } = derive ?? {};
  return {
    ...(splits === undefined
      ? {}
      : {
          splits: {
            price: splits.price,
            value: splits.value,
            ratios: splits.ratios.map((name) => {
              const [after, before] = name.split(':').map(Number);
              return { name, ratio: after! / before! };
            }),
            priceTolerance: splits.price_tolerance,
            sharesTolerance: splits.shares_tolerance,
            within: splits.within,
          },
        }),
    ...(symbolChanges === undefined ? {} : { symbolChanges }),
    ...(delistings === undefined ? {} : { delistings }),
  };
}

function cell(raw: RawCell): CellSpec {
  return typeof raw === 'string' ? { column: raw } : raw;
}
