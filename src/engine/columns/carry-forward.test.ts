import { expect, test } from 'vitest';
import { carryForward } from './carry-forward.ts';

test('the last observation on or before each place, of days on which the line was listed', () => {
  const nan = Number.NaN;
  // Two lines of five days; the second is listed from its second day on.
  const series = Float64Array.of(1, 2, 3, 4, 5, 6, nan, 8, nan, nan);
  const into = new Float64Array(2 * 4).fill(-1);
  carryForward(series, 5, 1, Int32Array.of(1, 2, 4, 4), Uint8Array.of(1, 1, 1, 0), into, 1);
  expect([...into]).toEqual([-1, nan, -1, 8, -1, 8, -1, nan]);
});
