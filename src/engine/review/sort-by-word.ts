const bits = 11;
const buckets = 1 << bits;
const counts = new Int32Array(3 * buckets);
// Which half of a double holds its sign, exponent and first digits.
const leading = new Uint32Array(Float64Array.of(-1).buffer)[0] === 0 ? 1 : 0;

/**
 * The leading 32 bits of numbers in an order that whole numbers have too: of two numbers the larger has no smaller word, so that sorting by
 * words leaves only runs of equal ones to be sorted.
 */
export function leadingWords(keys: Float64Array): Uint32Array {
  const halves = new Uint32Array(keys.buffer, keys.byteOffset, 2 * keys.length);
  const words = new Uint32Array(keys.length);
  for (let i = 0; i < words.length; i += 1) {
    const word = halves[2 * i + leading]!;
    // Numbers below zero stand the other way round, and before the others.
    words[i] = word ^ ((word >> 31) | 0x80000000);
  }
  return words;
}

/** The places of words in ascending order, equal ones in the order they stand in: digit by digit, counting instead of comparing. */
export function placesByWord(words: Uint32Array): Int32Array {
  const n = words.length;
  counts.fill(0);
  for (let i = 0; i < n; i += 1) for (let d = 0; d < 3; d += 1) counts[d * buckets + digit(words[i]!, d)]! += 1;
  let from = new Int32Array(n);
  let to = new Int32Array(n);
  for (let i = 0; i < n; i += 1) to[i] = i;
  for (let d = 0; d < 3; d += 1) {
    [from, to] = [to, from];
    for (let at = 0, bucket = d * buckets; bucket < (d + 1) * buckets; bucket += 1) {
      const count = counts[bucket]!;
      counts[bucket] = at;
      at += count;
    }
    for (let i = 0; i < n; i += 1) {
      const place = from[i]!;
      to[counts[d * buckets + digit(words[place]!, d)]!++] = place;
    }
  }
  return to;
}

function digit(word: number, d: number): number {
  return (word >>> (d * bits)) & (buckets - 1);
}
