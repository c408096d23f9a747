import { isoDate } from '../calendar/index.ts';
import type { DeclaredField } from './declared-fields.ts';
import type { LineSplit } from './derived/index.ts';
import type { Column } from './market.ts';
import { otherwiseValue } from './otherwise.ts';
import type { Prices } from './read-prices.ts';
import { blankSpikes } from './spikes.ts';
import type { Reading } from './table-reader.ts';

/**
 * Leaves out the spikes that the data set declares to be errors, then gives rows without a value what the data set says.
 *
 * @param splits by which a field that spikes are relative to was divided: its name, and the splits
 */
export function finishPrices(
  reading: Reading,
  fields: DeclaredField[],
  prices: Prices,
  splits: { price: string; splits: LineSplit[] } | undefined,
): void {
  const byLine = Map.groupBy(splits?.splits ?? [], (s) => s.line);
  for (const field of fields)
    leaveOutSpikes(reading, field, prices, field.spec.spike?.relative_to === splits?.price ? byLine : undefined);
  for (const field of fields) fillOtherwise(field, prices.columns, prices.seen);
}

function leaveOutSpikes(
  reading: Reading,
  field: DeclaredField,
  { columns, lines, days }: Prices,
  splits: Map<number, LineSplit[]> | undefined,
): void {
  const { spike } = field.spec;
  const column = columns.find((c) => c.info === field.info);
  if (spike === undefined || column?.kind !== 'series') return;
  const width = days.length;
  const relative = columns.find((c) => c.info.name === spike.relative_to);
  const divisor = relative?.kind === 'series' ? relative.values : undefined;
  const blanked = blankSpikes(column.values, width, spike.factor, spike.within, divisor, splits);
  if (blanked.length === 0) return;
  const examples = blanked
    .slice(0, 3)
    .map((at) => `${lines.ids[Math.floor(at / width)]} on ${isoDate(days[at % width]!)}`);
  const over = spike.relative_to === undefined ? '' : ` over \`${spike.relative_to}\``;
  const reason = `\`${field.info.name}\`${over} is more than ${spike.factor} times, or less than a part in ${spike.factor} of, the values before and after it (the value, not the row)`;
  reading.counts.find((c) => c.table === field.table.name)?.leftOut.push({ reason, rows: blanked.length, examples });
}

/** A daily field's `otherwise` stands in every row that has no value of its own. */
function fillOtherwise(field: DeclaredField, columns: Column[], seen: Uint8Array): void {
  const column = columns.find((c) => c.info === field.info);
  if (field.spec.otherwise === undefined || column?.kind !== 'series') return;
  const value = Number(otherwiseValue(field.info.type, field.spec.otherwise));
  for (let i = 0; i < seen.length; i += 1)
    if (seen[i] === 1 && Number.isNaN(column.values[i]!)) column.values[i] = value;
}
