import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { calendarFromSessions } from './calendar-from-sessions.ts';
import type { DateRule } from './date-rule.ts';
import { epochDay } from './epoch-day.ts';
import type { DateQuestion, TimelineContext } from './event-dates.ts';
import type { EventSchedule } from './event-schedule.ts';
import { tradingCalendar } from './exchange-calendar.ts';
import { isoDate } from './iso-date.ts';
import { timeline } from './timeline.ts';

const named = (name: string): DateRule => ({ op: 'named', name });
const shift = (n: number, from: DateRule): DateRule => ({ op: 'shift', n, unit: 'trading day', from });
const thirdFriday: DateRule = { op: 'nth', n: 3, unit: 'Friday', of: { offset: 0 } };
const nasdaq = { calendar: tradingCalendar('XNAS') };

function events(schedule: EventSchedule, from: string, to: string, context: TimelineContext = nasdaq) {
  return timeline(schedule, { from: epochDay(from), to: epochDay(to) }, context).map(({ dates, ...event }) => ({
    ...event,
    effective: isoDate(event.effective),
    dates: Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, isoDate(day)])),
  }));
}
const effective = (...given: Parameters<typeof events>) => events(...given).map((event) => event.effective);

const rebalance: EventSchedule = {
  name: 'rebalance',
  every: { months: [3, 6, 9, 12] },
  dates: [
    { name: 'reference', rule: { op: 'nth', n: -1, unit: 'trading day', of: { offset: -1 } } },
    { name: 'announce', rule: shift(-6, named('effective')) },
    { name: 'effective', rule: shift(1, thirdFriday) },
  ],
};
/** Becomes effective on the first trading day of the year after the month it is named after. */
const newYear: EventSchedule = {
  name: 'annual',
  every: { months: [12] },
  dates: [{ name: 'effective', rule: shift(1, { op: 'nth', n: -1, unit: 'trading day', of: { offset: 0 } }) }],
};

describe('a timeline', () => {
  it('gives every date of every event of a year', () => {
    const year = events(rebalance, '2026-01-01', '2026-12-31');
    expect(year.map((event) => event.effective)).toEqual(['2026-03-23', '2026-06-22', '2026-09-21', '2026-12-21']);
    expect(year[1]).toEqual({
      event: 'rebalance',
      year: 2026,
      month: 6,
      dates: { reference: '2026-05-29', announce: '2026-06-11', effective: '2026-06-22' },
      effective: '2026-06-22',
    });
  });

  it('belongs by effective date, in whatever year the event is named', () => {
    expect(effective(newYear, '2026-01-01', '2026-12-31')).toEqual(['2026-01-02']);
    expect(events(newYear, '2026-01-02', '2026-01-02')[0]).toMatchObject({ year: 2025, month: 12 });
    expect(effective(newYear, '2026-01-03', '2026-12-31')).toEqual([]);
    const early: EventSchedule = {
      ...newYear,
      dates: [{ name: 'effective', rule: { op: 'shift', n: -14, unit: 'month', from: thirdFriday } }],
    };
    expect(effective(early, '2025-01-01', '2025-12-31')).toEqual(['2025-10-18']);
  });

  it('keeps the bounds of the schedule, both included', () => {
    const bounded = { ...rebalance, from: '2026-06-22', until: '2026-09-21' };
    expect(effective(bounded, '2026-01-01', '2027-06-30')).toEqual(['2026-06-22', '2026-09-21']);
    expect(effective({ ...bounded, from: '2026-06-23', until: '2026-09-20' }, '2026-01-01', '2027-06-30')).toEqual([]);
  });

  it('cut anywhere, gives the same events', () => {
    const all = effective(rebalance, '2001-01-01', '2026-12-31');
    expect(all).toHaveLength(104);
    fc.assert(
      fc.property(fc.integer({ min: epochDay('2001-01-01'), max: epochDay('2026-12-30') }), (day) => {
        const left = effective(rebalance, '2001-01-01', isoDate(day));
        expect([...left, ...effective(rebalance, isoDate(day + 1), '2026-12-31')]).toEqual(all);
      }),
      { numRuns: 30 },
    );
  });

  it('reaches to the last day that its calendar knows', () => {
    const context = { calendar: tradingCalendar('XPAR') };
    const beforeMonth: EventSchedule = {
      name: 'monthly',
      every: { months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
      dates: [{ name: 'effective', rule: shift(-1, { op: 'nth', n: 1, unit: 'calendar day', of: { offset: 0 } }) }],
    };
    expect(effective(beforeMonth, '2027-11-01', '2027-12-31', context)).toEqual(['2027-11-30', '2027-12-31']);
    expect(() => effective(newYear, '2027-12-01', '2028-01-31', context)).toThrow('RB3802');
    expect(effective(newYear, '2027-01-01', '2027-12-31', context)).toEqual(['2027-01-04']);
  });

  it('lists events by date', () => {
    const special: EventSchedule = {
      name: 'special',
      every: { dates: ['2023-07-24', '2021-05-03', '2023-07-24'] },
      dates: [{ name: 'announce', rule: shift(-6, named('effective')) }],
    };
    expect(events(special, '2020-01-01', '2025-12-31').map((event) => event.dates)).toEqual([
      { announce: '2021-04-23', effective: '2021-05-03' },
      { announce: '2023-07-14', effective: '2023-07-24' },
    ]);
    const next: EventSchedule = { ...special, dates: [{ name: 'effective', rule: shift(1, named('day')) }] };
    expect(effective(next, '2023-07-25', '2023-07-25')).toEqual(['2023-07-25']);
  });

  it('takes every trading day', () => {
    const daily: EventSchedule = { name: 'daily', every: { daily: true }, dates: [] };
    expect(effective(daily, '2026-06-17', '2026-06-23')).toEqual([
      '2026-06-17',
      '2026-06-18',
      '2026-06-22',
      '2026-06-23',
    ]);
    const next: EventSchedule = { ...daily, dates: [{ name: 'effective', rule: shift(1, named('day')) }] };
    expect(effective(next, '2026-06-19', '2026-06-23')).toEqual(['2026-06-22', '2026-06-23']);
    expect(events(next, '2026-06-22', '2026-06-22')[0]).toMatchObject({ year: 2026, month: 6 });
  });

  it('loses no event where sessions are rare', () => {
    const days = Array.from({ length: 20 }, (_, i) => epochDay(`${2000 + i}-07-01`));
    const rare = calendarFromSessions('RARE', days, { first: epochDay('2000-01-01'), last: epochDay('2019-12-31') });
    const schedule: EventSchedule = {
      ...rebalance,
      every: { months: [3] },
      dates: [{ name: 'effective', rule: shift(3, thirdFriday) }],
    };
    expect(effective(schedule, '2010-01-01', '2011-12-31', { calendar: rare })).toEqual(['2010-07-01', '2011-07-01']);
  });

  it('does not leave out an event that may lie in the range but cannot be found', () => {
    const days = Array.from({ length: 20 }, (_, i) => epochDay(`${2000 + i}-07-01`));
    const rare = calendarFromSessions('RARE', days, { first: epochDay('2000-01-01'), last: epochDay('2019-12-31') });
    const before: EventSchedule = {
      ...rebalance,
      every: { months: [3] },
      dates: [{ name: 'effective', rule: shift(-3, thirdFriday) }],
    };
    expect(() => effective(before, '2019-01-01', '2019-12-31', { calendar: rare })).toThrow('RB3802: 2020-03-20');
    expect(effective(before, '2010-01-01', '2010-12-31', { calendar: rare })).toEqual(['2010-07-01']);
  });

  it('leaves out an event that was decided to fall outside the range', () => {
    const schedule: EventSchedule = {
      name: 'special',
      every: { months: [7] },
      dates: [
        {
          name: 'effective',
          rule: {
            op: 'window',
            from: { op: 'nth', n: 1, unit: 'weekday', of: { offset: 0 } },
            to: { op: 'nth', n: -1, unit: 'weekday', of: { offset: 0 } },
            unit: 'weekday',
          },
        },
      ],
    };
    const context = { ...nasdaq, decided: () => epochDay('2026-07-20') };
    expect(effective(schedule, '2026-07-01', '2026-07-19', context)).toEqual([]);
    expect(effective(schedule, '2026-07-01', '2026-07-20', context)).toEqual(['2026-07-20']);
    expect(effective(schedule, '2026-07-21', '2026-07-31', context)).toEqual([]);
  });

  it('asks for a decided date, naming the event', () => {
    const window: DateRule = {
      op: 'window',
      from: { op: 'nth', n: -10, unit: 'weekday', of: { offset: -1 } },
      to: { op: 'nth', n: -1, unit: 'weekday', of: { offset: -1 } },
      unit: 'weekday',
    };
    const schedule: EventSchedule = {
      name: 'review',
      every: { months: [8] },
      dates: [
        { name: 'price', rule: window },
        { name: 'effective', rule: { op: 'nth', n: -1, unit: 'weekday', of: { offset: 0 } } },
      ],
    };
    const asked: DateQuestion[] = [];
    const decided = (question: DateQuestion) => {
      asked.push(question);
      return epochDay('2026-07-20');
    };
    expect(events(schedule, '2026-08-01', '2026-08-31', { ...nasdaq, decided })[0]?.dates).toEqual({
      price: '2026-07-20',
      effective: '2026-08-31',
    });
    expect(asked).toEqual([
      {
        event: 'review',
        date: 'price',
        year: 2026,
        month: 8,
        from: epochDay('2026-07-20'),
        to: epochDay('2026-07-31'),
      },
    ]);
    expect(() => events(schedule, '2026-08-01', '2026-08-31')).toThrow(
      'RB3808: the date `price` of `review` is chosen by decision from 2026-07-20 to 2026-07-31',
    );
  });
});

describe('an unsound schedule', () => {
  const withDates = (...dates: [string, DateRule][]): EventSchedule => ({
    ...rebalance,
    dates: dates.map(([name, rule]) => ({ name, rule })),
  });

  test.each<[string, EventSchedule, string]>([
    [
      'dates that define each other',
      withDates(
        ['reference', named('effective')],
        ['announce', shift(-6, named('effective'))],
        ['effective', shift(6, named('announce'))],
      ),
      'RB3806: the dates of `rebalance` are defined by each other: `effective` -> `announce` -> `effective`',
    ],
    [
      'a date that defines itself',
      withDates(['effective', shift(1, named('effective'))]),
      'RB3806: the dates of `rebalance` are defined by each other: `effective` -> `effective`',
    ],
    [
      'a date that is not there',
      withDates(['effective', named('efective')]),
      'RB3805: `rebalance` has no date called `efective`, which `effective` speaks of',
    ],
    ['no effective date', withDates(['announce', thirdFriday]), 'RB3809: `rebalance` has no date called `effective`'],
    [
      'two dates of one name',
      withDates(['effective', thirdFriday], ['effective', thirdFriday]),
      'RB3809: `rebalance` has two dates called `effective`',
    ],
    ['a month that is none', { ...rebalance, every: { months: [3, 13] } }, 'RB3809: `rebalance` is held in month 13'],
    [
      'a recurring event on a fixed date',
      withDates(['effective', { op: 'date', date: '2026-03-02' }]),
      'RB3809: `rebalance` recurs',
    ],
    ['`day` where there is none', withDates(['effective', named('day')]), 'RB3805'],
  ])('with %s is refused', (_, schedule, message) =>
    expect(() => events(schedule, '2026-01-01', '2026-12-31')).toThrow(message),
  );

  it('is refused when a month lacks the day', () => {
    const fifth: EventSchedule = {
      ...rebalance,
      dates: [{ name: 'effective', rule: { op: 'nth', n: 5, unit: 'Friday', of: { offset: 0 } } }],
    };
    expect(() => events(fifth, '2026-01-01', '2026-12-31')).toThrow('RB3803: March 2026 has no 5th Friday');
  });
});
