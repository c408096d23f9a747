import { type CorporateAction, OPEN_END } from './market.ts';

/** A symbol that a line had, from a day until the day before `until`. */
export type SymbolUse = { line: number; symbol: string; from: number; until: number };

/** Which symbols lines had when. */
export type SymbolBook = {
  /** The symbol of a line on a day. */
  of(line: number, day: number): string;
  /** Every use of a symbol, by day. A line's first use reaches back to its first day of listing, its last to its last. */
  uses(symbol: string): SymbolUse[];
};

/**
 * @param first symbol of each line when it was first listed
 * @param listedFrom first and last day of listing of each line
 * @param changes corporate actions; those that change a symbol count, in the order of their days
 */
export function symbolBook(
  first: string[],
  listedFrom: Int32Array,
  listedUntil: Int32Array,
  changes: CorporateAction[],
): SymbolBook {
  const byLine = new Map<number, SymbolUse[]>();
  let bySymbol: Map<string, SymbolUse[]> | undefined;
  const listOf = (line: number): SymbolUse[] => {
    const until = listedUntil[line]! === OPEN_END ? OPEN_END : listedUntil[line]! + 1;
    return byLine.get(line) ?? [{ line, symbol: first[line]!, from: listedFrom[line]!, until }];
  };
  for (const change of changes) {
    if (change.kind !== 'symbol_change' || change.symbol === undefined) continue;
    const uses = listOf(change.line);
    const last = uses.at(-1)!;
    byLine.set(change.line, [
      ...uses.slice(0, -1),
      { ...last, until: change.exDate },
      { line: change.line, symbol: change.symbol, from: change.exDate, until: last.until },
    ]);
  }
  return {
    of: (line, day) =>
      (byLine.get(line)?.findLast((use) => use.from <= day) ?? byLine.get(line)?.[0])?.symbol ?? first[line]!,
    uses(symbol) {
      bySymbol ??= Map.groupBy(
        first.flatMap((_, line) => listOf(line)),
        (use) => use.symbol,
      );
      return (bySymbol.get(symbol) ?? []).toSorted((a, b) => a.from - b.from);
    },
  };
}

/** The lines that have a symbol on a day. */
export function linesWithSymbol(book: SymbolBook, symbol: string, day: number): number[] {
  return [...new Set(book.uses(symbol).flatMap((use) => (use.from <= day && day < use.until ? [use.line] : [])))];
}

/** The one line that a symbol stands for on a day: the line that has it then, or the only line that ever has it. */
export function lineOfSymbol(book: SymbolBook, symbol: string, day: number): number | undefined {
  const uses = book.uses(symbol);
  const then = uses.filter((use) => use.from <= day && day < use.until);
  const lines = new Set((then.length > 0 ? then : uses).map((use) => use.line));
  return lines.size === 1 ? [...lines][0] : undefined;
}
