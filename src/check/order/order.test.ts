import { describe, expect, test } from 'vitest';
import { calendarFromSessions, epochDay, type OwnCalendars, weekdayOf } from '../../calendar/index.ts';
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

test('the date that is odd is the one to change', () => {
  const dates = (reference: string, announce: string) =>
    found('in March', [
      `reference: ${reference}`,
      `announce: ${announce}`,
      'effective: trading day after 3rd Friday of month',
    ]);
  const [late] = dates('last trading day of next month', '5 trading days before effective');
  expect(late?.spans[0]?.label).toMatch(/^\d{4}-04-\d{2}, every time from \d{4} to \d{4}$/);
  expect(late?.help).toContain('`reference: ');
  const [early] = dates('last trading day of previous month', '50 trading days before effective');
  expect(early?.spans[0]?.label).toMatch(/^\d{4}-01-\d{2}, every time/);
  expect(early?.help).toContain('`announce: ');
});

test('exchanges are known by what they are called', () => {
  const told = (name: string) => {
    const { rulebook, sourceMap } = readRulebook(`index A "A"\n  currency USD\n  calendar ${name}\n`, 'a.rulebook');
    return checkOrder(checkContext(rulebook!, sourceMap, 'a.rulebook'))[0]?.help;
  };
  expect(['NYSE', 'LSE', 'Nasdaq', 'XNSY'].map((name) => /`(\w+)`/.exec(told(name) ?? '')?.[1])).toEqual([
    'XNYS',
    'XLON',
    'XNAS',
    'XNYS',
  ]);
  expect(told('HOME')).toContain('--data FOLDER');
});

describe('a calendar that comes with the data set', () => {
  const text = (dates: string) =>
    `index A "A"\n  currency USD\n  calendar HOME\n\nschedule\n  review: in June\n${dates}`;
  const weekdays = (from: string, to: string) =>
    Array.from({ length: epochDay(to) - epochDay(from) + 1 }, (_, i) => epochDay(from) + i).filter(
      (day) => !['Saturday', 'Sunday'].includes(weekdayOf(day)),
    );
  // The third Friday of June 2022 is a day off.
  const home = calendarFromSessions(
    'HOME',
    weekdays('2020-01-01', '2025-12-31').filter((day) => day !== epochDay('2022-06-17')),
  );
  const told = (dates: string, calendars?: OwnCalendars) => {
    const { rulebook, sourceMap } = readRulebook(text(dates), 'a.rulebook');
    return checkOrder(checkContext(rulebook!, sourceMap, 'a.rulebook', undefined, calendars)).map(
      (d) => `${d.severity} ${d.code} ${d.message}`,
    );
  };
  const onFriday = '    effective: 3rd Friday of month\n';

  test('is a note without the data, tried out with them, an error where they lack it', () => {
    expect(told(onFriday)).toEqual([
      'info RB3105 `HOME` is not a built-in calendar, so the dates of events could not be tried out',
    ]);
    expect(told(onFriday, new Map([['HOME', home]]))).toEqual([
      'error RB3102 `effective` of `review` falls on a day without trading: 2022-06-17 (Friday)',
    ]);
    expect(told('    effective: trading day after 3rd Friday of month\n', new Map([['HOME', home]]))).toEqual([]);
    expect(told(onFriday, new Map())).toEqual([
      'error RB3105 `HOME` is neither a built-in calendar nor one of the data set',
    ]);
  });

  test('is looked for in dates too', () => {
    const dates = '    effective: trading day on AWAY after 3rd Friday of month\n';
    expect(told(dates, new Map([['HOME', home]])).map((d) => d.slice(0, 20))).toEqual(['error RB3105 `AWAY` ']);
    expect(told(dates, new Map(['HOME', 'AWAY'].map((name) => [name, home])))).toEqual([]);
  });
});
