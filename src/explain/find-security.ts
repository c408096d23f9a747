import { editDistance, mostMistakes } from '../diagnostics/nearest.ts';
import type { Market } from '../market/index.ts';

/** A line of the market and what it is called on the day asked for. */
export type Security = { line: string; symbol: string; company: string; name: string };

/** What a line is called on the day asked for (`symbol`), where the word is its symbol at another time: until before `change`, or from then on. */
export type Renamed = { symbol: string; word: string; change: number; before: boolean };

/**
 * The securities that a word means on a day (epoch day): a line and all lines with that symbol in force, else the
 * lines of a company, else those with that name; upper and lower case are alike where nothing fits exactly. None found: `renamed`
 * are lines that have the word as a symbol at another time, else `close` names near ones.
 */
export function findSecurity(
  market: Market,
  word: string,
  day: number,
): { found: Security[]; close: string[]; renamed?: Renamed[] } {
  const all = market.lines.ids.map((line, i) => ({
    line,
    symbol: market.symbolOf(i, day),
    company: market.companies.ids[market.companyOf[i]!]!,
    name: market.nameOf(i),
    listed: market.listedFrom[i]! <= day && day <= market.listedUntil[i]!,
  }));
  const strip = ({ line, symbol, company, name }: (typeof all)[number]): Security => ({ line, symbol, company, name });
  for (const same of [(a: string) => a === word, (a: string) => a.toLowerCase() === word.toLowerCase()]) {
    // What is the identifier of one line may be the symbol of another: then both are meant.
    for (const keys of [['line', 'symbol'], ['company'], ['name']] as const) {
      const hits = all.filter((s) => keys.some((key) => same(s[key])));
      const listed = hits.filter((s) => s.listed);
      if (hits.length > 0) return { found: (listed.length > 0 ? listed : hits).map(strip), close: [] };
    }
  }
  const renamed = atAnotherTime(market, word, day);
  return renamed.length > 0 ? { found: [], close: [], renamed } : { found: [], close: near(all, word) };
}

/** The lines that have a symbol before or after the day, by changes of symbols. */
function atAnotherTime(market: Market, word: string, day: number): Renamed[] {
  const wanted = word.toLowerCase();
  return market.actions.flatMap(({ kind, line, exDate, symbol: next }): Renamed[] => {
    if (kind !== 'symbol_change' || next === undefined) return [];
    const symbol = market.symbolOf(line, day);
    const last = market.symbolOf(line, exDate - 1);
    if (exDate <= day && last.toLowerCase() === wanted) return [{ symbol, word: last, change: exDate, before: true }];
    if (exDate > day && next.toLowerCase() === wanted) return [{ symbol, word: next, change: exDate, before: false }];
    return [];
  });
}

function near(all: Security[], word: string): string[] {
  const wanted = word.toLowerCase();
  const most = mostMistakes(wanted);
  const scored = new Map<string, number>();
  const offer = (name: string, text: string) => {
    const score = Math.min(scored.get(name) ?? Infinity, editDistance(wanted, text.toLowerCase(), most + 1));
    scored.set(name, score);
  };
  for (const s of all) {
    offer(s.symbol || s.line, s.symbol || s.line);
    offer(s.symbol || s.line, s.line);
    if (wanted.length > 3 && s.name.toLowerCase().includes(wanted)) scored.set(s.symbol || s.line, 0.5);
  }
  return [...scored]
    .filter(([, score]) => score <= most)
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 5)
    .map(([name]) => name);
}
