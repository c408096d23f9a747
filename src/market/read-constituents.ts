import { tellAmbiguous } from './ambiguous-symbols.ts';
import type { TableSpec } from './dataset.ts';
import { DATA_CODES } from './finding.ts';
import { type Constituency, type EntityTable, OPEN_END } from './market.ts';
import type { SymbolBook } from './symbol-book.ts';
import { type Reading, readTable, type WantedCell } from './table-reader.ts';

type Row = { id: string; index: string; from: number; until: number; place: { file: string; row: number } };

/**
 * Reads published membership. Intervals are taken as they are; a snapshot holds until the next one of its index.
 * A symbol stands for the line that has it within the interval. Where several lines have it one after the other, each is a
 * member while it has the symbol. A membership that ended before the first day of prices is counted and left out.
 */
export async function readConstituents(
  reading: Reading,
  table: TableSpec,
  lines: EntityTable,
  book: SymbolBook,
  firstDay: number,
): Promise<Constituency[]> {
  const key = table.lineBy;
  const wanted: WantedCell[] = [
    { key: 'index', spec: table.roles.index!, type: 'text', rule: { required: true } },
    { key, spec: table.roles[key]!, type: 'text', rule: { required: true } },
    ...(['from', 'until', 'date'] as const).flatMap((role): WantedCell[] => {
      const spec = table.roles[role];
      return spec === undefined ? [] : [{ key: role, spec, type: 'date', rule: { required: role !== 'until' } }];
    }),
  ];
  const read = await readTable(reading, table, wanted);
  if (read === undefined) return [];
  const { records, faults } = read;
  const rows = Array.from({ length: records.rows }, (_, row): Row => {
    const until = records.number('until', row);
    const from = records.number(table.shape === 'snapshots' ? 'date' : 'from', row);
    return {
      id: records.text(key, row)!,
      index: records.text('index', row)!,
      from,
      until: Number.isNaN(until) ? OPEN_END : until,
      place: records.place(row),
    };
  });
  if (table.shape === 'snapshots') endSnapshots(rows);
  const found: (Constituency & { source: Row })[] = [];
  let used = 0;
  for (const row of rows) {
    const example = [{ ...row.place, value: row.id }];
    if (row.until <= row.from) {
      faults.add(
        DATA_CODES.intervalReversed,
        'A membership ends on or before the day it begins: `{value}`',
        table.roles.until?.column,
        1,
        example,
        { why: '`until` is the first day on which it is no longer a member' },
      );
    } else if (row.until <= firstDay) {
      faults.add(
        DATA_CODES.unknownLine,
        'A membership ended before the first day of prices: `{value}`',
        table.roles.until?.column,
        1,
        example,
        { leaveOut: true },
      );
    } else if (doubtful(row).length > 1) {
      tellAmbiguous(
        faults,
        doubtful(row).map((line) => lines.ids[line]!),
        row.id,
        table.roles[key]?.column,
        row.place,
      );
    } else {
      const members = membersOf(row);
      used += members.length > 0 ? 1 : 0;
      found.push(...members.map((m) => ({ ...m, source: row })));
      if (members.length === 0) {
        faults.add(
          DATA_CODES.unknownLine,
          `A membership is of a ${key} that is not in the data set: \`{value}\``,
          table.roles[key]?.column,
          1,
          example,
          {
            leaveOut: table.unknownLines === 'leave_out',
            help: 'Add it to the table of lines, or write `unknown_lines: leave_out` at the table',
          },
        );
      }
    }
  }
  found.sort((a, b) => (a.index < b.index ? -1 : a.index > b.index ? 1 : a.line - b.line || a.from - b.from));
  for (const [i, one] of found.entries()) {
    const before = found[i - 1];
    if (before !== undefined && before.index === one.index && before.line === one.line && before.until > one.from) {
      faults.add(
        DATA_CODES.intervalsOverlap,
        'Two memberships of `{value}` in one index overlap',
        table.roles[key]?.column,
        1,
        [{ ...one.source.place, value: one.source.id }],
        { stop: true, help: 'Join them, or end the first before the second begins' },
      );
    }
  }
  read.finish(used);
  return joined(found);

  /** The lines that have the symbol at once during a membership. */
  function doubtful({ id, from, until }: Row): number[] {
    if (key === 'line') return [];
    const uses = book.uses(id).filter((use) => use.from < until && use.until > from);
    const meet = uses.filter((a) => uses.some((b) => a.line !== b.line && a.from < b.until && b.from < a.until));
    return [...new Set(meet.map((use) => use.line))];
  }

  function membersOf(row: Row): Constituency[] {
    const { index, from, until } = row;
    if (key === 'line') {
      const line = lines.index.get(row.id);
      return line === undefined ? [] : [{ line, index, from, until }];
    }
    const uses = book.uses(row.id).filter((use) => use.from < until && use.until > from);
    const candidates = uses.length > 0 ? uses : book.uses(row.id);
    if (new Set(candidates.map((use) => use.line)).size === 1)
      return [{ line: candidates[0]!.line, index, from, until }];
    return uses.map((use, i) => ({
      line: use.line,
      index,
      from: i === 0 ? from : Math.max(from, use.from),
      until: i === uses.length - 1 ? until : Math.min(until, use.until),
    }));
  }
}

/** Memberships of one line that follow each other without a day between are one. */
function joined(sorted: Constituency[]): Constituency[] {
  const out: Constituency[] = [];
  for (const { line, index, from, until } of sorted) {
    const before = out.at(-1);
    if (before?.index === index && before.line === line && before.until === from) before.until = until;
    else out.push({ line, index, from, until });
  }
  return out;
}

/** A member of a snapshot is one until the next snapshot of its index. */
function endSnapshots(rows: Row[]): void {
  const dates = new Map<string, number[]>();
  for (const { index, from } of rows) {
    const of = dates.get(index) ?? [];
    if (!of.includes(from)) of.push(from);
    dates.set(index, of);
  }
  for (const of of dates.values()) of.sort((a, b) => a - b);
  for (const row of rows) {
    const of = dates.get(row.index)!;
    row.until = of[of.indexOf(row.from) + 1] ?? OPEN_END;
  }
}
