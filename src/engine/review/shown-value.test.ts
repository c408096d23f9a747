import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../numbers/decimal.ts';
import { twelveDigits } from './shown-value.ts';

const plain = (value: number) => new Decimal(value).toSignificantDigits(12, Decimal.ROUND_HALF_UP).toFixed();

test('twelve digits are those of the decimal, or are left open', () => {
  const sizes = fc
    .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -5, max: 17 }), fc.boolean())
    .map(([digits, exponent, negative]) => (negative ? -1 : 1) * digits * 10 ** exponent);
  fc.assert(
    fc.property(fc.oneof(sizes, fc.integer()), (value) => {
      const text = twelveDigits(value, 0);
      if (text !== undefined) expect(text).toBe(plain(value));
    }),
    { numRuns: 5000 },
  );
});

test('everyday numbers are told without decimals', () => {
  for (const value of [0, 1, -3, 34350373, 1182267.5, 0.1, 0.000123, 123456789012, 1e12, 999999999999.4, 2985.61])
    expect(twelveDigits(value, 0), String(value)).toBe(plain(value));
});

test('an error that reaches a half of the last digit leaves it open', () => {
  expect(twelveDigits(1.0000000000049, 1e-16)).toBe('1');
  expect(twelveDigits(1.0000000000049, 2e-13)).toBeUndefined();
  expect(twelveDigits(0, 1e-300)).toBeUndefined();
  expect(twelveDigits(Number.POSITIVE_INFINITY, 0)).toBeUndefined();
  expect(twelveDigits(9e-7, 0)).toBeUndefined();
});
