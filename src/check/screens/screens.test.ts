import { expect, test } from 'vitest';
import { readRulebook } from '../../syntax/index.ts';
import { checkContext } from '../context.ts';
import { checkScreens } from './index.ts';

const found = (...conditions: string[]) => {
  const rules = conditions.map((c, i) => `  r${i}: require ${c}\n`).join('');
  const text = `fields\n  close of line: USD per share\n  type of line: text\n  growth of line: ratio\n  ok of line: yes/no\n\neligibility of lines\n${rules}`;
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'a.rulebook');
  expect(diagnostics).toEqual([]);
  return checkScreens(checkContext(rulebook!, sourceMap, 'a.rulebook')).map((d) => d.code);
};

test.each([
  ['growth >= 5% and growth < 3%', 'RB4101'],
  ['growth > 5% and growth <= 5%', 'RB4101'],
  ['5% <= growth and 0.03 > growth and growth < 3%', 'RB4101'],
  ['not (growth < 5%) and growth < 3%', 'RB4101'],
  ['type in ("a", "b") and type is "c"', 'RB4101'],
  ['ok and not ok', 'RB4101'],
  ['close < 0 USD per share', 'RB4101'],
  ['growth between 5% and 3%', 'RB4101'],
  ['close >= 0 USD per share', 'RB4103'],
  ['growth >= 5% or growth < 10%', 'RB4103'],
  ['type is "a" or type in ("a", "b")', 'RB4105'],
  ['growth > 5% and (growth > 3% and ok)', 'RB4106'],
])('%s', (condition, code) => {
  expect(found(condition)).toEqual([code]);
});

test.each([
  'growth >= 0%',
  'growth >= 3% and growth < 5%',
  'growth >= 5% or growth < 3%',
  'growth is 5% or growth > 5%',
  'type is not "a" and type is not "b"',
  'close >= 5 USD per share and close < 300 JPY per share',
  'ok or type is "a"',
  'growth as of effective > 5% and growth < 3%',
])('nothing is wrong with %s', (condition) => {
  expect(found(condition)).toEqual([]);
});

test('rules that exclude one another', () => {
  expect(found('growth >= 5%', 'growth < 3%')).toEqual(['RB4102']);
  expect(found('growth >= 5%', 'growth < 30%')).toEqual([]);
  expect(found('of newcomers growth >= 5%', 'growth < 3%')).toEqual(['RB4102']);
  expect(found('of newcomers growth >= 5%', 'of constituents growth < 3%')).toEqual([]);
});
