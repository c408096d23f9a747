import type { PlanExpression } from '../../plan/expression.ts';
import { decimalOfText } from '../numbers/decimal.ts';
import type { NumberColumn } from './column.ts';

const known = new WeakMap<PlanExpression, NumberColumn>();

/** A number that a rulebook states, with a bound on its error where no double is that number; made once. */
export function numberColumn(node: PlanExpression & { op: 'number' }): NumberColumn {
  let column = known.get(node);
  if (column === undefined) {
    const value = Number(node.value);
    const values = Float64Array.of(value);
    column = decimalOfText(node.value).eq(value)
      ? { type: 'number', values }
      : { type: 'number', values, errors: Float64Array.of(Math.abs(value) * 2 ** -52 + 1e-300) };
    known.set(node, column);
  }
  return column;
}
