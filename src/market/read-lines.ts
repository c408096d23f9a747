import { epochDay, isoDate } from '../calendar/index.ts';
import type { TableSpec } from './dataset.ts';
import type { DeclaredField } from './declared-fields.ts';
import { DATA_CODES, finding } from './finding.ts';
import { OPEN_END } from './market.ts';
import type { Records } from './records.ts';
import { KNOWN, knownCell, type Reading, readTable, type WantedCell } from './table-reader.ts';

/** What a table of lines says of one line; days are epoch days, absent where the table does not say. */
export type LineRow = {
  id: string;
  company: string;
  symbol?: string;
  /** Where it had several: each with the day from which it had it, the first from `ALWAYS`. */
  symbols?: { from: number; symbol: string }[];
  name?: string;
  currency?: string;
  listedFrom?: number;
  listedUntil?: number;
  table: TableSpec;
  records: Records;
  row: number;
};

/** Reads the tables of lines: the lines by identifier. Fields asked for stay in `records`, at `row`. */
export async function readLines(
  reading: Reading,
  tables: TableSpec[],
  fields: DeclaredField[],
): Promise<Map<string, LineRow>> {
  const lines = new Map<string, LineRow>();
  for (const table of tables) {
    const roles: WantedCell[] = [
      'line',
      'company',
      'symbol',
      'name',
      'currency',
      'listed_from',
      'listed_until',
    ].flatMap((key) => {
      const spec = table.roles[key];
      const type = key.startsWith('listed') ? 'date' : 'text';
      return spec === undefined
        ? []
        : [{ key, spec, type, rule: { required: key === 'line' || key === 'company' } } as const];
    });
    const wanted = fields
      .filter((f) => f.table === table && !(f.info.name in table.roles))
      .map((f): WantedCell => ({ key: f.info.name, spec: f.spec, type: f.info.type }));
    const read = await readTable(reading, table, [...roles, ...wanted, ...knownCell(table)]);
    if (read === undefined) continue;
    const { records, faults } = read;
    const began = startOf(reading, table, records);
    let used = 0;
    for (let row = 0; row < records.rows; row += 1) {
      const id = records.text('line', row)!;
      const seen = records.number('listed_from', row);
      const from = seen === began?.first ? began.before : seen;
      const last = records.number('listed_until', row);
      // A line whose last day is blank is still listed.
      const until = table.roles.listed_until !== undefined && Number.isNaN(last) ? OPEN_END : last;
      const before = lines.get(id);
      if (before !== undefined) {
        faults.add(
          DATA_CODES.duplicateKey,
          'There are several rows for line `{value}`',
          table.roles.line?.column,
          1,
          [{ ...records.place(row), value: id, first: before.records.place(before.row) }],
          { stop: true, help: 'Keep one row for each line' },
        );
      } else if (from > until) {
        const what = 'A line is listed until a day before it is listed from: `{value}`';
        faults.add(DATA_CODES.intervalReversed, what, table.roles.listed_until?.column, 1, [
          { ...records.place(row), value: id },
        ]);
      } else {
        used += 1;
        lines.set(id, {
          id,
          company: records.text('company', row)!,
          ...optional('symbol'),
          ...optional('name'),
          ...optional('currency'),
          ...(Number.isNaN(from) ? {} : { listedFrom: from }),
          ...(Number.isNaN(until) ? {} : { listedUntil: until }),
          table,
          records,
          row,
        });
      }
      function optional(key: 'symbol' | 'name' | 'currency'): { [K in typeof key]?: string } {
        const text = records.text(key, row);
        return text === undefined ? {} : { [key]: text };
      }
    }
    read.finish(used);
  }
  return lines;
}

/** The earliest first day of listing, and the day that stands for it, where the table says that such lines were listed before. */
function startOf(reading: Reading, table: TableSpec, records: Records): { first: number; before: number } | undefined {
  const written = table.roles.listed_from?.at_start;
  if (written === undefined) return undefined;
  let first = Number.POSITIVE_INFINITY;
  for (let row = 0; row < records.rows; row += 1) {
    const day = records.number('listed_from', row);
    if (day < first) first = day;
  }
  const before = dayOf(written);
  if (before !== undefined && before <= first) return { first, before };
  const what =
    before === undefined
      ? `\`${written}\` is no date`
      : `\`${written}\` is after ${isoDate(first)}, the earliest first day of listing`;
  reading.diagnostics.push(
    finding(
      DATA_CODES.badDeclaration,
      what,
      [reading.dataset.locate(['tables', table.name, 'listed_from', 'at_start'])],
      {
        help: 'Write a date long before the data begin; it stands for the first day of listing of lines that were there already',
      },
    ),
  );
  return undefined;
}

function dayOf(iso: string): number | undefined {
  try {
    return epochDay(iso);
  } catch {
    return undefined;
  }
}

/** The day on which what a table says of a line was known, undefined where it was on every day. */
export function lineKnown(line: LineRow): number | undefined {
  return typeof line.table.known === 'object' ? line.records.number(KNOWN, line.row) : undefined;
}
