import { isoDate } from '../calendar/index.ts';
import type { TableSpec } from './dataset.ts';
import { type DeclaredField, moneyOf } from './declared-fields.ts';
import { entityTable } from './entity-table.ts';
import { type Faults, faultsOf } from './faults.ts';
import { DATA_CODES, finding } from './finding.ts';
import { ALWAYS, type Column, type EntityTable, OPEN_END } from './market.ts';
import { priceCurrencies } from './price-currencies.ts';
import { createCodes, type DayRange, type PriceFile, priceKeys, priceTexts } from './price-table.ts';
import { type PriceScan, type PriceTarget, scanPrices } from './scan-prices.ts';
import { blankSpikes } from './spikes.ts';
import {
  cellsFor,
  emptyTable,
  filteredRows,
  finishTable,
  openTable,
  type Reading,
  type WantedCell,
} from './table-reader.ts';

/** What price rows say: the days, the lines, the dense columns, and which positions have a row. */
export type Prices = {
  days: Int32Array;
  lines: EntityTable;
  columns: Column[];
  seen: Uint8Array;
  currencies: Map<string, string>;
};

const MOST_BYTES = 12 * 2 ** 30;

/**
 * Reads the tables of prices into dense columns. Tables with the same fields are read as one, so that a line and day has a row in
 * one of them only.
 *
 * @param known identifiers of the lines, where a table of lines gives them; else the lines are those that have a price row
 */
export async function readPrices(
  reading: Reading,
  tables: TableSpec[],
  fields: DeclaredField[],
  known: string[] | undefined,
  range: DayRange,
): Promise<Prices | undefined> {
  const { database, dataset } = reading;
  const opened: PriceTable[] = [];
  for (const table of tables) opened.push(await openPriceTable(reading, table, fields));
  const files = opened.flatMap((o) => o.files);
  if (reading.diagnostics.length > 0) return undefined;
  const currencies = await priceCurrencies(database, files);
  const keys = await priceKeys(database, files, range, known === undefined);
  const lines = entityTable(known ?? keys.ids);
  const cells = lines.ids.length * keys.days.length;
  if (cells * (1 + 8 * fields.length) > MOST_BYTES) {
    const message = `${lines.ids.length.toLocaleString('en')} lines on ${keys.days.length.toLocaleString('en')} days with ${fields.length} fields are more than fits into memory`;
    reading.diagnostics.push(
      finding(DATA_CODES.tooLarge, message, [dataset.locate(['tables', tables[0]!.name])], {
        help: 'Read fewer days with `--from` and `--to`, or keep the lines that matter with `where`',
      }),
    );
    return undefined;
  }
  await createCodes(database, 'line_code', lines.ids);
  const seen = new Uint8Array(cells);
  const columns: Column[] = [];
  await database.run('SET preserve_insertion_order = false');
  for (const group of Object.values(Object.groupBy(opened, (o) => Object.keys(o.table.fields).sort().join()))) {
    const own = fields.filter((f) => f.info.name in group![0]!.table.fields);
    const groupFiles = group!.flatMap((o) => o.files);
    const targets: PriceTarget[] = [];
    for (const { info } of own) {
      const key = info.name;
      if (info.type === 'text') {
        const dictionary = await priceTexts(database, groupFiles, key);
        const type = `text_code_${columns.length}`;
        await createCodes(database, type, dictionary);
        const codes = new Int32Array(cells).fill(-1);
        targets.push({ key, codes, type });
        columns.push({ info, kind: 'series-text', domain: 'line', codes, dictionary });
      } else {
        const values = new Float64Array(cells).fill(Number.NaN);
        targets.push({ key, values });
        columns.push({ info, kind: 'series', domain: 'line', values });
      }
    }
    const groupSeen = group!.length === opened.length ? seen : new Uint8Array(cells);
    for (const { table, files, faults } of group!) {
      const scan: PriceScan = { read: 0, used: 0, missing: new Map() };
      for (const file of files) await scanPrices(database, file, targets, keys.days, range, groupSeen, scan);
      const sources = files.map((f) => f.file);
      const filtered = await filteredRows(reading, table, sources);
      const bounded = range.from > ALWAYS || range.to < OPEN_END;
      if (scan.read + filtered === 0 && !bounded) reading.diagnostics.push(emptyTable(dataset, table, sources));
      finishTable(reading, table, faults, scan, filtered);
    }
    if (groupSeen !== seen) for (let i = 0; i < cells; i += 1) if (groupSeen[i] === 1) seen[i] = 1;
  }
  await database.run('SET preserve_insertion_order = true');
  for (const field of fields) leaveOutSpikes(reading, field, columns, lines, keys.days);
  for (const field of fields) fillOtherwise(field, columns, seen);
  return { days: keys.days, lines, columns, seen, currencies };
}

type PriceTable = { table: TableSpec; files: PriceFile[]; faults: Faults };

async function openPriceTable(reading: Reading, table: TableSpec, fields: DeclaredField[]): Promise<PriceTable> {
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

function leaveOutSpikes(
  reading: Reading,
  field: DeclaredField,
  columns: Column[],
  lines: EntityTable,
  days: Int32Array,
): void {
  const { spike } = field.spec;
  const column = columns.find((c) => c.info === field.info);
  if (spike === undefined || column?.kind !== 'series') return;
  const width = days.length;
  const relative = columns.find((c) => c.info.name === spike.relative_to);
  const divisor = relative?.kind === 'series' ? relative.values : undefined;
  const blanked = blankSpikes(column.values, width, spike.factor, spike.within, divisor);
  if (blanked.length === 0) return;
  const examples = blanked
    .slice(0, 3)
    .map((at) => `${lines.ids[Math.floor(at / width)]} on ${isoDate(days[at % width]!)}`);
  const over = spike.relative_to === undefined ? '' : ` over \`${spike.relative_to}\``;
  const reason = `\`${field.info.name}\`${over} is more than ${spike.factor} times, or less than a part in ${spike.factor} of, the values before and after it (the value, not the row)`;
  reading.counts.find((c) => c.table === field.table.name)?.leftOut.push({ reason, rows: blanked.length, examples });
}

/** A daily field's `otherwise` stands in every row that has no value of its own. */
function fillOtherwise(field: DeclaredField, columns: Column[], seen: Uint8Array): void {
  const column = columns.find((c) => c.info === field.info);
  if (field.spec.otherwise === undefined || column?.kind !== 'series') return;
  const value = Number(field.spec.otherwise);
  for (let i = 0; i < seen.length; i += 1)
    if (seen[i] === 1 && Number.isNaN(column.values[i]!)) column.values[i] = value;
}
