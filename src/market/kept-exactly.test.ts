import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptExactly } from './kept-exactly.ts';

it('holds for every number written shortest, with zeros or an exponent added', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(30), (value, zeros) => {
      const text = String(value);
      const mantissa = text.replace(/e.*$/, '');
      const rest = text.slice(mantissa.length);
      const longer = `${mantissa}${mantissa.includes('.') ? '' : '.'}${'0'.repeat(zeros)}${rest}`;
      expect(keptExactly(text, value)).toBe(true);
      expect(keptExactly(longer, value)).toBe(true);
    }),
  );
});

it('does not hold where a digit is lost', () => {
  for (const written of [
    '0.1000000000000000055511151231257827',
    '9007199254740993',
    '1.00000000000000000001',
    '123456789.123456789123',
  ]) {
    expect(keptExactly(written, Number(written))).toBe(false);
  }
});

it('sees zero in all its forms', () => {
  for (const written of ['0', '-0', '0.000', '+0e5']) expect(keptExactly(written, Number(written))).toBe(true);
});
