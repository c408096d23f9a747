import type { PlanExpression } from '../../plan/expression.ts';
import { exactNumber } from '../exact/exact-value.ts';
import type { Frame } from '../session/scope.ts';
import { type Column, errorAt, type NumberColumn, smallest, unit } from './column.ts';
import { operandColumn } from './evaluate.ts';

export function numbersIn(column: Column): NumberColumn {
  if (column.type !== 'number') throw new Error('a number is expected');
  return column;
}

/** Sum, difference, product or quotient with error bounds; what doubles can't hold is taken from decimals, and so are powers. */
export function arithmeticColumn(
  frame: Frame,
  node: PlanExpression & { op: 'arithmetic' },
  wanted: Uint8Array | undefined,
): NumberColumn {
  const left = numbersIn(operandColumn(frame, node.left, node.domain, wanted));
  const right = numbersIn(operandColumn(frame, node.right, node.domain, wanted));
  const n = left.values.length;
  const values = new Float64Array(n);
  const errors = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    const a = left.values[i]!;
    const b = right.values[i]!;
    if (Number.isNaN(a) || Number.isNaN(b) || (wanted !== undefined && wanted[i] === 0)) {
      values[i] = Number.NaN;
      continue;
    }
    const ea = errorAt(left, i);
    const eb = errorAt(right, i);
    let value = Number.NaN;
    let error = 0;
    switch (node.operator) {
      case '+':
        value = a + b;
        error = ea + eb;
        break;
      case '-':
        value = a - b;
        error = ea + eb;
        break;
      case '*':
        value = a * b;
        error = Math.abs(a) * eb + Math.abs(b) * ea + ea * eb;
        break;
      case '/':
        if (2 * eb < Math.abs(b)) {
          value = a / b;
          error = (2 * (Math.abs(value) * eb + ea)) / Math.abs(b);
        }
        break;
      case '^':
        break;
      default:
        node.operator satisfies never;
    }
    const size = Math.abs(value);
    if (!(size < 1e290) || (size < smallest && a !== 0)) {
      const exact = exactNumber(frame, node, i);
      values[i] = exact === undefined ? Number.NaN : exact.toNumber();
      errors[i] =
        exact !== undefined && Number.isFinite(values[i])
          ? unit * Math.abs(values[i]!) + 1e-300
          : Number.POSITIVE_INFINITY;
    } else {
      values[i] = value;
      errors[i] = error + unit * size;
    }
  }
  return { type: 'number', values, errors };
}

export function negateColumn(column: Column): NumberColumn {
  const { values, errors } = numbersIn(column);
  const negated = values.map((v) => -v);
  return errors === undefined ? { type: 'number', values: negated } : { type: 'number', values: negated, errors };
}
