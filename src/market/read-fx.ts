import type { TableSpec } from './dataset.ts';
import { DATA_CODES } from './finding.ts';
import { ALWAYS, type FxRates } from './market.ts';
import { KNOWN, knownCell, type Reading, readTable, type WantedCell } from './table-reader.ts';

/** Reads a table of exchange rates: one series for each pair. */
export async function readFx(reading: Reading, table: TableSpec): Promise<FxRates[]> {
  const wanted: WantedCell[] = [
    { key: 'date', spec: table.roles.date!, type: 'date', rule: { required: true } },
    { key: 'base', spec: table.roles.base!, type: 'text', rule: { required: true } },
    { key: 'quote', spec: table.roles.quote!, type: 'text', rule: { required: true } },
    {
      key: 'rate',
      spec: table.roles.rate!,
      type: 'number',
      rule: { required: true, negative: 'fault', zero: 'fault' },
    },
  ];
  const read = await readTable(reading, table, [...wanted, ...knownCell(table)]);
  if (read === undefined) return [];
  const { records, faults } = read;
  const pairs = new Map<
    string,
    { base: string; quote: string; rates: { day: number; known: number; value: number }[]; seen: Set<string> }
  >();
  let used = 0;
  for (let row = 0; row < records.rows; row += 1) {
    const base = records.text('base', row)!;
    const quote = records.text('quote', row)!;
    const day = records.number('date', row);
    const known = table.known === 'always' ? ALWAYS : table.known === 'date' ? day : records.number(KNOWN, row);
    const pair = pairs.get(`${base}/${quote}`) ?? { base, quote, rates: [], seen: new Set() };
    pairs.set(`${base}/${quote}`, pair);
    if (pair.seen.has(`${day} ${known}`)) {
      faults.add(
        DATA_CODES.duplicateKey,
        'There are several rates of `{value}` with one date',
        table.roles.base?.column,
        1,
        [{ ...records.place(row), value: `${base}/${quote}` }],
        { stop: true, why: 'Nothing says which of them is right' },
      );
      continue;
    }
    pair.seen.add(`${day} ${known}`);
    pair.rates.push({ day, known, value: records.number('rate', row) });
    used += 1;
  }
  read.finish(used);
  return [...pairs.values()].map(({ base, quote, rates }) => {
    const sorted = rates.toSorted((a, b) => a.day - b.day || a.known - b.known);
    return {
      base,
      quote,
      days: Int32Array.from(sorted, (r) => r.day),
      known: Int32Array.from(sorted, (r) => r.known),
      values: Float64Array.from(sorted, (r) => r.value),
    };
  });
}
