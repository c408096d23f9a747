/** Values this near to each other count as one level: share counts move by a little with every purchase and issue. */
const NEAR = 1.03;
/** A level is where at least this part of the observations lies; others are passing errors. */
const SETTLED = 0.2;

/**
 * The numbers of shares (value ÷ price) in some observations, ascending.
 *
 * @param prices and `values` are dense
 * @param from first position, `until` the position at which to stop, `step` 1 or -1
 * @param most number of observations to look at
 */
export function shareCounts(
  prices: Float64Array,
  values: Float64Array,
  from: number,
  until: number,
  step: 1 | -1,
  most: number,
): Float64Array {
  const counts = new Float64Array(most);
  let length = 0;
  for (let at = from; at !== until && length < most; at += step) {
    const count = values[at]! / prices[at]!;
    if (count > 0 && count < Number.POSITIVE_INFINITY) counts[length++] = count;
  }
  return counts.subarray(0, length).sort();
}

/** The levels at which numbers of shares, ascending, settled. */
export function shareLevels(sorted: Float64Array): number[] {
  const levels: number[] = [];
  for (let first = 0; first < sorted.length; ) {
    let end = first + 1;
    while (end < sorted.length && sorted[end]! <= sorted[first]! * NEAR) end += 1;
    if (end - first >= SETTLED * sorted.length) levels.push(sorted[(first + end) >> 1]!);
    first = end;
  }
  return levels;
}
