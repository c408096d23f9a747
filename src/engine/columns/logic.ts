import { type Column, type TruthColumn, truthsIn } from './column.ts';

// Kleene's tables, at `left * 3 + right` for 0 no, 1 yes, 2 unknown.
const and = Uint8Array.of(0, 0, 0, 0, 1, 2, 0, 2, 2);
const or = Uint8Array.of(0, 1, 2, 1, 1, 1, 2, 1, 2);

export function logicColumn(op: 'and' | 'or', left: Column, right: Column): TruthColumn {
  const a = truthsIn(left);
  const b = truthsIn(right);
  const table = op === 'and' ? and : or;
  const values = new Uint8Array(a.length);
  for (let i = 0; i < a.length; i += 1) values[i] = table[a[i]! * 3 + b[i]!]!;
  return { type: 'yes/no', values };
}

export function notColumn(column: Column): TruthColumn {
  return { type: 'yes/no', values: truthsIn(column).map((v) => (v === 2 ? 2 : 1 - v)) };
}
