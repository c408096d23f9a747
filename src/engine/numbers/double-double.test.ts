import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from './decimal.ts';
import {
  binaryValue,
  type DoubleDouble,
  ddDivide,
  ddMultiply,
  decimalResidual,
  doubleDoubleError,
} from './double-double.ts';

const Long = Decimal.clone({ precision: 80 });
const exact = ({ hi, lo }: DoubleDouble) => new Long(binaryValue(hi)).plus(binaryValue(lo));
const doubles = fc
  .tuple(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
  .map(([hi, part]): DoubleDouble => ({ hi, lo: hi * part * 2 ** -54 }));

function apart(found: DoubleDouble, right: Decimal): number {
  return exact(found).div(right).minus(1).abs().toNumber();
}

test('quotients and products are within the bound', () => {
  fc.assert(
    fc.property(doubles, doubles, (a, b) => {
      expect(apart(ddDivide(a, b), exact(a).div(exact(b)))).toBeLessThan(doubleDoubleError);
      expect(apart(ddMultiply(a, b), exact(a).times(exact(b)))).toBeLessThan(doubleDoubleError);
    }),
    { numRuns: 1000 },
  );
});

test('a data value is the decimal it prints as, whatever its decimals', () => {
  const values = fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 15 }), fc.boolean());
  fc.assert(
    fc.property(values, ([units, decimals, negative]) => {
      const value = Number(`${negative ? '-' : ''}${units}e-${decimals}`);
      expect(apart({ hi: value, lo: decimalResidual(value) }, new Long(value))).toBeLessThan(2 ** -104);
    }),
    { numRuns: 2000 },
  );
});
