import { ALWAYS, type Market } from './market.ts';
import { positionAsOf } from './value-as-of.ts';

/** The field that has a line's number of shares in issue, by which share changes are measured. */
export const SHARE_COUNT_FIELD = 'shares_outstanding';

/**
 * The number of shares of a line as last known before a day, with the day it is of; undefined where the field
 * `shares_outstanding` was not read, is not of lines, or has no value.
 */
export function shareCountBefore(
  market: Market,
  line: number,
  day: number,
): { value: number; day: number } | undefined {
  const column = market.fields.get(SHARE_COUNT_FIELD);
  if (column === undefined || column.domain !== 'line') return undefined;
  if (column.kind === 'series-text' || column.kind === 'steps-text') return undefined;
  const before = day - 1;
  const at = positionAsOf(market, column, line, before, before);
  const value = at < 0 ? Number.NaN : column.values[at]!;
  if (Number.isNaN(value)) return undefined;
  if (column.kind === 'series') return { value, day: market.days[at - line * market.days.length]! };
  return { value, day: column.dates[at] === ALWAYS ? before : column.dates[at]! };
}
