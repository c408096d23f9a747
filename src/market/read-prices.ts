import { isoDate } from '../calendar/index.ts';
import type { TableSpec } from './dataset.ts';
import { type DeclaredField, moneyOf } from './declared-fields.ts';
import { entityTable } from './entity-table.ts';
import { faultsOf } from './faults.ts';
import { DATA_CODES, finding } from './finding.ts';
import type { Column, EntityTable } from './market.ts';
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
 * Reads the tables of prices into dense columns.
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
  const files: PriceFile[] = [];
  const byTable = new Map<TableSpec, PriceFile[]>();
  for (const table of tables) {
    const own = fields.filter((f) => f.table === table);
    const wanted: WantedCell[] = [
      { key: 'line', spec: table.roles.line!, type: 'text', rule: { required: true } },
      { key: 'date', spec: table.roles.date!, type: 'date', rule: { required: true } },
      ...own.map((f): WantedCell => ({ key: f.info.name, spec: f.spec, type: f.info.type, rule: signRule(f) })),
    ];
    const currency = table.roles.currency;
    const sources = await openTable(reading, table, [
      ...wanted,
      ...(currency === undefined ? [] : [{ key: 'currency', spec: currency, type: 'text' } as const]),
    ]);
    const faults = faultsOf(dataset, table);
    const opened = sources.map((file): PriceFile => {
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
    byTable.set(table, opened);
    files.push(...opened);
  }
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
  for (const [table, opened] of byTable) {
    const own = fields.filter((f) => f.table === table);
    const targets: PriceTarget[] = [];
    for (const [i, field] of own.entries()) {
      const key = field.info.name;
      if (field.info.type === 'text') {
        const dictionary = await priceTexts(database, opened, key);
        const type = `text_code_${columns.length + i}`;
        await createCodes(database, type, dictionary);
        const codes = new Int32Array(cells).fill(-1);
        targets.push({ key, codes, type });
        columns.push({ info: field.info, kind: 'series-text', domain: 'line', codes, dictionary });
      } else {
        const values = new Float64Array(cells).fill(Number.NaN);
        targets.push({ key, values });
        columns.push({ info: field.info, kind: 'series', domain: 'line', values });
      }
    }
    const scan: PriceScan = { read: 0, used: 0, missing: new Map() };
    const ownSeen = byTable.size === 1 ? seen : new Uint8Array(cells);
    for (const file of opened) await scanPrices(database, file, targets, keys.days, range, ownSeen, scan);
    if (ownSeen !== seen) for (let i = 0; i < cells; i += 1) if (ownSeen[i] === 1) seen[i] = 1;
    const faults = opened[0]?.faults ?? faultsOf(dataset, table);
    const sources = opened.map((o) => o.file);
    const filtered = await filteredRows(reading, table, sources);
    const bounded = range.from > -2147483648 || range.to < 2147483647;
    if (scan.read + filtered === 0 && !bounded) reading.diagnostics.push(emptyTable(dataset, table, sources));
    finishTable(reading, table, faults, scan, filtered);
  }
  await database.run('SET preserve_insertion_order = true');
  for (const field of fields) leaveOutSpikes(reading, field, columns, lines, keys.days);
  for (const field of fields) fillOtherwise(field, columns, seen);
  return { days: keys.days, lines, columns, seen, currencies };
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
