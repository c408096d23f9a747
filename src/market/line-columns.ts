import type { DeclaredField } from './declared-fields.ts';
import { ALWAYS, type Column } from './market.ts';
import { type LineRow, lineKnown } from './read-lines.ts';
import { withOtherwise } from './read-values.ts';
import { always, type Step, stepsColumn } from './steps.ts';

/** Columns of what tables of lines say: one step for each line, which holds on every day, but for symbols that changed. */
export function lineColumns(fields: DeclaredField[], rows: (LineRow | undefined)[]): Column[] {
  return fields.map((field) => {
    const steps: Step[] = [];
    for (const [line, row] of rows.entries()) {
      if (row === undefined || row.table !== field.table) continue;
      const { name, type } = field.info;
      const known = lineKnown(row) ?? ALWAYS;
      if (row.symbols !== undefined && name === 'symbol') {
        for (const { from, symbol } of row.symbols)
          steps.push({ entity: line, date: from, known: Math.max(from, known), value: symbol });
        continue;
      }
      const value =
        name === 'listed_from' && name in row.table.roles
          ? row.listedFrom
          : type === 'text'
            ? row.records.text(name, row.row)
            : row.records.number(name, row.row);
      if (value !== undefined && !Number.isNaN(value)) steps.push(always(line, value, known));
    }
    return stepsColumn(field.info, rows.length, withOtherwise(field, steps, rows.length));
  });
}
