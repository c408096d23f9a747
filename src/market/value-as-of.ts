import type { Column, Market } from './market.ts';

/**
 * Where a field's value stands as of a day, as seen by someone who knows only what was known on `knownBy`.
 * For a daily series it is the last observation on or before the day, while the line is listed; for steps the latest value
 * whose date is on or before the day among those known by then (of two with one date, the one known later).
 *
 * @param entity index in the column's domain
 * @param day epoch day of the value
 * @param knownBy epoch day of the knowledge; a daily series is known on its own day
 * @returns the position in the column's `values` or `codes`, or -1 where there is none
 */
export function positionAsOf(market: Market, column: Column, entity: number, day: number, knownBy: number): number {
  switch (column.kind) {
    case 'series':
    case 'series-text':
      return seriesPosition(market, column, entity, Math.min(day, knownBy), day);
    case 'steps':
    case 'steps-text': {
      const first = column.offsets[entity]!;
      let at = lastAtOrBefore(column.dates, first, column.offsets[entity + 1]!, day);
      while (at >= first && column.known[at]! > knownBy) at -= 1;
      return at >= first ? at : -1;
    }
    default:
      return column satisfies never;
  }
}

/** The number of a field as of a day (see {@link positionAsOf}), NaN where there is none or where the field is text. */
export function valueAsOf(market: Market, column: Column, entity: number, day: number, knownBy: number): number {
  if (column.kind === 'series-text' || column.kind === 'steps-text') return Number.NaN;
  const at = positionAsOf(market, column, entity, day, knownBy);
  return at < 0 ? Number.NaN : column.values[at]!;
}

/** The text of a field as of a day (see {@link positionAsOf}), undefined where there is none or where the field is a number. */
export function textAsOf(
  market: Market,
  column: Column,
  entity: number,
  day: number,
  knownBy: number,
): string | undefined {
  if (column.kind === 'series' || column.kind === 'steps') return undefined;
  const at = positionAsOf(market, column, entity, day, knownBy);
  return at < 0 ? undefined : column.dictionary[column.codes[at]!];
}

/** Index of the last of `sorted[from … until)` that is on or before `day`; `from - 1` where all are later. */
export function lastAtOrBefore(sorted: Int32Array, from: number, until: number, day: number): number {
  let low = from;
  let high = until;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function seriesPosition(
  market: Market,
  column: Column & { kind: 'series' | 'series-text' },
  line: number,
  upTo: number,
  day: number,
): number {
  if (day < market.listedFrom[line]! || day > market.listedUntil[line]!) return -1;
  const { days } = market;
  const start = line * days.length;
  const firstListed = market.listedFrom[line]!;
  for (let i = lastAtOrBefore(days, 0, days.length, upTo); i >= 0 && days[i]! >= firstListed; i -= 1) {
    const at = start + i;
    if (column.kind === 'series' ? !Number.isNaN(column.values[at]!) : column.codes[at]! >= 0) return at;
  }
  return -1;
}
