import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';
import { exactNumber, jsonText } from './json-text.ts';
import { levelsCsv } from './levels-csv.ts';

test('CSV cells with commas, quotes or line breaks are quoted', () => {
  expect(csvText(['a', 'b'], [['x,y', 'say "so"']])).toBe('a,b\n"x,y","say ""so"""\n');
});

test('decimals keep every digit in JSON, and what is no number stays text', () => {
  const digits = '0.10000000000000000000000000000000000001';
  expect(jsonText({ a: exactNumber(digits), b: exactNumber('01') })).toBe(`{\n  "a": ${digits},\n  "b": "01"\n}\n`);
});

test('levels have the columns of the variants that are published', () => {
  const rows = [{ date: '2024-01-02', price: '100.00', net: '101.00' }];
  expect(levelsCsv(rows, { total: false, net: true })).toBe('date,price_return,net_return\n2024-01-02,100.00,101.00\n');
  expect(levelsCsv(rows, { total: false, net: false })).toBe('date,price_return\n2024-01-02,100.00\n');
});
