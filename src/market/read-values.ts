import { tellAmbiguous } from './ambiguous-symbols.ts';
import type { TableSpec } from './dataset.ts';
import { type DeclaredField, moneyOf } from './declared-fields.ts';
import { entityTable } from './entity-table.ts';
import { DATA_CODES } from './finding.ts';
import { ALWAYS, type Column, type EntityTable } from './market.ts';
import { otherwiseValue } from './otherwise.ts';
import { always, type Step, stepsColumn } from './steps.ts';
import { lineOfSymbol, linesWithSymbol, type SymbolBook } from './symbol-book.ts';
import { KNOWN, knownCell, type Reading, readTable, type WantedCell } from './table-reader.ts';

/** What values may be about. */
export type Entities = {
  lines: EntityTable;
  companies: EntityTable;
  groups: Map<string, EntityTable>;
  currencyOf: string[];
  book: SymbolBook;
  /** The day from which a line had an identifier, where it had another before: its values begin then. */
  since: Map<string, number>;
};

/** Reads a table of values that hold from a date on: one column of steps for each field. A new grouping is added to `groups`. */
export async function readValues(
  reading: Reading,
  table: TableSpec,
  fields: DeclaredField[],
  entities: Entities,
): Promise<Column[]> {
  const key =
    table.domain === 'market'
      ? undefined
      : (['line', 'symbol', 'company', 'group'] as const).find((k) => table.roles[k] !== undefined);
  const wanted: WantedCell[] = fields.map((f) => ({
    key: f.info.name,
    spec: f.spec,
    type: f.info.type,
    rule:
      (moneyOf(f.info.unit) !== undefined || f.info.unit === 'shares') && !(f.spec.allow ?? []).includes('negative')
        ? { negative: 'fault' }
        : {},
  }));
  if (key !== undefined) wanted.push({ key, spec: table.roles[key]!, type: 'text', rule: { required: true } });
  const { date, currency } = table.roles;
  if (date !== undefined) wanted.push({ key: 'date', spec: date, type: 'date', rule: { required: true } });
  if (currency !== undefined) wanted.push({ key: 'currency', spec: currency, type: 'text', rule: { required: true } });
  const read = await readTable(reading, table, [...wanted, ...knownCell(table)]);
  if (read === undefined)
    return table.optional ? fields.map((f) => stepsColumn(f.info, sizeOf(), withOtherwise(f, [], sizeOf()))) : [];
  const { records, faults } = read;
  if (table.domain !== 'line' && table.domain !== 'company' && table.domain !== 'market' && key !== undefined) {
    const before = entities.groups.get(table.domain)?.ids ?? [];
    const names = Array.from({ length: records.rows }, (_, row) => records.text(key, row)!);
    entities.groups.set(table.domain, entityTable([...before, ...names]));
  }
  const steps = new Map<string, Step[]>(fields.map((f) => [f.info.name, []]));
  const seen = new Map<string, number>();
  let used = 0;
  for (let row = 0; row < records.rows; row += 1) {
    const id = key === undefined ? '' : records.text(key, row)!;
    const written = date === undefined ? ALWAYS : records.number('date', row);
    const day = table.domain === 'line' ? Math.max(written, entities.since.get(id) ?? ALWAYS) : written;
    const known = table.known === 'always' ? ALWAYS : table.known === 'date' ? day : records.number(KNOWN, row);
    const entity = entityOf(id, day);
    const example = [{ ...records.place(row), value: id }];
    const among = table.lineBy === 'symbol' && entity === undefined ? linesWithSymbol(entities.book, id, day) : [];
    if (among.length > 1) {
      const ids = among.map((line) => entities.lines.ids[line]!);
      tellAmbiguous(faults, ids, id, table.roles.symbol?.column, records.place(row));
      continue;
    }
    if (entity === undefined) {
      const company = table.domain === 'company';
      faults.add(
        company ? DATA_CODES.unknownCompany : DATA_CODES.unknownLine,
        `A row is about a ${company ? 'company' : 'line'} that is not in the data set: \`{value}\``,
        table.roles[key!]?.column,
        1,
        example,
        {
          leaveOut: table.unknownLines === 'leave_out',
          help: 'Add it to the table of lines, or write `unknown_lines: leave_out` at the table',
        },
      );
      continue;
    }
    const place = `${entity} ${day} ${known}`;
    const first = seen.get(place);
    if (first !== undefined) {
      faults.add(
        DATA_CODES.duplicateKey,
        'There are several rows for `{value}` with one date',
        table.roles[key ?? 'date']?.column,
        1,
        [{ ...example[0]!, first: records.place(first) }],
        { stop: true, why: 'Nothing says which of them is right', help: 'Keep one row for each date' },
      );
      continue;
    }
    seen.set(place, row);
    const paid = currency === undefined ? undefined : records.text('currency', row);
    const other = fields.find(
      (f) => paid !== undefined && wantedCurrency(f, entity) !== undefined && wantedCurrency(f, entity) !== paid,
    );
    if (other !== undefined) {
      faults.add(
        DATA_CODES.mixedCurrencies,
        `\`${other.info.name}\` is in \`${wantedCurrency(other, entity)}\` but a row is in \`{value}\``,
        currency?.column,
        1,
        [{ ...records.place(row), value: paid! }],
        { help: 'Keep one currency to a field, with `where` or with a field for each' },
      );
      continue;
    }
    used += 1;
    for (const { info } of fields) {
      const value = info.type === 'text' ? records.text(info.name, row) : records.number(info.name, row);
      if (value !== undefined && !Number.isNaN(value)) steps.get(info.name)!.push({ entity, date: day, known, value });
    }
  }
  read.finish(used);
  const size = sizeOf();
  return fields.map((f) => stepsColumn(f.info, size, withOtherwise(f, steps.get(f.info.name)!, size)));

  function sizeOf(): number {
    if (table.domain === 'line') return entities.lines.ids.length;
    if (table.domain === 'company') return entities.companies.ids.length;
    return entities.groups.get(table.domain)?.ids.length ?? 1;
  }

  function entityOf(id: string, day: number): number | undefined {
    if (table.domain === 'market') return 0;
    if (table.domain === 'company') return entities.companies.index.get(id);
    if (table.domain !== 'line') return entities.groups.get(table.domain)!.index.get(id);
    return table.lineBy === 'symbol' ? lineOfSymbol(entities.book, id, day) : entities.lines.index.get(id);
  }

  function wantedCurrency(field: DeclaredField, entity: number): string | undefined {
    const money = moneyOf(field.info.unit);
    return money === 'currency' && table.domain === 'line' ? entities.currencyOf[entity] : money;
  }
}

/** Gives each entity that a table does not name the value that the data set declares for it. */
export function withOtherwise(field: DeclaredField, steps: Step[], entities: number): Step[] {
  const { otherwise } = field.spec;
  if (otherwise === undefined) return steps;
  const value = otherwiseValue(field.info.type, otherwise);
  const named = new Set(steps.map((s) => s.entity));
  return [
    ...steps,
    ...Array.from({ length: entities }, (_, e) => e)
      .filter((e) => !named.has(e))
      .map((e) => always(e, value)),
  ];
}
