import type { TableSpec } from './dataset.ts';
import { type DeclaredField, moneyOf } from './declared-fields.ts';
import { entityTable } from './entity-table.ts';
import { type Faults, faultsOf } from './faults.ts';
import { DATA_CODES, finding } from './finding.ts';
import { ALWAYS, type Column, type EntityTable, type FieldInfo, OPEN_END } from './market.ts';
import { priceCurrencies } from './price-currencies.ts';
import { fillGaps, type PriceTarget } from './place-rows.ts';
import { createCodes, type DayRange, type PriceFile, priceKeys } from './price-table.ts';
import { LINE_CODE, type PriceGrid, type PriceScan, scanPrices } from './scan-prices.ts';
import {
  cellsFor,
  emptyTable,
  filteredRows,
  finishTable,
  openTable,
  type Reading,
  type WantedCell,
} from './table-reader.ts';
import { textCodes } from './text-codes.ts';

/** What price rows say: the days, the lines, the dense columns, and which positions have a row. */
export type Prices = {
  days: Int32Array;
  lines: EntityTable;
  columns: Column[];
  seen: Uint8Array;
  currencies: Map<string, string>;
};

const MOST_BYTES = 12 * 2 ** 30;

/** A table of prices whose files have been looked at. */
export type PriceTable = { table: TableSpec; files: PriceFile[]; faults: Faults };

/**
 * Reads the tables of prices into dense columns. Tables with the same fields are read as one, so that a line and day has a row in
 * one of them only. Spikes are still there.
 *
 * @param known identifiers of the lines, where a table of lines gives them; else the lines are those that have a price row
 * @param aliases other identifiers of lines, each with that under which the line is known
 */
export async function readPrices(
  reading: Reading,
  opened: PriceTable[],
  fields: DeclaredField[],
  known: string[] | undefined,
  aliases: Map<string, string>,
  range: DayRange,
): Promise<Prices | undefined> {
  const { database, dataset } = reading;
  const files = opened.flatMap((o) => o.files);
  const currencies = await priceCurrencies(database, files);
  const keys = await priceKeys(database, files, range, known === undefined);
  const lines = entityTable(known ?? keys.ids);
  const cells = lines.ids.length * keys.days.length;
  if (cells * (1 + 8 * fields.length) > MOST_BYTES) {
    const message = `${lines.ids.length.toLocaleString('en')} lines on ${keys.days.length.toLocaleString('en')} days with ${fields.length} fields are more than fits into memory`;
    reading.diagnostics.push(
      finding(DATA_CODES.tooLarge, message, [dataset.locate(['tables', opened[0]!.table.name])], {
        help: 'Read fewer days with `--from` and `--to`, or keep the lines that matter with `where`',
      }),
    );
    return undefined;
  }
  for (const [alias, id] of aliases) lines.index.set(alias, lines.index.get(id)!);
  const ids = [...lines.ids, ...aliases.keys()];
  await createCodes(database, LINE_CODE, ids);
  const lineOf = Int32Array.from(ids, (id) => lines.index.get(id)!);
  const seen = new Uint8Array(cells);
  const columns: Column[] = [];
  await database.run('SET preserve_insertion_order = false');
  // Rows of Parquet come faster from one thread than they are placed; a second one would only make both wait for each other.
  if (files.every((f) => f.file.format === 'parquet')) await database.run('SET threads = 1');
  for (const group of Object.values(Object.groupBy(opened, (o) => Object.keys(o.table.fields).sort().join()))) {
    const own = fields.filter((f) => f.info.name in group![0]!.table.fields);
    const targets: PriceTarget[] = [];
    for (const { info } of own) {
      const key = info.name;
      if (info.type === 'text')
        targets.push({ kind: 'text', key, codes: new Int32Array(cells), dictionary: textCodes([], true) });
      else targets.push({ kind: 'number', key, values: new Float64Array(cells) });
    }
    const groupSeen = group!.length === opened.length ? seen : new Uint8Array(cells);
    for (const { table, files, faults } of group!) {
      const scan: PriceScan = { read: 0, used: 0, missing: new Map() };
      const grid: PriceGrid = { ids: textCodes(ids, false), lineOf, days: keys.days, seen: groupSeen };
      for (const file of files) await scanPrices(database, file, targets, grid, range, scan);
      const sources = files.map((f) => f.file);
      const filtered = await filteredRows(reading, table, sources);
      const bounded = range.from > ALWAYS || range.to < OPEN_END;
      if (scan.read + filtered === 0 && !bounded) reading.diagnostics.push(emptyTable(dataset, table, sources));
      finishTable(reading, table, faults, scan, filtered);
    }
    for (const [i, target] of targets.entries()) {
      fillGaps(target, groupSeen);
      columns.push(columnOf(own[i]!.info, target));
    }
    if (groupSeen !== seen) for (let i = 0; i < cells; i += 1) if (groupSeen[i] === 1) seen[i] = 1;
  }
  await database.run('RESET threads');
  await database.run('SET preserve_insertion_order = true');
  return { days: keys.days, lines, columns, seen, currencies };
}

/** The column that a target has become; texts in canonical order. */
function columnOf(info: FieldInfo, target: PriceTarget): Column {
  if (target.kind === 'number') return { info, kind: 'series', domain: 'line', values: target.values };
  const { codes, dictionary: read } = target;
  const { ids: dictionary, index } = entityTable(read.texts);
  const places = Int32Array.from(['', ...read.texts], (text) => index.get(text) ?? -1);
  for (let i = 0; i < codes.length; i += 1) codes[i] = places[codes[i]! + 1]!;
  return { info, kind: 'series-text', domain: 'line', codes, dictionary };
}

/** Looks at the files of a table of prices; what is wrong with them is told to `reading`. */
export async function openPriceTable(reading: Reading, table: TableSpec, fields: DeclaredField[]): Promise<PriceTable> {
  const own = fields.flatMap((f) => {
    const spec = table.fields[f.info.name];
    return spec === undefined ? [] : [{ ...f, spec, table }];
  });
  const wanted: WantedCell[] = [
    { key: 'line', spec: table.roles.line!, type: 'text', rule: { required: true } },
    { key: 'date', spec: table.roles.date!, type: 'date', rule: { required: true } },
    ...own.map((f): WantedCell => ({ key: f.info.name, spec: f.spec, type: f.info.type, rule: signRule(f) })),
  ];
  const { currency } = table.roles;
  const more: WantedCell[] = currency === undefined ? [] : [{ key: 'currency', spec: currency, type: 'text' }];
  const sources = await openTable(reading, table, [...wanted, ...more]);
  const faults = faultsOf(reading.dataset, table);
  const files = sources.map((file): PriceFile => {
    const [line, date, ...cells] = cellsFor(wanted, file);
    return {
      table,
      file,
      line: line!,
      date: date!,
      fields: cells.map((cell, i) => ({ field: own[i]!, cell })),
      faults,
    };
  });
  return { table, files, faults };
}

/** Prices are above zero and other daily numbers not below it, where the data set does not allow otherwise. */
function signRule(field: DeclaredField): NonNullable<WantedCell['rule']> {
  const allowed = field.spec.allow ?? [];
  const isPrice = moneyOf(field.info.unit) !== undefined && / per /.test(field.info.unit ?? '');
  return {
    negative: allowed.includes('negative') ? 'allowed' : 'fault',
    zero: isPrice && !allowed.includes('zero') ? 'fault' : 'allowed',
  };
}
