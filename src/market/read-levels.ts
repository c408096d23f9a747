import type { TableSpec } from './dataset.ts';
import { DATA_CODES } from './finding.ts';
import { LEVEL_VARIANTS, type LevelVariant, type PublishedLevels } from './market.ts';
import { type Reading, readTable, type WantedCell } from './table-reader.ts';

/** Reads a table of published levels: one series for each index and variant. */
export async function readLevels(reading: Reading, table: TableSpec): Promise<PublishedLevels[]> {
  const wanted: WantedCell[] = [
    { key: 'index', spec: table.roles.index!, type: 'text', rule: { required: true } },
    { key: 'date', spec: table.roles.date!, type: 'date', rule: { required: true } },
    {
      key: 'value',
      spec: table.roles.value!,
      type: 'number',
      rule: { required: true, negative: 'fault', zero: 'fault' },
    },
    {
      key: 'variant',
      spec: table.roles.variant!,
      type: 'text',
      rule: { required: true, choices: LEVEL_VARIANTS },
    },
  ];
  const read = await readTable(reading, table, wanted);
  if (read === undefined) return [];
  const { records, faults } = read;
  const series = new Map<string, { index: string; variant: LevelVariant; levels: Map<number, number> }>();
  let used = 0;
  for (let row = 0; row < records.rows; row += 1) {
    const index = records.text('index', row)!;
    const variant = records.text('variant', row) as LevelVariant;
    const day = records.number('date', row);
    const one = series.get(`${index} ${variant}`) ?? { index, variant, levels: new Map() };
    series.set(`${index} ${variant}`, one);
    if (one.levels.has(day)) {
      faults.add(
        DATA_CODES.duplicateKey,
        'There are several levels of `{value}` with one date',
        table.roles.date?.column,
        1,
        [{ ...records.place(row), value: index }],
        { stop: true, why: 'Nothing says which of them is right' },
      );
      continue;
    }
    one.levels.set(day, records.number('value', row));
    used += 1;
  }
  read.finish(used);
  return [...series.values()].map(({ index, variant, levels }) => {
    const sorted = [...levels].sort((a, b) => a[0] - b[0]);
    return {
      index,
      variant,
      days: Int32Array.from(sorted, (l) => l[0]),
      values: Float64Array.from(sorted, (l) => l[1]),
    };
  });
}
