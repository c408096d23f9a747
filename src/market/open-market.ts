import { createHash } from 'node:crypto';
import { type Diagnostic, isFailure } from '../diagnostics/index.ts';
import { type Database, openDatabase } from './database.ts';
import type { Dataset, TableKind } from './dataset.ts';
import { type DeclaredField, declaredFields, moneyOf } from './declared-fields.ts';
import { checkFields } from './describe-dataset.ts';
import { entityTable } from './entity-table.ts';
import { DATA_CODES, finding } from './finding.ts';
import { lineColumns } from './line-columns.ts';
import { ALWAYS, type Column, type Market, OPEN_END } from './market.ts';
import { readActions } from './read-actions.ts';
import { readConstituents } from './read-constituents.ts';
import { readDataset } from './read-dataset.ts';
import { readDecisions } from './read-decisions.ts';
import { readFx } from './read-fx.ts';
import { readLevels } from './read-levels.ts';
import { type LineRow, readLines } from './read-lines.ts';
import { type Prices, readPrices } from './read-prices.ts';
import { type Entities, readValues } from './read-values.ts';
import { symbolBook } from './symbol-book.ts';
import type { Reading } from './table-reader.ts';

/** What to read of a data set. Days are epoch days, both inclusive; days before `from` are not there to carry values forward. */
export type MarketOptions = { root?: string; fields: Iterable<string>; from?: number; to?: number };

/**
 * Reads a data set into memory: the fields that are asked for, and all actions, rates, decisions, memberships and levels.
 * Nothing is left out in silence: `market.counts` says what was, and why.
 *
 * @param path a folder that holds `dataset.yaml`, or such a file
 * @returns the market, or findings that each name file, row, column and value
 */
export async function openMarket(
  path: string,
  options: MarketOptions,
): Promise<{ market: Market } | { diagnostics: Diagnostic[] }> {
  const read = readDataset(path, options.root);
  if ('diagnostics' in read) return read;
  const { dataset } = read;
  const declared = declaredFields(dataset);
  const infos = [...declared.fields.values()].map((f) => f.info);
  const asked = [...new Set(options.fields)];
  const early = [
    ...declared.diagnostics,
    ...checkFields({ file: dataset.file, fields: infos }, asked),
    ...pricesAreThere(dataset),
  ];
  if (early.length > 0) return { diagnostics: early };
  const database = await openDatabase();
  try {
    return await readMarket(database, dataset, withHelpers(asked, declared.fields), { ...options, fields: asked });
  } catch (error) {
    if (isFailure(error)) return { diagnostics: error.diagnostics };
    throw error;
  } finally {
    database.close();
  }
}

async function readMarket(
  database: Database,
  dataset: Dataset,
  fields: DeclaredField[],
  options: MarketOptions,
): Promise<{ market: Market } | { diagnostics: Diagnostic[] }> {
  const asked = new Set(options.fields);
  const reading: Reading = { database, dataset, diagnostics: [], counts: [], digests: new Map() };
  const tables = (kind: TableKind) => dataset.tables.filter((t) => t.kind === kind);
  const of = (kind: TableKind) => fields.filter((f) => f.table.kind === kind);
  const described = await readLines(reading, tables('lines'), of('lines'));
  const ids = tables('lines').length === 0 ? undefined : [...described.keys()];
  const range = { from: options.from ?? ALWAYS, to: options.to ?? OPEN_END };
  const prices = await readPrices(reading, tables('prices'), of('prices'), ids, range);
  if (prices === undefined) return { diagnostics: reading.diagnostics };
  const { days, lines } = prices;
  const rows = lines.ids.map((id) => described.get(id));
  const companyNames = lines.ids.map((id, line) => rows[line]?.company ?? id);
  const companies = entityTable(companyNames);
  const { listedFrom, listedUntil } = listings(prices, rows);
  const currencyOf = lines.ids.map(
    (id, line) =>
      rows[line]?.currency ??
      prices.currencies.get(id) ??
      tables('prices')[0]?.roles.currency?.constant?.toString() ??
      '',
  );
  const firstSymbols = lines.ids.map((id, line) => rows[line]?.symbol ?? id);
  const bookBefore = symbolBook(firstSymbols, listedFrom, listedUntil, []);
  const actions = [];
  for (const table of tables('actions')) actions.push(...(await readActions(reading, table, lines, bookBefore)));
  actions.sort((a, b) => a.exDate - b.exDate || a.line - b.line || a.row - b.row);
  const book = symbolBook(firstSymbols, listedFrom, listedUntil, actions);
  const groups = new Map();
  const entities: Entities = { lines, companies, groups, currencyOf, book };
  const columns: Column[] = [...prices.columns, ...lineColumns(of('lines'), rows)];
  for (const table of tables('values')) {
    const own = fields.filter((f) => f.table === table);
    if (own.length > 0) columns.push(...(await readValues(reading, table, own, entities)));
  }
  const constituents = [];
  for (const table of tables('constituents'))
    constituents.push(...(await readConstituents(reading, table, lines, book, days[0] ?? ALWAYS)));
  const decisions = [];
  for (const table of tables('decisions')) decisions.push(...(await readDecisions(reading, table)));
  const fx = [];
  for (const table of tables('fx')) fx.push(...(await readFx(reading, table)));
  const levels = [];
  for (const table of tables('levels')) levels.push(...(await readLevels(reading, table)));
  reading.diagnostics.push(...currenciesAreThere(dataset, fields, currencyOf));
  if (reading.diagnostics.length > 0) return { diagnostics: reading.diagnostics };
  const market: Market = {
    digest: digest(dataset, reading),
    name: dataset.name,
    days,
    lines,
    companies,
    groups,
    companyOf: Int32Array.from(companyNames, (name) => companies.index.get(name)!),
    listedFrom,
    listedUntil,
    currencyOf,
    symbolOf: book.of,
    nameOf: (line) => rows[line]?.name ?? lines.ids[line]!,
    fields: new Map(columns.filter((c) => asked.has(c.info.name)).map((column) => [column.info.name, column])),
    fx,
    actions,
    decisions: decisions.sort((a, b) => a.date - b.date || a.row - b.row),
    constituents,
    levels,
    counts: reading.counts,
  };
  return { market };
}

/** The fields asked for, and those that finding their spikes needs. */
function withHelpers(asked: string[], declared: Map<string, DeclaredField>): DeclaredField[] {
  const helpers = asked.flatMap((name) => declared.get(name)?.spec.spike?.relative_to ?? []);
  return [...new Set([...asked, ...helpers])].map((name) => declared.get(name)!);
}

/** First and last day of listing: as the table of lines says, else the first and last day that has a price row. */
function listings(prices: Prices, rows: (LineRow | undefined)[]): { listedFrom: Int32Array; listedUntil: Int32Array } {
  const { days, lines, seen } = prices;
  const width = days.length;
  const listedFrom = new Int32Array(lines.ids.length).fill(OPEN_END);
  const listedUntil = new Int32Array(lines.ids.length).fill(ALWAYS);
  for (let line = 0; line < lines.ids.length; line += 1) {
    const start = line * width;
    const first = seen.indexOf(1, start);
    if (first >= 0 && first < start + width) {
      listedFrom[line] = days[first - start]!;
      listedUntil[line] = days[seen.lastIndexOf(1, start + width - 1) - start]!;
    }
    listedFrom[line] = rows[line]?.listedFrom ?? listedFrom[line]!;
    listedUntil[line] = rows[line]?.listedUntil ?? listedUntil[line]!;
  }
  return { listedFrom, listedUntil };
}

function pricesAreThere(dataset: Dataset): Diagnostic[] {
  if (dataset.tables.some((t) => t.kind === 'prices')) return [];
  return [
    finding(DATA_CODES.datasetShape, 'The data set has no table of prices', [dataset.locate(['tables'])], {
      help: 'Add a table `prices:` with one row for each line and day',
    }),
  ];
}

function currenciesAreThere(dataset: Dataset, fields: DeclaredField[], currencyOf: string[]): Diagnostic[] {
  const field = fields.find((f) => moneyOf(f.info.unit) === 'currency');
  if (field === undefined || !currencyOf.includes('')) return [];
  const message = `\`${field.info.name}\` is in each line's own currency, and the data set does not say what that is`;
  return [
    finding(DATA_CODES.badDeclaration, message, [dataset.locate([...field.path, 'unit'])], {
      help: 'Add `currency:` to the table of lines, as a column or as `{constant: USD}`',
    }),
  ];
}

/** SHA-256 over the description and the digest of each file that was read, in canonical order. */
function digest(dataset: Dataset, reading: Reading): string {
  const hash = createHash('sha256').update(dataset.text);
  for (const [label, sha256] of [...reading.digests].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    hash.update(`\n${label} ${sha256}`);
  return hash.digest('hex');
}
