import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Database } from './database.ts';
import type { Dataset, TableKind } from './dataset.ts';
import type { DeclaredField } from './declared-fields.ts';
import { deriveSplits } from './derived/index.ts';
import { entityTable } from './entity-table.ts';
import { finishPrices } from './finish-prices.ts';
import { gatherActions } from './gather-actions.ts';
import { joinLines } from './join-lines.ts';
import { lineColumns } from './line-columns.ts';
import { ALWAYS, type Column, type Market, OPEN_END } from './market.ts';
import type { MarketOptions } from './market-options.ts';
import { readConstituents } from './read-constituents.ts';
import { readDecisions } from './read-decisions.ts';
import { readFx } from './read-fx.ts';
import { readLevels } from './read-levels.ts';
import { closesAreInCurrency, currenciesAreThere, fixedCurrency } from './line-currencies.ts';
import { type LineRow, readLines } from './read-lines.ts';
import { openPriceTable, type Prices, type PriceTable, readPrices } from './read-prices.ts';
import { type Entities, readValues } from './read-values.ts';
import { readSessions } from './read-sessions.ts';
import type { Reading } from './table-reader.ts';

/** Reads the tables of a data set whose description is sound. */
export async function readMarket(
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
  const range = { from: options.from ?? ALWAYS, to: options.to ?? OPEN_END };
  const opened: PriceTable[] = [];
  for (const table of tables('prices')) opened.push(await openPriceTable(reading, table, of('prices')));
  if (reading.diagnostics.length > 0) return { diagnostics: reading.diagnostics };
  const joined = await joinLines(reading, described, opened, range.to);
  const ids = tables('lines').length === 0 ? undefined : [...joined.rows.keys()];
  const prices = await readPrices(reading, opened, of('prices'), ids, joined.aliases, range);
  if (prices === undefined) return { diagnostics: reading.diagnostics };
  const { days, lines } = prices;
  const { derive } = dataset;
  const splits = derive.splits === undefined ? undefined : deriveSplits(prices, derive.splits);
  finishPrices(
    reading,
    of('prices'),
    prices,
    splits === undefined ? undefined : { price: derive.splits!.price, splits: splits.splits },
  );
  const rows = lines.ids.map((id) => joined.rows.get(id));
  const companyNames = lines.ids.map((id, line) => rows[line]?.company ?? id);
  const companies = entityTable(companyNames);
  const { listedFrom, listedUntil } = listings(prices, rows);
  const closeCurrency = fixedCurrency(tables('prices')[0]?.fields.close?.unit);
  const currencyOf = lines.ids.map(
    (id, line) =>
      rows[line]?.currency ??
      prices.currencies.get(id) ??
      tables('prices')[0]?.roles.currency?.constant?.toString() ??
      closeCurrency ??
      '',
  );
  const firstSymbols = lines.ids.map((id, line) => rows[line]?.symbol ?? id);
  const { continuations } = joined;
  const known = { prices, described, firstSymbols, listedFrom, listedUntil, currencyOf, continuations, splits };
  const { actions, book } = await gatherActions(reading, tables('actions'), known);
  const groups = new Map();
  const since = new Map(continuations.map(({ to, day }) => [to, day]));
  const entities: Entities = { lines, companies, groups, currencyOf, book, since };
  const columns: Column[] = [...prices.columns, ...lineColumns(of('lines'), rows)];
  for (const table of tables('values')) {
    const own = fields.filter((f) => f.table === table);
    if (own.length > 0) for (const one of await readValues(reading, table, own, entities)) columns.push(one);
  }
  const constituents = [];
  for (const table of tables('constituents'))
    for (const one of await readConstituents(reading, table, lines, book, days[0] ?? ALWAYS)) constituents.push(one);
  const decisions = [];
  for (const table of tables('decisions'))
    for (const one of await readDecisions(reading, table, entities)) decisions.push(one);
  const fx = [];
  for (const table of tables('fx')) for (const one of await readFx(reading, table)) fx.push(one);
  const levels = [];
  for (const table of tables('levels')) for (const one of await readLevels(reading, table)) levels.push(one);
  const calendars = await readSessions(reading, tables('sessions'));
  reading.diagnostics.push(
    ...currenciesAreThere(dataset, fields, currencyOf, rows),
    ...closesAreInCurrency(dataset, tables('prices'), lines.ids, currencyOf),
  );
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
    calendars,
    counts: reading.counts,
  };
  return { market };
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

/** SHA-256 over the description and the digest of each file that was read, in canonical order. */
function digest(dataset: Dataset, reading: Reading): string {
  const hash = createHash('sha256').update(dataset.text);
  for (const [label, sha256] of [...reading.digests].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    hash.update(`\n${label} ${sha256}`);
  return hash.digest('hex');
}
