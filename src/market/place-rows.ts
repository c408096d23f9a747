import type { CellRule } from './cells.ts';
import { ALWAYS } from './market.ts';
import type { TextCodes } from './text-codes.ts';

/** Where the values of one field go: by position `line * days + day`. */
export type PriceTarget =
  | { kind: 'number'; key: string; values: Float64Array }
  | { kind: 'text'; key: string; codes: Int32Array; dictionary: TextCodes };

/** The place of each day (less the first) in a list of days. */
export function dayIndex(days: Int32Array): { first: number; index: Int32Array } {
  const first = days[0] ?? 0;
  const index = new Int32Array(days.length === 0 ? 0 : days.at(-1)! - first + 1);
  for (let i = 0; i < days.length; i += 1) index[days[i]! - first] = i;
  return { first, index };
}

/** Writes the position of each row; -1 where its line or its day is not known. */
export function locateRows(
  codes: Int32Array,
  lineOf: Int32Array,
  dates: Int32Array,
  { first, index }: { first: number; index: Int32Array },
  width: number,
  at: Int32Array,
): void {
  for (let i = 0; i < dates.length; i += 1) {
    const code = codes[i]!;
    const day = dates[i]!;
    at[i] = code < 0 || day === ALWAYS ? -1 : lineOf[code]! * width + index[day - first]!;
  }
}

/** Blanks the numbers that mean "not known", and tells how many they are. */
export function blank(values: Float64Array, rows: number, unknown: number[]): number {
  let count = 0;
  for (const value of unknown) {
    for (let i = 0; i < rows; i += 1) {
      if (values[i] !== value) continue;
      values[i] = Number.NaN;
      count += 1;
    }
  }
  return count;
}

/** Takes its position from each row whose number is infinite, or negative or zero where it must not be. */
export function refuse(rule: CellRule, values: Float64Array, at: Int32Array, rows: number): void {
  const negative = rule.negative === 'fault';
  const zero = rule.zero === 'fault';
  for (let i = 0; i < rows; i += 1) {
    const value = values[i]!;
    if (value > 0 && value < Number.POSITIVE_INFINITY) continue;
    if ((negative && value < 0) || (zero && value === 0) || Math.abs(value) === Number.POSITIVE_INFINITY) at[i] = -1;
  }
}

/**
 * Marks the positions of rows as taken. A row whose position is taken already loses it.
 *
 * @param at position of each row, -1 for those that have none
 * @param doubled gets the positions that several rows claim
 */
export function placeRows(
  at: Int32Array,
  rows: number,
  seen: Uint8Array,
  doubled: Set<number>,
): { used: number; suspect: number; repeated: number } {
  let [used, suspect, repeated] = [0, 0, 0];
  for (let i = 0; i < rows; i += 1) {
    const position = at[i]!;
    if (position < 0) suspect += 1;
    else if (seen[position] === 0) {
      seen[position] = 1;
      used += 1;
    } else {
      at[i] = -1;
      repeated += 1;
      doubled.add(position);
    }
  }
  return { used, suspect, repeated };
}

/** Puts the values (or codes) of rows where they belong. */
export function scatter(target: PriceTarget, from: Float64Array | Int32Array, at: Int32Array, rows: number): void {
  if (target.kind === 'text') scatterCodes(target.codes, from as Int32Array, at, rows);
  else scatterNumbers(target.values, from as Float64Array, at, rows);
}

/** Takes away what a target has at positions without a row: to do so before it is filled would be to touch all of its memory twice. */
export function fillGaps(target: PriceTarget, seen: Uint8Array): void {
  if (target.kind === 'text') {
    for (let i = 0; i < seen.length; i += 1) if (seen[i] === 0) target.codes[i] = -1;
  } else for (let i = 0; i < seen.length; i += 1) if (seen[i] === 0) target.values[i] = Number.NaN;
}

/** Takes the values at some positions away. */
export function clear(target: PriceTarget, positions: Iterable<number>): void {
  for (const position of positions) {
    if (target.kind === 'text') target.codes[position] = -1;
    else target.values[position] = Number.NaN;
  }
}

// Two functions alike, because one for both kinds of array runs several times slower.

function scatterCodes(into: Int32Array, from: Int32Array, at: Int32Array, rows: number): void {
  for (let i = 0; i < rows; i += 1) if (at[i]! >= 0) into[at[i]!] = from[i]!;
}

function scatterNumbers(into: Float64Array, from: Float64Array, at: Int32Array, rows: number): void {
  for (let i = 0; i < rows; i += 1) if (at[i]! >= 0) into[at[i]!] = from[i]!;
}
