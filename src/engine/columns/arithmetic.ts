import type { PlanExpression } from '../../plan/expression.ts';
import { exactNumber } from '../exact/exact-value.ts';
import type { Frame } from '../session/scope.ts';
import { type Column, type NumberColumn, numbersIn, smallest, unit } from './column.ts';
import { addition, division, multiplication } from './arithmetic-kernels.ts';
import { operandColumn } from './evaluate.ts';

/** Sum, difference, product or quotient with error bounds; what doubles can't hold is taken from decimals, and so are powers. */
export function arithmeticColumn(
  frame: Frame,
  node: PlanExpression & { op: 'arithmetic' },
  wanted: Uint8Array | undefined,
): NumberColumn {
  const left = numbersIn(operandColumn(frame, node.left, node.domain, wanted));
  const right = numbersIn(operandColumn(frame, node.right, node.domain, wanted));
  const column = operate(node.operator, left, right);
  const { values, errors } = column;
  for (let i = 0; i < values.length; i += 1) {
    const size = Math.abs(values[i]!);
    // Neither is so of what is missing.
    if (!(size >= 1e290) && !(size < smallest && left.values[i] !== 0)) continue;
    const exact = wanted !== undefined && wanted[i] === 0 ? undefined : exactNumber(frame, node, i);
    const value = exact === undefined ? Number.NaN : exact.toNumber();
    values[i] = value;
    errors[i] = Number.isFinite(value) ? unit * Math.abs(value) + 1e-300 : Number.POSITIVE_INFINITY;
  }
  return column;
}

function operate(
  operator: (PlanExpression & { op: 'arithmetic' })['operator'],
  left: NumberColumn,
  right: NumberColumn,
): Required<NumberColumn> {
  switch (operator) {
    case '+':
      return addition(left, right, 1);
    case '-':
      return addition(left, right, -1);
    case '*':
      return multiplication(left, right);
    case '/':
      return division(left, right);
    case '^':
      return powers(left, right);
    default:
      return operator satisfies never;
  }
}

/** Infinite where both are known, so that decimals find it. */
function powers(left: NumberColumn, right: NumberColumn): Required<NumberColumn> {
  const values = left.values.map((a, i) =>
    Number.isNaN(a) || Number.isNaN(right.values[i]!) ? Number.NaN : Number.POSITIVE_INFINITY,
  );
  return { type: 'number', values, errors: new Float64Array(values.length) };
}

export function negateColumn(column: Column): NumberColumn {
  const { values, errors } = numbersIn(column);
  const negated = values.map((v) => -v);
  return errors === undefined ? { type: 'number', values: negated } : { type: 'number', values: negated, errors };
}
