/** Values this near to each other count as one level: share counts move by a little with every purchase and issue. */
const NEAR = 1.03;
/** A level is where at least this part of the observations lies; others are passing errors. */
const SETTLED = 0.2;

/** The numbers of shares (value ÷ price) of one line, in order of day, and how many of them there are before each of its days. */
export type ShareCounts = { counts: Float64Array; before: Int32Array };

/** Room for the numbers of shares of a line of so many days. */
export function roomForCounts(width: number): ShareCounts {
  return { counts: new Float64Array(width), before: new Int32Array(width) };
}

/**
 * The numbers of shares of the line that begins at `start`.
 *
 * @param prices and `values` are dense
 * @param room where they are written: what stood there is gone
 */
export function shareCounts(
  prices: Float64Array,
  values: Float64Array,
  start: number,
  { counts, before }: ShareCounts,
): ShareCounts {
  let length = 0;
  for (let i = 0; i < before.length; i += 1) {
    before[i] = length;
    const count = values[start + i]! / prices[start + i]!;
    if (count > 0 && count < Number.POSITIVE_INFINITY) counts[length++] = count;
  }
  return { counts: counts.subarray(0, length), before };
}

/** The levels at which numbers of shares settled. */
export function shareLevels(counts: Float64Array): number[] {
  const sorted = counts.toSorted();
  const levels: number[] = [];
  for (let first = 0; first < sorted.length; ) {
    let end = first + 1;
    while (end < sorted.length && sorted[end]! <= sorted[first]! * NEAR) end += 1;
    if (end - first >= SETTLED * sorted.length) levels.push(sorted[(first + end) >> 1]!);
    first = end;
  }
  return levels;
}
