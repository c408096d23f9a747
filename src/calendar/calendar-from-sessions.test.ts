import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { calendarFromSessions } from './calendar-from-sessions.ts';
import { difference, intersection, union } from './combine-calendars.ts';
import { epochDay } from './epoch-day.ts';
import { tradingCalendar } from './exchange-calendar.ts';
import { isoDate } from './iso-date.ts';

const days = fc.uniqueArray(fc.integer({ min: 100, max: 220 }), { minLength: 1, maxLength: 80 });
const coverage = { first: 90, last: 230 };

describe('a calendar of given sessions', () => {
  it('answers as a plain list does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 90, max: 230 }), fc.integer({ min: 1, max: 20 }), (given, day, n) => {
        const calendar = calendarFromSessions('TEST', given, coverage);
        const after = given.filter((d) => d > day).sort((a, b) => a - b);
        const before = given.filter((d) => d < day).sort((a, b) => b - a);
        expect(calendar.isSession(day)).toBe(given.includes(day));
        expect([...calendar.sessionsBetween(day, 230)]).toEqual(given.includes(day) ? [day, ...after] : after);
        const ask = (expected: number | undefined, answer: () => number) =>
          expected === undefined ? expect(answer).toThrow('RB3802') : expect(answer()).toBe(expected);
        ask(after[n - 1], () => calendar.shift(day, n));
        ask(before[n - 1], () => calendar.shift(day, -n));
        ask(given.includes(day) ? day : after[0], () => calendar.onOrAfter(day));
        ask(given.includes(day) ? day : before[0], () => calendar.onOrBefore(day));
      }),
    );
  });

  it('goes back where it came from', () => {
    const calendar = tradingCalendar('XTKS');
    const sessions = calendar.sessionsBetween(epochDay('2002-01-01'), epochDay('2025-12-31'));
    fc.assert(
      fc.property(fc.nat(sessions.length - 1), fc.integer({ min: -250, max: 250 }), (index, n) => {
        const day = sessions[index]!;
        expect(calendar.shift(calendar.shift(day, n), -n)).toBe(day);
      }),
    );
  });

  it('counts from the day just outside, and from none further', () => {
    const calendar = calendarFromSessions('TEST', [11, 13, 18], { first: 10, last: 20 });
    expect(calendar.shift(21, -1)).toBe(18);
    expect(calendar.shift(9, 1)).toBe(11);
    for (const ask of [
      () => calendar.shift(22, -1),
      () => calendar.shift(8, 1),
      () => calendar.isSession(21),
      () => calendar.shift(21, 1),
    ]) {
      expect(ask).toThrow('RB3802');
    }
    expect([...calendar.sessionsBetween(15, 12)]).toEqual([]);
    expect(() => calendar.sessionsBetween(10, 21)).toThrow('RB3802');
  });

  test('refuses not-a-number', () => {
    expect(() => tradingCalendar('XNYS').isSession(Number.NaN)).toThrow('RB3802');
  });

  it('refuses to be empty, or to lie outside its own dates', () => {
    expect(() => calendarFromSessions('TEST', [])).toThrow('RB3800: the calendar TEST has no sessions');
    expect(() => calendarFromSessions('TEST', [5], { first: 6, last: 9 })).toThrow('RB3802');
  });
});

describe('calendars combined', () => {
  it('are the sets combined', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const left = calendarFromSessions('A', a, coverage);
        const right = calendarFromSessions('B', b, { first: 95, last: 240 });
        const [setA, setB] = [new Set(a), new Set(b)];
        const all = (calendar: typeof left) => [...calendar.sessionsBetween(95, 230)];
        const sorted = (set: Set<number>) => [...set].sort((x, y) => x - y);
        expect(all(union(left, right))).toEqual(sorted(setA.union(setB)));
        expect(all(intersection(left, right))).toEqual(sorted(setA.intersection(setB)));
        expect(all(difference(left, right))).toEqual(sorted(setA.difference(setB)));
        expect([union(left, right).first, union(left, right).last]).toEqual([95, 230]);
      }),
    );
  });

  it('say how they were made', () => {
    const [a, b] = [tradingCalendar('XNYS'), tradingCalendar('XLON')];
    expect(difference(union(a, b), tradingCalendar('XTKS')).id).toBe('(XNYS or XLON) but not XTKS');
    const only = difference(b, a).sessionsBetween(epochDay('2022-01-01'), epochDay('2022-12-31'));
    expect([...only].map(isoDate)).toEqual(
      ['01-17', '02-21', '05-30', '06-20', '07-04', '09-05', '11-24'].map((day) => `2022-${day}`),
    );
  });

  it('need years in common', () => {
    const [a, b] = [calendarFromSessions('A', [1]), calendarFromSessions('B', [9])];
    expect(() => union(a, b)).toThrow('RB3802: the calendars of `A or B` have no day in common');
  });
});
