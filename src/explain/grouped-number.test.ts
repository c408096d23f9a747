import { expect, test } from 'vitest';
import { groupedNumber } from './grouped-number.ts';

test.each([
  ['5272288852.139996', '5,272,288,852.14'],
  ['2460569150.000000', '2,460,569,150'],
  ['999999.996', '1,000,000'],
  ['-1234.5', '-1,234.5'],
  ['0.488173942966', '0.488173942966'],
  ['12.500', '12.5'],
  ['1e-7', '1e-7'],
])('%s is shown as %s', (text, shown) => {
  expect(groupedNumber(text)).toBe(shown);
});
