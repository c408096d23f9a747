import { Decimal as Base } from 'decimal.js';
import { decimalText } from './decimal-text.ts';
import type { PlanExpression } from './expression.ts';

const Decimal = Base.clone({ precision: 60, toExpNeg: -1000, toExpPos: 1000 });

/**
 * The value of an expression made of numbers alone, as canonical decimal text; undefined where it is not, or has none.
 */
export function constantText(e: PlanExpression): string | undefined {
  const value = constant(e);
  return value === undefined || !value.isFinite() ? undefined : decimalText(value.toString());
}

function constant(e: PlanExpression): Base | undefined {
  if (e.op === 'number') return new Decimal(e.value);
  if (e.op === 'negate') return constant(e.operand)?.negated();
  if (e.op !== 'arithmetic') return undefined;
  const left = constant(e.left);
  const right = constant(e.right);
  if (left === undefined || right === undefined) return undefined;
  const { operator } = e;
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '*':
      return left.times(right);
    case '/':
      return left.dividedBy(right);
    case '^':
      return left.pow(right);
    default:
      return operator satisfies never;
  }
}
