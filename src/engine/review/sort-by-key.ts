import type { NumberColumn } from '../columns/column.ts';
import { leadingWords, placesByWord } from './sort-by-word.ts';

/**
 * Entities in the order of a number, settled by `compare` only among neighbours that doubles can't tell apart.
 * `entities` come in the order of ids; the array returned is new.
 */
export function sortByKey(
  entities: Int32Array,
  column: NumberColumn,
  largestFirst: boolean,
  compare: (a: number, b: number) => number,
): Int32Array {
  const n = entities.length;
  const all = new Float64Array(n);
  let widest = 0;
  for (let i = 0; i < n; i += 1) {
    const value = column.values[entities[i]!]!;
    all[i] = largestFirst ? -value : value;
    const error = column.errors === undefined ? 0 : column.errors[entities[i]!]! / Math.abs(value);
    if (!(error <= widest)) widest = value === 0 ? Number.POSITIVE_INFINITY : error;
  }
  const { order, keys } = sorted(entities, all);
  // Neighbours closer than the bounds (relative to the larger of them) form runs that decimals settle.
  let start = 0;
  for (let i = 1; i <= n; i += 1) {
    const together = i < n && !(keys[i]! - keys[i - 1]! > apart(column, widest, keys[i]!, keys[i - 1]!));
    if (together) continue;
    if (i - start > 1) order.subarray(start, i).sort(compare);
    start = i;
  }
  return order;
}

function apart(column: NumberColumn, widest: number, a: number, b: number): number {
  return column.errors === undefined ? 0 : 2.5 * widest * Math.max(Math.abs(a), Math.abs(b));
}

/** Entities and their keys in the order of the keys. Many are sorted by their leading words, which leaves short runs. */
function sorted(entities: Int32Array, all: Float64Array): { order: Int32Array; keys: Float64Array } {
  const n = entities.length;
  const order = entities.slice();
  const keys = all.slice();
  if (n < few) {
    quicksort(order, keys, 0, n - 1);
    return { order, keys };
  }
  const words = leadingWords(all);
  const places = placesByWord(words);
  let start = 0;
  let word = words[places[0]!]!;
  for (let i = 0; i < n; i += 1) {
    const place = places[i]!;
    order[i] = entities[place]!;
    keys[i] = all[place]!;
    if (words[place] === word) continue;
    if (i - start > 1) quicksort(order, keys, start, i - 1);
    start = i;
    word = words[place]!;
  }
  quicksort(order, keys, start, n - 1);
  return { order, keys };
}

/** Below so many, counting costs more than it saves. */
const few = 200;

function quicksort(order: Int32Array, keys: Float64Array, from: number, to: number): void {
  let low = from;
  let high = to;
  while (high - low > 12) {
    const pivot = middle(keys[low]!, keys[(low + high) >> 1]!, keys[high]!);
    let i = low;
    let j = high;
    while (i <= j) {
      while (keys[i]! < pivot) i += 1;
      while (keys[j]! > pivot) j -= 1;
      if (i > j) break;
      const key = keys[i]!;
      const entity = order[i]!;
      keys[i] = keys[j]!;
      order[i] = order[j]!;
      keys[j] = key;
      order[j] = entity;
      i += 1;
      j -= 1;
    }
    if (j - low < high - i) {
      quicksort(order, keys, low, j);
      low = i;
    } else {
      quicksort(order, keys, i, high);
      high = j;
    }
  }
  for (let i = low + 1; i <= high; i += 1) {
    const key = keys[i]!;
    const entity = order[i]!;
    let j = i - 1;
    while (j >= low && keys[j]! > key) {
      keys[j + 1] = keys[j]!;
      order[j + 1] = order[j]!;
      j -= 1;
    }
    keys[j + 1] = key;
    order[j + 1] = entity;
  }
}

function middle(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}
