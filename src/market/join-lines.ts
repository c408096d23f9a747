import { type Continued, continueLines } from './derived/index.ts';
import { edgeTexts } from './price-table.ts';
import type { LineRow } from './read-lines.ts';
import type { PriceTable } from './read-prices.ts';
import type { Reading } from './table-reader.ts';

type Joined = Pick<Continued, 'rows' | 'aliases' | 'continuations'>;

/** Joins lines that go on under another symbol, where the data set declares that such changes are derived. */
export async function joinLines(
  reading: Reading,
  described: Map<string, LineRow>,
  prices: PriceTable[],
  until: number,
): Promise<Joined> {
  const { symbolChanges } = reading.dataset.derive;
  if (symbolChanges === undefined) return { rows: described, aliases: new Map(), continuations: [] };
  const files = prices.flatMap((p) => p.files);
  const continued = await continueLines(described, symbolChanges.within, until, async (ids) => {
    const daily = new Map<string, Awaited<ReturnType<typeof edgeTexts>>>();
    for (const name of symbolChanges.same) {
      if (files.some((f) => f.fields.some((field) => field.cell.key === name)))
        daily.set(name, await edgeTexts(reading.database, files, name, ids));
    }
    return (id, end) => {
      const row = described.get(id);
      return symbolChanges.same
        .map((name) => daily.get(name)?.[end].get(id) ?? row?.records.text(name, row.row) ?? '')
        .join('\n');
    };
  });
  reading.counts.push(continued.count);
  return continued;
}
