import { expect, test } from 'vitest';
import { isoDate } from '../../calendar/index.ts';
import type { TinyMarket } from '../../../test/support/tiny-market.ts';
import { foundIn } from '../../../test/support/found-in.ts';

const days = Array.from({ length: 60 }, (_, i) => isoDate(19_783 + i));
const rulebook = (currency = 'EUR', more = '') =>
  `index DEMO "Demonstration"\n  currency ${currency}\n  calendar WEEKDAYS\n\nfields\n  exchange of line: text\n\nuniverse\n  lines where exchange is "X"\n${more}`;

const market = (more: Partial<TinyMarket> = {}): TinyMarket => ({
  days,
  lines: ['A', 'B', 'C', 'D', 'E'].map((line, i) => ({ line, currency: ['EUR', 'GBP', 'GBP', 'GBP', 'GBP'][i]! })),
  close: Object.fromEntries(['A', 'B', 'C', 'D', 'E'].map((line) => [line, days.map(() => 10)])),
  fields: { exchange: { values: { A: 'X', B: 'X', C: 'X', D: 'X', E: 'X' } } },
  ...more,
});
const fx = (rates: Record<string, number>, base = 'EUR', quote = 'GBP') => [{ base, quote, rates }];
const all = Object.fromEntries(days.map((day) => [day, 0.85]));
const codes = ['RB5114', 'RB5115', 'RB5117'];

test('rates either way round are enough', () => {
  expect(foundIn(rulebook(), market({ fx: fx(all) }), codes)).toEqual([]);
  expect(foundIn(rulebook(), market({ fx: fx(all, 'GBP', 'EUR') }), codes)).toEqual([]);
});

test('no rates at all', () => {
  const [found, ...others] = foundIn(rulebook(), market(), codes);
  expect(others).toEqual([]);
  expect(found).toContain('the data set has no rates to `EUR`, the currency of the index');
  expect(found).toContain('`GBP` (4 lines, `B`, `C`, `D` and 1 more)');
  expect(found).toContain('table of kind `fx`');
});

test('an index currency without rates', () => {
  expect(foundIn(rulebook('CHF'), market({ fx: fx(all) }), codes).join()).toContain(
    'no rate is from or to `CHF`, the currency of the index',
  );
});

test.each([
  ['GPB', 'Did you mean `GBP` for `GPB`?'],
  ['gbp', 'Did you mean `GBP` for `gbp`?'],
  ['GBX', 'Pence are hundredths of `GBP`'],
])('a line in %s', (currency, help) => {
  const lines = market().lines.map((l) => (typeof l !== 'string' && l.line === 'E' ? { ...l, currency } : l));
  const [found, ...others] = foundIn(rulebook(), market({ lines, fx: fx(all) }), codes);
  expect(others).toEqual([]);
  expect(found).toContain(`\`${currency}\` (1 line, \`E\`)`);
  expect(found).toContain(help);
});

test('lines that the rules leave out need no rate', () => {
  const fields = { exchange: { values: { A: 'X', B: 'Y', C: 'Y', D: 'Y', E: 'Y' } } };
  expect(foundIn(rulebook(), market({ fields }), codes)).toEqual([]);
  expect(foundIn(rulebook('EUR', '  priced in EUR\n'), market(), codes)).toEqual([]);
});

test('amounts of actions in a currency without rates', () => {
  const actions = [{ line: 'A', exDate: days[5]!, kind: 'cash_dividend' as const, amount: 1, currency: 'SEK' }];
  expect(foundIn(rulebook(), market({ fx: fx(all), actions }), codes).join()).toContain(
    '`SEK` (the amounts of 1 corporate action)',
  );
});

test('rates that end long before the prices', () => {
  const some = Object.fromEntries(days.slice(0, 30).map((day) => [day, 0.85]));
  const [found] = foundIn(rulebook(), market({ fx: fx(some) }), codes);
  expect(found).toContain(`rates GBP/EUR end on ${days[29]}, prices go on to ${days[59]}`);
  const enough = Object.fromEntries(days.slice(0, 50).map((day) => [day, 0.85]));
  expect(foundIn(rulebook(), market({ fx: fx(enough) }), codes)).toEqual([]);
});

test('a rate that stands the wrong way round for a day', () => {
  const [found, ...others] = foundIn(rulebook(), market({ fx: fx({ ...all, [days[7]!]: 1.18 }) }), codes);
  expect(others).toEqual([]);
  expect(found).toContain(`2 rates move by more than 30% from one day to the next: EUR/GBP on ${days[7]} from 0.85 to`);
});
