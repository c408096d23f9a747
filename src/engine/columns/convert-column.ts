import type { PlanExpression } from '../../plan/expression.ts';
import { conversionRate } from '../exact/exact-facts.ts';
import type { Frame } from '../session/scope.ts';
import { type Column, errorAt, type NumberColumn, unit, numbersIn } from './column.ts';

/** Amounts in another currency, at the rates of the frame's day. */
export function convertColumn(frame: Frame, node: PlanExpression & { op: 'convert' }, amounts: Column): NumberColumn {
  const column = numbersIn(amounts);
  const rateAt = conversionRate(frame, node);
  const n = column.values.length;
  const values = new Float64Array(n).fill(Number.NaN);
  const errors = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    if (Number.isNaN(column.values[i]!)) continue;
    const rate = rateAt(i)?.toNumber();
    if (rate === undefined) continue;
    values[i] = column.values[i]! * rate;
    errors[i] = rate * errorAt(column, i) + 3 * unit * Math.abs(values[i]!) + 1e-300;
  }
  return { type: 'number', values, errors };
}
