import { describe, expect, it } from 'vitest';
import { calendarDigest } from './calendar-digest.ts';
import type { CalendarExpr } from './calendar-expr.ts';
import { calendarFromSessions } from './calendar-from-sessions.ts';
import { epochDay } from './epoch-day.ts';
import { tradingCalendar } from './exchange-calendar.ts';
import { resolveCalendar } from './resolve-calendar.ts';

const named = (mic: string): CalendarExpr => ({ op: 'calendar', mic });
const both: CalendarExpr = { op: 'intersection', left: named('XNYS'), right: named('XTKS') };

describe('a calendar expression', () => {
  it('means the calendars it names, made once', () => {
    expect(resolveCalendar(named('XNYS'))).toBe(tradingCalendar('XNYS'));
    expect(resolveCalendar(both)).toBe(resolveCalendar(structuredClone(both)));
    expect(resolveCalendar(both).isSession(epochDay('2026-01-02'))).toBe(false);
    expect(resolveCalendar(both).isSession(epochDay('2026-01-05'))).toBe(true);
    expect(resolveCalendar(named('WEEKDAYS')).isSession(epochDay('2026-01-01'))).toBe(true);
  });

  it('prefers the calendars of the data set', () => {
    const own = new Map([['ISLE', calendarFromSessions('ISLE', [epochDay('2026-01-01'), epochDay('2026-01-05')])]]);
    const expr: CalendarExpr = { op: 'union', left: named('XNYS'), right: named('ISLE') };
    expect(resolveCalendar(expr, own).isSession(epochDay('2026-01-01'))).toBe(true);
    expect(() => resolveCalendar(expr)).toThrow('RB3801: there is no calendar `ISLE`');
  });
});

describe('a digest', () => {
  it('stands for the data, not for the object', () => {
    expect(calendarDigest(both)).toMatch(/^[0-9a-f]{64}$/);
    expect(calendarDigest(both)).toBe(calendarDigest(structuredClone(both)));
    const digests = ['XNYS', 'XNAS', 'XLON', 'WEEKDAYS'].map((mic) => calendarDigest(named(mic)));
    expect(new Set([...digests, calendarDigest(both), calendarDigest({ ...both, op: 'union' })]).size).toBe(6);
  });

  it('changes with a session of a data set', () => {
    const digest = (...days: number[]) =>
      calendarDigest(named('ISLE'), new Map([['ISLE', calendarFromSessions('ISLE', days)]]));
    expect(digest(1, 2, 4)).toBe(digest(4, 2, 1));
    expect(digest(1, 2, 4)).not.toBe(digest(1, 3, 4));
  });
});
