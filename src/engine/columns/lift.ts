import type { Column } from './column.ts';

/** The column seen through an index: entity `i` has the value of `from[i]`, missing where that is negative. */
export function gather(column: Column, from: Int32Array): Column {
  const n = from.length;
  switch (column.type) {
    case 'number': {
      const values = new Float64Array(n);
      const { errors } = column;
      const moved = errors === undefined ? undefined : new Float64Array(n);
      for (let i = 0; i < n; i += 1) {
        const at = from[i]!;
        values[i] = at < 0 ? Number.NaN : column.values[at]!;
        if (moved !== undefined && at >= 0) moved[i] = errors![at]!;
      }
      return moved === undefined ? { type: 'number', values } : { type: 'number', values, errors: moved };
    }
    case 'text': {
      const codes = new Int32Array(n);
      for (let i = 0; i < n; i += 1) codes[i] = from[i]! < 0 ? -1 : column.codes[from[i]!]!;
      return { type: 'text', codes, dictionary: column.dictionary };
    }
    case 'yes/no': {
      const values = new Uint8Array(n);
      for (let i = 0; i < n; i += 1) values[i] = from[i]! < 0 ? 2 : column.values[from[i]!]!;
      return { type: 'yes/no', values };
    }
    default:
      return column satisfies never;
  }
}

/** The one value of a column, for each of `n` entities. */
export function spread(column: Column, n: number): Column {
  switch (column.type) {
    case 'number': {
      const values = new Float64Array(n).fill(column.values[0]!);
      return column.errors === undefined
        ? { type: 'number', values }
        : { type: 'number', values, errors: new Float64Array(n).fill(column.errors[0]!) };
    }
    case 'text':
      return { type: 'text', codes: new Int32Array(n).fill(column.codes[0]!), dictionary: column.dictionary };
    case 'yes/no':
      return { type: 'yes/no', values: new Uint8Array(n).fill(column.values[0]!) };
    default:
      return column satisfies never;
  }
}
