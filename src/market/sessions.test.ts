import { describe, expect, it } from 'vitest';
import { epochDay } from '../calendar/index.ts';
import { openCalendars } from './open-calendars.ts';
import { dataFolder, opened, prices, refused, yaml } from './test-folder.ts';

const TABLE = '  sessions: {files: sessions.csv, calendar: exchange, date: day, known: always}\n';
const files = (rows: string, table = TABLE) => ({
  'dataset.yaml': yaml(table),
  'prices.csv': prices(),
  'sessions.csv': `exchange,day\n${rows}`,
});
const SOUND = 'HOME,2024-01-02\nAWAY,2024-01-03\nHOME,2024-01-05\n';

describe('tables of sessions', () => {
  it('are calendars that cover the days from first session to last', async () => {
    const { calendars, counts } = await opened(files(SOUND));
    expect([...calendars.keys()]).toEqual(['HOME', 'AWAY']);
    const home = calendars.get('HOME')!;
    expect([home.first, home.last]).toEqual([epochDay('2024-01-02'), epochDay('2024-01-05')]);
    expect([2, 3, 4, 5].map((day) => home.isSession(epochDay(`2024-01-0${day}`)))).toEqual([true, false, false, true]);
    expect(() => home.isSession(epochDay('2024-01-06'))).toThrow('outside the calendar HOME');
    expect(counts.find((count) => count.table === 'sessions')).toMatchObject({ read: 3, used: 3 });
  });

  it('are read on their own', async () => {
    const own = await openCalendars(dataFolder(files(SOUND)));
    expect('calendars' in own && [...own.calendars.keys()]).toEqual(['HOME', 'AWAY']);
    const without = await openCalendars(dataFolder({ 'dataset.yaml': yaml(), 'prices.csv': prices() }));
    expect('calendars' in without && without.calendars.size).toBe(0);
  });

  it.each([
    ['a session twice', 'HOME,2024-01-02\nHOME,2024-01-02\n', 'RB5030', 3],
    ['a name that a rulebook cannot write', 'HOME OF,2024-01-02\n', 'RB5028', 2],
    ['no date', 'HOME,\n', 'RB5025', 2],
    ['a date that is none', 'HOME,2023-02-29\n', 'RB5022', 2],
  ])('%s', async (_, rows, code, row) => {
    expect((await refused(files(rows))).map((d) => [d.code, d.spans[0]?.row])).toEqual([[code, row]]);
  });

  it('must be known always', async () => {
    const found = await refused(files(SOUND, TABLE.replace('always', 'date')));
    expect(found.map((d) => d.code)).toEqual(['RB5004']);
  });
});
