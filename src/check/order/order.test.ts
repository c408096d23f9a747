import { expect, test } from 'vitest';
import { readRulebook } from '../../syntax/index.ts';
import { checkContext } from '../context.ts';
import { checkOrder } from './index.ts';

const found = (occurs: string, dates: string[]) => {
  const text = `index A "A"\n  currency USD\n  calendar XNYS\n\nschedule\n  review: ${occurs}\n${dates.map((d) => `    ${d}\n`).join('')}`;
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'a.rulebook');
  expect(diagnostics).toEqual([]);
  return checkOrder(checkContext(rulebook!, sourceMap, 'a.rulebook'));
};

test('tells the first closed day and how often', () => {
  const [closed] = found('in March', ['effective: 3rd Friday of month']);
  expect(closed?.message).toMatch(
    /^`effective` of `review` falls on a day without trading: \d{4}-03-\d{2} \(Friday\)$/,
  );
  expect(closed?.spans[0]?.label).toMatch(/^\d+ of \d+ times from \d{4} to \d{4}$/);
});

test('dates that depend on a decision are wrong only if every decision is', () => {
  const window = (to: string) => [
    `announce: last trading day of month`,
    `effective: decided between first trading day of month and ${to}`,
  ];
  expect(found('monthly', window('last trading day of next month')).map((d) => d.code)).toEqual([]);
  expect(found('monthly', window('3rd trading day of month')).map((d) => d.code)).toEqual(['RB3101']);
  expect(found('when decided', ['reference: decided', 'effective: decided'])).toEqual([]);
});

test('versions of a date are tried in their time', () => {
  const dates = (day: string) => [
    'reference: last trading day of previous month',
    `announce: last trading day of month  until ${day}`,
    `announce: 3 trading days before effective  from 2015-01-01`,
    'effective: trading day after 3rd Friday of month  until 2014-12-31',
    'effective: trading day after 3rd Friday of month  from 2015-01-01',
  ];
  const [first] = found('monthly', dates('2014-12-31'));
  expect(first?.code).toBe('RB3101');
  expect(first?.message).not.toMatch(/201[5-9]|202/);
});
