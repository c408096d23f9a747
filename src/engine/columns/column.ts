/**
 * Numbers (dates too, as epoch days) of one domain; NaN is missing. `errors` bounds the distance of each from the exact decimal;
 * without it every value is exactly the decimal it prints as.
 */
export type NumberColumn = { type: 'number'; values: Float64Array; errors?: Float64Array };
/** Text as places in a dictionary; −1 is missing. */
export type TextColumn = { type: 'text'; codes: Int32Array; dictionary: readonly string[] };
/** 0 no, 1 yes, 2 unknown. */
export type TruthColumn = { type: 'yes/no'; values: Uint8Array };
/** One value per entity of a domain, in the order of ids. */
export type Column = NumberColumn | TextColumn | TruthColumn;

/** Twice the rounding error of one operation, relative. */
export const unit = 2 ** -52;
/** Below this, doubles lose digits; such values are always decided in decimals. */
export const smallest = 1e-280;

/** The numbers of a column that can only hold numbers. */
export function numbersIn(column: Column): NumberColumn {
  if (column.type !== 'number') throw new Error('a number is expected');
  return column;
}

/** The truths of a column that can only be a condition. */
export function truthsIn(column: Column): Uint8Array {
  if (column.type !== 'yes/no') throw new Error('a condition is expected');
  return column.values;
}

/** How far the value at `i` may lie from the exact one when it is used in an operation. */
export function errorAt(column: NumberColumn, i: number): number {
  return column.errors === undefined ? unit * Math.abs(column.values[i]!) : column.errors[i]!;
}

/** Whether there is a value at `i` (of a condition: it is not unknown). */
export function isKnown(column: Column, i: number): boolean {
  switch (column.type) {
    case 'number':
      return !Number.isNaN(column.values[i]!);
    case 'text':
      return column.codes[i]! >= 0;
    case 'yes/no':
      return column.values[i] !== 2;
    default:
      return column satisfies never;
  }
}

/** 1 for each entity that has a value: {@link isKnown} of all, without a branch on any. */
export function knownFlags(column: Column): Uint8Array {
  if (column.type === 'number') {
    const { values } = column;
    const flags = new Uint8Array(values.length);
    for (let i = 0; i < flags.length; i += 1) flags[i] = +!Number.isNaN(values[i]!);
    return flags;
  }
  const flags = new Uint8Array(column.type === 'text' ? column.codes.length : column.values.length);
  for (let i = 0; i < flags.length; i += 1) flags[i] = +isKnown(column, i);
  return flags;
}
