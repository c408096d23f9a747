import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { easterSunday } from './easter.ts';
import { epochDay } from './epoch-day.ts';
import { isoDate } from './iso-date.ts';
import { shiftMonths } from './month.ts';
import { weekdayOf } from './weekday.ts';

describe('epoch days', () => {
  it('are those of Temporal, both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_000, max: 2_932_896 }), (day) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
        expect(isoDate(day)).toBe(date.toString());
        expect(epochDay(date.toString())).toBe(day);
        expect(weekdayOf(day)).toBe(date.toLocaleString('en', { weekday: 'long' }));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-06-00',
    '26-06-01',
    '2026-6-1',
    '',
    '2026-06-22T00:00',
    '２０２６-06-22',
  ])('refuse `%s`', (iso) => expect(() => epochDay(iso)).toThrow('RB3800'));

  test('take 29 February in leap years', () => expect(isoDate(epochDay('2024-02-29'))).toBe('2024-02-29'));
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', -48, '2020-02-29'],
])('%s and %i months is %s', (from, months, to) => expect(isoDate(shiftMonths(epochDay(from), months))).toBe(to));

test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [2000, '2000-04-23'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2038, '2038-04-25'],
])('Easter of %i is %s', (year, date) => expect(isoDate(easterSunday(year))).toBe(date));
