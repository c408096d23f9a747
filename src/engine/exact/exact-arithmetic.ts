import type { RoundingMode } from '../../model/expression.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { compareDecimals, Decimal, roundToStep } from '../numbers/decimal.ts';
import type { Exact } from '../session/scope.ts';

/** The result of one operation in decimals; missing where an operand is, by zero, or where there is no finite result. */
export function exactArithmetic(
  operator: (PlanExpression & { op: 'arithmetic' })['operator'],
  left: Exact,
  right: Exact,
): Decimal | undefined {
  if (!(left instanceof Decimal) || !(right instanceof Decimal)) return undefined;
  switch (operator) {
    case '+':
      return finite(left.plus(right));
    case '-':
      return finite(left.minus(right));
    case '*':
      return finite(left.times(right));
    case '/':
      return right.isZero() ? undefined : finite(left.div(right));
    case '^':
      return finite(left.pow(right));
    default:
      return operator satisfies never;
  }
}

export function exactCall(fn: (PlanExpression & { op: 'call' })['fn'], args: Exact[]): Exact {
  const numbers = args.filter((arg) => arg instanceof Decimal);
  if (numbers.length < args.length) return undefined;
  const first = numbers[0]!;
  switch (fn) {
    case 'min':
      return numbers.reduce((a, b) => (compareDecimals(b, a) < 0 ? b : a));
    case 'max':
      return numbers.reduce((a, b) => (compareDecimals(b, a) > 0 ? b : a));
    case 'abs':
      return first.abs();
    case 'sqrt':
      return finite(first.sqrt());
    case 'exp':
      return finite(first.exp());
    case 'ln':
      return finite(first.ln());
    default:
      return fn satisfies never;
  }
}

export function exactRound(mode: RoundingMode, value: Exact, step: Exact): Exact {
  return value instanceof Decimal && step instanceof Decimal ? roundToStep(value, step, mode) : undefined;
}

function finite(value: Decimal): Decimal | undefined {
  return value.isFinite() ? value : undefined;
}
