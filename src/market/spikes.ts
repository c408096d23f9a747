/**
 * Blanks the observations of each line that stand apart from those on both sides: more than `factor` times both the last one
 * before and the first one after, or less than that part of both, for at most `within` observations. A lasting change stays.
 *
 * @param splits by line (the number of the row of `width`): at which positions prices were divided by which ratio
 * @param relativeTo what values are divided by before they are compared, dense like them
 * @param values dense, line after line, NaN where there is none; changed in place
 * @returns the positions that were blanked
 */
export function blankSpikes(
  values: Float64Array,
  width: number,
  factor: number,
  within: number,
  relativeTo?: Float64Array,
  splits?: Map<number, { at: number; ratio: number }[]>,
): number[] {
  const blanked: number[] = [];
  const at = new Int32Array(width);
  const size = new Float64Array(width);
  for (let start = 0; start < values.length; start += width) {
    const own = splits?.get(start / width);
    if (own === undefined && isSteady(values, start, start + width, factor, relativeTo)) continue;
    let count = 0;
    let part = 1;
    for (let i = start; i < start + width; i += 1) {
      if (own !== undefined) part *= own.find((s) => s.at === i)?.ratio ?? 1;
      const compared = values[i]! / (relativeTo === undefined ? 1 : relativeTo[i]! * part);
      if (!(compared > 0)) continue;
      size[count] = compared;
      at[count++] = i;
    }
    for (let i = 1; i < count; ) {
      const before = size[i - 1]!;
      const ratio = size[i]! / before;
      const length = ratio > factor || ratio < 1 / factor ? spikeLength(size, i, count, before, factor, within) : 0;
      for (let k = 0; k < length; k += 1) {
        blanked.push(at[i + k]!);
        values[at[i + k]!] = Number.NaN;
      }
      if (length > 0) {
        at.copyWithin(i, i + length, count);
        size.copyWithin(i, i + length, count);
      }
      count -= length;
      if (length === 0) i += 1;
    }
  }
  return blanked;
}

/** Whether no observation is more than about `factor` times the one before it or less than that part of it, as with most lines. */
function isSteady(
  values: Float64Array,
  from: number,
  until: number,
  factor: number,
  relativeTo: Float64Array | undefined,
): boolean {
  const [up, down] = [factor * (1 - 1e-9), (1 / factor) * (1 + 1e-9)];
  let before = Number.NaN;
  for (let i = from; i < until; i += 1) {
    const compared = relativeTo === undefined ? values[i]! : values[i]! / relativeTo[i]!;
    if (!(compared > 0)) continue;
    if (compared > before * up || compared < before * down) return false;
    before = compared;
  }
  return true;
}

/** Number of observations from `i` until one that is near `before` again, 0 where that takes more than `within`. */
function spikeLength(
  size: Float64Array,
  i: number,
  count: number,
  before: number,
  factor: number,
  within: number,
): number {
  for (let k = 1; k <= within && i + k < count; k += 1) {
    const ratio = size[i + k]! / before;
    if (ratio <= factor && ratio >= 1 / factor) return k;
  }
  return 0;
}
