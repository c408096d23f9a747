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

test('rules of which many exclude one another are told of once, with how many', () => {
  const told = (...conditions: string[]) => {
    const rules = conditions.map((c, i) => `  r${i}: require ${c}\n`).join('');
    const text = `fields\n  close of line: USD per share\n  growth of line: ratio\n  type of line: text\n\neligibility of lines\n${rules}`;
    const { rulebook, sourceMap } = readRulebook(text, 'a.rulebook');
    return checkScreens(checkContext(rulebook!, sourceMap, 'a.rulebook')).map((d) => d.message);
  };
  expect(told('growth >= 5%', 'growth < 3%', 'growth > 4%', 'growth < 50%')).toEqual([
    'nothing can meet both `r0` and `r1`, and 1 more rule is at odds with them or with one another',
  ]);
  // What has nothing to do with it is told apart; a bound inside a larger condition counts too.
  expect(told('growth >= 5%', 'type is "a"', 'type is "b"', 'growth < 3% and type is not "c"')).toEqual([
    'nothing can meet both `r1` and `r2`',
    'nothing can meet both `r0` and `r3`',
  ]);
  expect(told('of newcomers growth >= 5%', 'growth < 3%', 'of constituents growth > 10%')).toHaveLength(1);
});

test('thousands of bounds of one value are compared at once', () => {
  const many = (n: number, f: (i: number) => string) => Array.from({ length: n }, (_, i) => f(i));
  const start = performance.now();
  expect(found(...many(5000, (i) => `close > ${i + 1} USD per share`))).toEqual([]);
  expect(found(...many(2000, (i) => `growth ${i % 2 ? '>' : '<'} ${i % 2 ? 50 + i : i + 1}%`))).toEqual(['RB4102']);
  expect(performance.now() - start).toBeLessThan(20_000);
});
