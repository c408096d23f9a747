import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByKey } from './sort-by-key.ts';

const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: 1e9, max: 1e9 + 1, noNaN: true }),
);

test('many numbers come in order, equal ones in the order of ids, largest or smallest first', () => {
  const many = fc.array(numbers, { minLength: 200, maxLength: 600 });
  fc.assert(
    fc.property(many, fc.boolean(), (values, largestFirst) => {
      const column = { type: 'number', values: Float64Array.from(values) } as const;
      const ids = Int32Array.from(values.keys());
      const order = sortByKey(ids, column, largestFirst, (a, b) => a - b);
      const sign = largestFirst ? -1 : 1;
      expect([...order]).toEqual([...ids].sort((a, b) => sign * (values[a]! - values[b]!) || a - b));
    }),
    { numRuns: 200 },
  );
});
