import type { TableSpec } from './dataset.ts';
import { type Continuation, deriveDelistings, type DerivedSplits, splitActions } from './derived/index.ts';
import type { CorporateAction } from './market.ts';
import { type ActionWorld, readActions } from './read-actions.ts';
import type { LineRow } from './read-lines.ts';
import type { Prices } from './read-prices.ts';
import { type SymbolBook, symbolBook } from './symbol-book.ts';
import type { Reading } from './table-reader.ts';
import { lastAtOrBefore } from './value-as-of.ts';

/** What is known of lines before their corporate actions are. */
export type BeforeActions = {
  prices: Prices;
  /** Lines as the tables of lines have them, by every identifier. */
  described: Map<string, LineRow>;
  firstSymbols: string[];
  listedFrom: Int32Array;
  listedUntil: Int32Array;
  currencyOf: string[];
  continuations: Continuation[];
  splits: DerivedSplits | undefined;
};

/**
 * All corporate actions, those of the tables and those that are derived, and the symbols that follow from them. `listedUntil` is moved where
 * a line is found to have ended earlier.
 */
export async function gatherActions(
  reading: Reading,
  tables: TableSpec[],
  before: BeforeActions,
): Promise<{ actions: CorporateAction[]; book: SymbolBook }> {
  const { prices, described, firstSymbols, listedFrom, listedUntil, currencyOf, continuations, splits } = before;
  const { lines } = prices;
  const actions = continuations.map(
    ({ to, day }): CorporateAction => ({
      line: lines.index.get(to)!,
      exDate: day,
      known: day,
      kind: 'symbol_change',
      symbol: described.get(to)!.symbol ?? to,
      row: 0,
    }),
  );
  const book = symbolBook(firstSymbols, listedFrom, listedUntil, actions);
  const world: ActionWorld = { lines, book, currencyOf, closeBefore: closeBefore(prices), seen: new Map() };
  for (const table of tables) for (const one of await readActions(reading, table, world)) actions.push(one);
  if (splits !== undefined) {
    for (const action of splitActions(splits.splits, actions)) actions.push(action);
    reading.counts.push(splits.count);
  }
  const { delistings } = reading.dataset.derive;
  if (delistings !== undefined) {
    const ends = deriveDelistings(prices, listedUntil, actions, delistings.after);
    for (const action of ends.actions) actions.push(action);
    reading.counts.push(ends.count);
  }
  actions.sort((a, b) => a.exDate - b.exDate || a.line - b.line || a.row - b.row);
  return { actions, book: symbolBook(firstSymbols, listedFrom, listedUntil, actions) };
}

/** The last close of a line before a day, where closes were read. */
function closeBefore({ columns, days }: Prices): (line: number, day: number) => number | undefined {
  const close = columns.find((c) => c.info.name === 'close');
  if (close?.kind !== 'series') return () => undefined;
  return (line, day) => {
    for (let at = lastAtOrBefore(days, 0, days.length, day - 1); at >= 0; at -= 1) {
      const value = close.values[line * days.length + at]!;
      if (!Number.isNaN(value)) return value;
    }
    return undefined;
  };
}
