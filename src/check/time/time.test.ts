import { expect, test } from 'vitest';
import { readRulebook } from '../../syntax/index.ts';
import { checkContext } from '../context.ts';
import { checkTime } from './index.ts';

const found = (text: string, today?: string) => {
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'a.rulebook');
  expect(diagnostics).toEqual([]);
  return checkTime(checkContext(rulebook!, sourceMap, 'a.rulebook', today)).map((d) => `${d.code} ${d.message}`);
};
const index = 'index A "A"\n  currency USD\n  calendar XNYS\n\n';
const screens = (...rules: string[]) => `${index}eligibility of lines\n${rules.map((r) => `  ${r}\n`).join('')}`;

test('a conflict names the days that both versions share', () => {
  expect(found(screens('a: require x >= 1  until 2024-06-30', 'a: require x >= 2  from 2024-06-24'))).toEqual([
    'RB3001 two versions of `a` are in force from 2024-06-24 to 2024-06-30',
  ]);
  expect(found(screens('a: require x >= 1', 'a: require x >= 2'))).toEqual([
    'RB3001 two versions of `a` are in force at all times',
  ]);
});

test('versions at different events are no conflict', () => {
  const at = (event: string) => `eligibility of lines at ${event}\n  a: require x >= 1\n\n`;
  expect(found(`${index}${at('spring')}${at('autumn')}`)).toEqual([]);
  expect(found(`${index}${at('spring')}${at('autumn, spring')}`)).toHaveLength(1);
});

test('a gap names its days; a weekend is none', () => {
  expect(found(screens('a: require x >= 1  until 2024-03-28', 'a: require x >= 2  from 2024-04-02'))).toEqual([
    'RB3002 no version of `a` is in force from 2024-03-29 to 2024-04-01',
  ]);
  // Good Friday and the weekend.
  expect(found(screens('a: require x >= 1  until 2024-03-28', 'a: require x >= 2  from 2024-04-01'))).toEqual([]);
});

test('a gap of a measure counts only while it is used', () => {
  const measures = 'measures\n  m = close  until 2020-12-31\n  m = close * 2  from 2022-01-01\n\n';
  const use = (period: string) => `${index}${measures}eligibility of lines\n  a: require m >= 1${period}\n`;
  expect(found(use(''))).toEqual(['RB3002 no version of `m` is in force from 2021-01-01 to 2021-12-31']);
  expect(found(use('  from 2022-01-01'))).toEqual([]);
  expect(found(`${index}${measures}measures\n  n = m\n`)).toEqual([]);
  const through = `${index}${measures}measures\n  n = m\n\neligibility of lines\n  a: require n >= 1  until 2021-06-30\n`;
  expect(found(through)).toHaveLength(1);
});

test('a review is overdue the day after, and only for who knows the day', () => {
  const text = 'index A "A"\n  currency USD\n  calendar XNYS\n  review by 2024-06-30\n';
  expect(found(text, '2024-06-30')).toEqual([]);
  expect(found(text, '2024-07-01')).toEqual(['RB3006 the methodology was to be reviewed by 2024-06-30, one day ago']);
  expect(found(text)).toEqual([]);
});
