import { describe, expect, it, test } from 'vitest';
import type { DateRule, DayUnit } from './date-rule.ts';
import { epochDay } from './epoch-day.ts';
import { type DateContext, evaluateDateRule } from './evaluate-date-rule.ts';
import { tradingCalendar } from './exchange-calendar.ts';
import { isoDate } from './iso-date.ts';

const nth = (n: number, unit: DayUnit, offset = 0): DateRule => ({ op: 'nth', n, unit, of: { offset } });
const shift = (n: number, unit: DayUnit | 'week' | 'month', from: DateRule): DateRule => ({
  op: 'shift',
  n,
  unit,
  from,
});
const on = (date: string): DateRule => ({ op: 'date', date });

/** The date of a rule for an event in a month such as `2026-06`. */
function date(rule: DateRule, month: string, mic = 'XNYS', more: Partial<DateContext> = {}): string {
  const context: DateContext = {
    year: Number(month.slice(0, 4)),
    month: Number(month.slice(5)),
    calendar: tradingCalendar(mic),
    named: (name) => epochDay(name),
    decided: (from) => from,
    ...more,
  };
  return isoDate(evaluateDateRule(rule, context));
}

describe('dates that index providers published', () => {
  const thirdFriday = nth(3, 'Friday');

  test.each([
    '2011-03-09',
    '2011-06-08',
    '2011-09-07',
    '2011-12-07',
    '2013-03-06',
    '2013-06-12',
    '2013-09-11',
    '2013-12-11',
  ])('FTSE, Wednesday after the first Friday: %s', (expected) =>
    expect(date(shift(1, 'Wednesday', nth(1, 'Friday')), expected.slice(0, 7), 'XLON')).toBe(expected),
  );

  test.each(['2026-03-03', '2026-06-02', '2026-09-01', '2026-12-01'])(
    'FTSE, Tuesday before the first Friday: %s',
    (expected) => expect(date(shift(-1, 'Tuesday', nth(1, 'Friday')), expected.slice(0, 7), 'XLON')).toBe(expected),
  );

  test.each(['2016-09-19', '2020-09-21', '2023-09-18'])('STOXX, Monday after the third Friday: %s', (expected) =>
    expect(date(shift(1, 'Monday', thirdFriday), expected.slice(0, 7), 'XETR')).toBe(expected),
  );

  test('MSCI, August 2026', () => {
    const at = (rule: DateRule) => date(rule, '2026-08', 'WEEKDAYS');
    expect(at(nth(-1, 'weekday', -3))).toBe('2026-05-29');
    expect(at(nth(-1, 'weekday', -2))).toBe('2026-06-30');
    expect(at(nth(-10, 'weekday', -1))).toBe('2026-07-20');
    expect(at(nth(-1, 'weekday', -1))).toBe('2026-07-31');
    expect(at(nth(-1, 'weekday'))).toBe('2026-08-31');
  });

  test('TOPIX, October 2026', () => {
    expect(date({ op: 'nth', n: -1, unit: 'trading day', of: { month: 8 } }, '2026-10', 'XTKS')).toBe('2026-08-31');
    expect(date(nth(5, 'trading day'), '2026-10', 'XTKS')).toBe('2026-10-07');
    expect(date(nth(-1, 'trading day'), '2026-10', 'XTKS')).toBe('2026-10-30');
  });

  test('Nasdaq, June 2026, where the third Friday is a holiday', () => {
    const effective = shift(1, 'trading day', thirdFriday);
    expect(date(thirdFriday, '2026-06', 'XNAS')).toBe('2026-06-19');
    expect(date(effective, '2026-06', 'XNAS')).toBe('2026-06-22');
    expect(date(shift(-6, 'trading day', effective), '2026-06', 'XNAS')).toBe('2026-06-11');
  });

  test('Nasdaq, December 2026', () => {
    const effective = shift(1, 'trading day', thirdFriday);
    expect(date(nth(-1, 'trading day', -1), '2026-12', 'XNAS')).toBe('2026-11-30');
    expect(date(shift(-6, 'trading day', effective), '2026-12', 'XNAS')).toBe('2026-12-11');
    expect(date(effective, '2026-12', 'XNAS')).toBe('2026-12-21');
  });

  test('Russell, June 2024', () => {
    const last = nth(4, 'Friday');
    expect(date({ op: 'nth', n: -1, unit: 'trading day', of: { month: 4 } }, '2024-06')).toBe('2024-04-30');
    expect(date(shift(-5, 'Friday', last), '2024-06')).toBe('2024-05-24');
    expect(date(shift(-18, 'calendar day', last), '2024-06')).toBe('2024-06-10');
    expect(date(last, '2024-06')).toBe('2024-06-28');
    expect(date(shift(1, 'trading day', last), '2024-06')).toBe('2024-07-01');
  });

  test('Select Sector, Wednesday before the second Friday', () => {
    expect(date(shift(-1, 'Wednesday', nth(2, 'Friday')), '2024-12')).toBe('2024-12-11');
  });
});

describe('the parts of a date rule', () => {
  test.each<[string, DateRule, string]>([
    ['the same weekday is not counted', shift(1, 'Friday', on('2026-06-19')), '2026-06-26'],
    ['nor going back', shift(-1, 'Friday', on('2026-06-19')), '2026-06-12'],
    ['two Mondays back from a Tuesday', shift(-2, 'Monday', on('2026-06-16')), '2026-06-08'],
    ['weeks', shift(-4, 'week', on('2026-06-19')), '2026-05-22'],
    ['months', shift(1, 'month', on('2026-01-31')), '2026-02-28'],
    ['weekdays ignore holidays', shift(1, 'weekday', on('2026-06-18')), '2026-06-19'],
    ['trading days do not', shift(1, 'trading day', on('2026-06-18')), '2026-06-22'],
    [
      'snap stays on a session',
      { op: 'snap', direction: 'on or after', unit: 'trading day', from: on('2026-06-18') },
      '2026-06-18',
    ],
    [
      'snap forward',
      { op: 'snap', direction: 'on or after', unit: 'trading day', from: on('2026-06-19') },
      '2026-06-22',
    ],
    ['snap back', { op: 'snap', direction: 'on or before', unit: 'trading day', from: on('2026-06-21') }, '2026-06-18'],
    [
      'snap to a weekday',
      { op: 'snap', direction: 'on or before', unit: 'Monday', from: on('2026-06-21') },
      '2026-06-15',
    ],
    [
      'a month of the year before',
      { op: 'nth', n: -1, unit: 'calendar day', of: { month: 11, year: 'previous' } },
      '2025-11-30',
    ],
    [
      'a month of the year after',
      { op: 'nth', n: 2, unit: 'calendar day', of: { month: 1, year: 'next' } },
      '2027-01-02',
    ],
    ['an offset across the year', nth(-1, 'calendar day', -6), '2025-12-31'],
    ['another date of the event', shift(-1, 'calendar day', { op: 'named', name: '2026-06-22' }), '2026-06-21'],
    [
      'a calendar of its own',
      { op: 'nth', n: 1, unit: 'trading day', of: { offset: -1 }, calendar: { op: 'calendar', mic: 'XTKS' } },
      '2026-05-01',
    ],
    [
      'holidays of that calendar',
      { op: 'shift', n: 1, unit: 'trading day', from: on('2026-05-01'), calendar: { op: 'calendar', mic: 'XTKS' } },
      '2026-05-07',
    ],
  ])('%s', (_, rule, expected) => expect(date(rule, '2026-06')).toBe(expected));

  it('takes a decided date from inside its window only', () => {
    const window: DateRule = { op: 'window', from: nth(-10, 'weekday'), to: nth(-1, 'weekday'), unit: 'weekday' };
    const decide = (iso: string) => date(window, '2026-07', 'XNYS', { decided: () => epochDay(iso) });
    expect(decide('2026-07-20')).toBe('2026-07-20');
    expect(() => decide('2026-07-17')).toThrow(
      'RB3807: the date decided, 2026-07-17, is outside its window from 2026-07-20 to 2026-07-31',
    );
    expect(() => decide('2026-07-25')).toThrow('RB3807: the date decided, 2026-07-25, is not a weekday');
    const backwards: DateRule = { ...window, from: nth(-1, 'weekday'), to: nth(-10, 'weekday') };
    expect(() => date(backwards, '2026-07')).toThrow('RB3809');
  });

  test.each<[string, DateRule, string]>([
    ['no fifth Friday', nth(5, 'Friday'), 'RB3803: June 2026 has no 5th Friday'],
    ['not that many trading days', nth(-23, 'trading day'), 'RB3803: June 2026 has no 23rd-from-last trading day'],
    ['a 0th day', nth(0, 'Friday'), 'RB3804: 0 is not a number of Fridays to count'],
    ['0 days later', shift(0, 'trading day', on('2026-06-01')), 'RB3804'],
    ['half a day', shift(0.5, 'calendar day', on('2026-06-01')), 'RB3804'],
    ['a 13th month', { op: 'nth', n: 1, unit: 'Friday', of: { month: 13 } }, 'RB3804: there is no month 13'],
    ['29 February', on('2026-02-29'), 'RB3800: `2026-02-29` is not a date'],
    ['outside coverage', shift(1, 'trading day', on('2031-01-01')), 'RB3802: 2031-01-01 is outside the calendar XNYS'],
    ['over the edge', shift(9, 'trading day', on('2028-12-28')), 'RB3802: counting sessions from 2028-12-28 runs past'],
  ])('refuses %s', (_, rule, message) => expect(() => date(rule, '2026-06')).toThrow(message));
});
