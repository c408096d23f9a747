import { expect, test } from 'vitest';
import { decimalText, timesWhole } from './decimal-text.ts';

test.each([
  ['24', -2, '0.24'],
  ['5', 6, '5000000'],
  ['2.5', -2, '0.025'],
  ['0.10', 0, '0.1'],
  ['007', 0, '7'],
  ['200_000', 0, '200000'],
  ['-0.0', 0, '0'],
  ['-12.50', -2, '-0.125'],
  ['1.2345', 2, '123.45'],
  ['100', -2, '1'],
  ['.5', 0, '0.5'],
  ['0.00001', 0, '0.00001'],
])('%s with the point moved by %i is %s', (value, shift, wanted) => {
  expect(decimalText(value, shift)).toBe(wanted);
});

test('four hundred digits stay as they are', () => {
  const digits = `1${'2345678901'.repeat(40)}`;
  expect(decimalText(`${digits}.5`)).toBe(`${digits}.5`);
});

test('a whole number of months in so many years', () => {
  expect(timesWhole('1.5', 12)).toBe('18');
  expect(timesWhole('-0.25', 12)).toBe('-3');
});

test('what is no decimal is refused', () => {
  expect(() => decimalText('1e5')).toThrow('not a decimal number');
});
