import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { realData } from '../../test/support/real-data.ts';
import { epochDay } from './epoch-day.ts';
import { calendarNames, tradingCalendar } from './exchange-calendar.ts';
import { isoDate } from './iso-date.ts';

/** The session dates of a published list, from 2000 on. */
function published(path: string): number[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line >= '2000')
    .map((line) => epochDay(line.slice(0, 10)));
}

describe.skipIf(!realData('calendars'))(
  'calendars against published sessions (skipped where the real data is absent)',
  () => {
    test.each(calendarNames())('%s agrees on every date from 2000-01-01 to the end of the list', (mic) => {
      const path = realData('calendars', `${mic === 'XNAS' ? 'xnys' : mic.toLowerCase()}.csv`);
      expect(path).toBeDefined();
      const expected = published(path!);
      expect(expected.length).toBeGreaterThan(4000);
      const last = expected[expected.length - 1]!;
      const sessions = tradingCalendar(mic).sessionsBetween(epochDay('2000-01-01'), last);
      const ours = new Set(sessions);
      const theirs = new Set(expected);
      expect(expected.filter((day) => !ours.has(day)).map(isoDate), 'sessions that the calendar lacks').toEqual([]);
      expect([...sessions].filter((day) => !theirs.has(day)).map(isoDate), 'sessions too many').toEqual([]);
    });

    it('agrees for XNYS from 1990 on', () => {
      const lines = readFileSync(realData('calendars', 'xnys.csv')!, 'utf8')
        .split('\n')
        .filter((line) => line >= '1990');
      const expected = lines.map((line) => line.slice(0, 10));
      const ours = tradingCalendar('XNYS').sessionsBetween(epochDay('1990-01-01'), epochDay('2023-01-13'));
      expect([...ours].map(isoDate)).toEqual(expected);
    });
  },
);

/** The weekdays of a year on which an exchange is closed. */
function closed(mic: string, year: number): string[] {
  const calendar = tradingCalendar(mic);
  const days: string[] = [];
  for (let day = epochDay(`${year}-01-01`); day <= epochDay(`${year}-12-31`); day++) {
    if (new Date(day * 86_400_000).getUTCDay() % 6 !== 0 && !calendar.isSession(day)) days.push(isoDate(day).slice(5));
  }
  return days;
}

describe('closed weekdays of years after the published lists', () => {
  test.each([
    ['XNYS', 2024, '01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25'],
    ['XNYS', 2025, '01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25'],
    ['XNAS', 2026, '01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25'],
    ['XNYS', 2027, '01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24'],
    ['XNYS', 2028, '01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25'],
    ['XLON', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['XLON', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    ['XETR', 2026, '01-01 04-03 04-06 05-01 12-24 12-25 12-31'],
    ['XPAR', 2027, '01-01 03-26 03-29'],
    ['XHKG', 2026, '01-01 02-17 02-18 02-19 04-03 04-06 04-07 05-01 05-25 06-19 07-01 10-01 10-19 12-25'],
    ['XHKG', 2027, '01-01 02-08 02-09 03-26 03-29 04-05 05-13 06-09 07-01 09-16 10-01 10-08 12-27'],
    ['XASX', 2026, '01-01 01-26 04-03 04-06 06-08 12-25 12-28'],
    [
      'XTKS',
      2026,
      '01-01 01-02 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23 12-31',
    ],
    [
      'XTKS',
      2027,
      '01-01 01-11 02-11 02-23 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23 12-31',
    ],
  ])('%s %i', (mic, year, expected) => {
    expect(closed(mic, year).join(' ')).toBe(expected);
  });
});

describe('what a calendar does not know', () => {
  it('refuses a date outside its coverage', () => {
    expect(() => tradingCalendar('XPAR').isSession(epochDay('1999-12-31'))).toThrow(
      'RB3802: 1999-12-31 is outside the calendar XPAR, which covers 2000-01-01 to 2027-12-31',
    );
  });

  test.each(['XXXX', 'xnys', '../../../etc/passwd', 'http://[', '', 'XNYS.json'])('refuses the name `%s`', (name) => {
    expect(() => tradingCalendar(name)).toThrow('RB3801');
  });
});
