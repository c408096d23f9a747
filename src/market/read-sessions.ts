import { calendarFromSessions, type OwnCalendars, type TradingCalendar } from '../calendar/index.ts';
import type { TableSpec } from './dataset.ts';
import { DATA_CODES } from './finding.ts';
import { type Reading, readTable, type WantedCell } from './table-reader.ts';

/** Reads the sessions of a data set's own calendars. Each calendar covers the days from its first session to its last. */
export async function readSessions(reading: Reading, tables: TableSpec[]): Promise<OwnCalendars> {
  const sessions = new Map<string, Set<number>>();
  for (const table of tables) {
    const wanted: WantedCell[] = [
      { key: 'calendar', spec: table.roles.calendar!, type: 'text', rule: { required: true } },
      { key: 'date', spec: table.roles.date!, type: 'date', rule: { required: true } },
    ];
    const read = await readTable(reading, table, wanted);
    if (read === undefined) continue;
    const { records, faults } = read;
    let used = 0;
    for (let row = 0; row < records.rows; row += 1) {
      const id = records.text('calendar', row)!;
      const day = records.number('date', row);
      const example = [{ ...records.place(row), value: id }];
      const days = sessions.get(id) ?? new Set();
      if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(id)) {
        faults.add(
          DATA_CODES.notAChoice,
          '`{value}` cannot be the name of a calendar',
          table.roles.calendar?.column,
          1,
          example,
          { why: 'A rulebook could not write it', help: 'Names are letters, digits and `_`, and begin with a letter' },
        );
      } else if (days.has(day)) {
        faults.add(
          DATA_CODES.duplicateKey,
          'A session of the calendar `{value}` is there twice',
          table.roles.date?.column,
          1,
          example,
          { why: 'A day is a session or it is not' },
        );
      } else {
        sessions.set(id, days.add(day));
        used += 1;
      }
    }
    read.finish(used);
  }
  return new Map([...sessions].map(([id, days]): [string, TradingCalendar] => [id, calendarFromSessions(id, days)]));
}
