import { isoDate } from '../../calendar/index.ts';
import { ALWAYS, type TableCount } from '../market.ts';
import type { LineRow } from '../read-lines.ts';

/** A line that goes on under a new identifier from a day. */
export type Continuation = { from: string; to: string; day: number };

export type Continued = {
  /** Lines by their latest identifier, each with the attributes of its latest row and the first day of its earliest. */
  rows: Map<string, LineRow>;
  /** The latest identifier by earlier ones. */
  aliases: Map<string, string>;
  /** In order of day. */
  continuations: Continuation[];
  count: TableCount;
};

/**
 * Joins lines that follow each other: of one company, the second beginning within some days after the first has ended, alike in `same`, and
 * each the only one that could follow or precede the other.
 *
 * @param textsAt the texts that must be the same, of a line at its first or last day
 * @param until epoch day after which nothing is joined: it could not be known yet
 */
export async function continueLines(
  rows: Map<string, LineRow>,
  within: number,
  until: number,
  textsAt: (ids: string[]) => Promise<(id: string, end: 'first' | 'last') => string>,
): Promise<Continued> {
  const pairs = candidates(rows, within, until);
  const texts = await textsAt([...new Set(pairs.flatMap((p) => [p.from, p.to]))]);
  const alike = pairs.filter((p) => texts(p.from, 'last') === texts(p.to, 'first'));
  const times = (ids: string[]) => Map.groupBy(ids, (id) => id);
  const [before, after] = [times(alike.map((p) => p.from)), times(alike.map((p) => p.to))];
  const continuations = alike
    .filter((p) => before.get(p.from)!.length === 1 && after.get(p.to)!.length === 1)
    .sort((a, b) => a.day - b.day || (a.from < b.from ? -1 : 1));
  const joined = new Map(rows);
  const aliases = new Map<string, string>();
  for (const { from, to, day } of continuations) {
    const [old, now] = [joined.get(from)!, joined.get(to)!];
    joined.delete(from);
    const symbols = [
      ...(old.symbols ?? [{ from: ALWAYS, symbol: old.symbol ?? from }]),
      { from: day, symbol: now.symbol ?? to },
    ];
    joined.set(to, {
      ...now,
      symbol: symbols[0]!.symbol,
      symbols,
      ...(old.listedFrom === undefined ? {} : { listedFrom: old.listedFrom }),
    });
    for (const [alias, target] of aliases) if (target === from) aliases.set(alias, to);
    aliases.set(from, to);
  }
  const told = (p: Continuation) => `${p.from} to ${p.to} on ${isoDate(p.day)}`;
  const unclear = alike.filter((p) => !continuations.includes(p));
  const reason = 'a line that several could continue, or that could continue several: not a change of symbol';
  const what = 'a change of symbol: a line of a company ended and another like it began';
  return {
    rows: joined,
    aliases,
    continuations,
    count: {
      table: 'symbol changes (derived)',
      read: pairs.length,
      used: continuations.length,
      leftOut: [
        ...leftOut(
          'a line of the company that differs: not a change of symbol',
          pairs.filter((p) => !alike.includes(p)),
        ),
        ...leftOut(reason, unclear),
      ],
      derived: [{ what, rows: continuations.length, list: continuations.map(told) }],
      missing: [],
    },
  };

  function leftOut(why: string, which: Continuation[]): TableCount['leftOut'] {
    return which.length === 0 ? [] : [{ reason: why, rows: which.length, examples: which.slice(0, 3).map(told) }];
  }
}

function candidates(rows: Map<string, LineRow>, within: number, until: number): Continuation[] {
  const pairs: Continuation[] = [];
  for (const lines of Map.groupBy(rows.values(), (row) => row.company).values()) {
    if (lines.length < 2) continue;
    for (const { id, listedUntil: end } of lines) {
      if (end === undefined) continue;
      for (const { id: next, listedFrom: day } of lines) {
        if (day !== undefined && day > end && day <= end + within && day <= until)
          pairs.push({ from: id, to: next, day });
      }
    }
  }
  return pairs;
}
