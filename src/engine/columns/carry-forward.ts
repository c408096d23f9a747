/**
 * The last observation of one line at or before each place in `known`, written to `into` at `k × lines + line` for the k-th place;
 * NaN where `listed` says that the line was not listed then. `first` is the place from which the line was listed, `start` where its
 * observations begin in `series`.
 */
export function carryForward(
  series: Float64Array,
  start: number,
  first: number,
  known: Int32Array,
  listed: Uint8Array,
  into: Float64Array,
  line: number,
): void {
  const lines = into.length / known.length;
  for (let k = 0, to = line; k < known.length; k += 1, to += lines) {
    let value = Number.NaN;
    if (listed[k] === 1) {
      let at = start + known[k]!;
      const least = start + first;
      for (; at >= least; at -= 1) {
        value = series[at]!;
        if (!Number.isNaN(value)) break;
      }
    }
    into[to] = value;
  }
}
