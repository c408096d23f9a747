import { epochDay } from '../calendar/index.ts';
import type { TableSpec } from './dataset.ts';
import { tellAmbiguous } from './ambiguous-symbols.ts';
import { DATA_CODES } from './finding.ts';
import { ALWAYS, DECISION_ACTIONS, type Decision, type DecisionAction } from './market.ts';
import type { Entities } from './read-values.ts';
import { linesWithSymbol } from './symbol-book.ts';
import { KNOWN, knownCell, type Reading, readTable, type WantedCell } from './table-reader.ts';

/** Reads a table of decisions, in the order of its rows. */
export async function readDecisions(reading: Reading, table: TableSpec, entities: Entities): Promise<Decision[]> {
  const required = { required: true };
  const cells: [string, WantedCell['type'], WantedCell['rule']?][] = [
    ['date', 'date', required],
    ['event', 'text', required],
    ['action', 'text', { required: true, choices: DECISION_ACTIONS }],
    ['subject', 'text'],
    ['field', 'text'],
    ['value', 'text'],
    ['author', 'text', required],
    ['reason', 'text', required],
  ];
  const wanted = cells.flatMap(([role, type, rule]): WantedCell[] => {
    const spec = table.roles[role];
    return spec === undefined ? [] : [{ key: role, spec, type, ...(rule === undefined ? {} : { rule }) }];
  });
  const read = await readTable(reading, table, [...wanted, ...knownCell(table)]);
  if (read === undefined) return [];
  const { records, faults } = read;
  const decisions: Decision[] = [];
  const { lines, companies, book } = entities;
  for (let row = 0; row < records.rows; row += 1) {
    const place = records.place(row);
    const date = records.number('date', row);
    const known = table.known === 'always' ? ALWAYS : table.known === 'date' ? date : records.number(KNOWN, row);
    const event = records.text('event', row)!;
    if (known > date) {
      faults.add(
        DATA_CODES.knownTooLate,
        'A decision is known only after it holds: `{value}`',
        table.roles.date?.column,
        1,
        [{ ...place, value: event }],
        { why: 'A rulebook would have to act on it before it could know of it' },
      );
      continue;
    }
    const subject = records.text('subject', row);
    if (subject !== undefined && !lines.index.has(subject) && !companies.index.has(subject)) {
      const among = linesWithSymbol(book, subject, date);
      if (among.length > 1) {
        const ids = among.map((line) => lines.ids[line]!);
        tellAmbiguous(faults, ids, subject, table.roles.subject?.column, place);
        continue;
      }
    }
    const chosen = records.text('value', row);
    const action = records.text('action', row) as DecisionAction;
    const dated = action === 'choose_date' || /^\d{4}-\d{2}-\d{2}$/.test(chosen ?? '');
    if (dated && chosen !== undefined && !isDay(chosen)) {
      faults.add(
        DATA_CODES.notADate,
        'The date that a decision chooses is no day of the calendar: `{value}`',
        table.roles.value?.column,
        1,
        [{ ...place, value: chosen }],
        { help: 'Dates are days of the calendar, written 2024-02-29' },
      );
      continue;
    }
    const decision: Decision = {
      date,
      known,
      event,
      action,
      author: records.text('author', row)!,
      reason: records.text('reason', row)!,
      row: place.row,
    };
    for (const key of ['subject', 'field', 'value'] as const) {
      const text = records.text(key, row);
      if (text !== undefined) decision[key] = text;
    }
    decisions.push(decision);
  }
  read.finish(decisions.length);
  return decisions;
}

function isDay(text: string): boolean {
  try {
    epochDay(text);
    return true;
  } catch {
    return false;
  }
}
