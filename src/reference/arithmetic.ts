import { compareNumbers, type Decimal } from './decimal.ts';
import { numberOf, type Value } from './value.ts';

/** Arithmetic with a missing value is missing, and so is a result that is not finite (a division by zero). */
export function arithmetic(operator: '+' | '-' | '*' | '/' | '^', left: Value, right: Value): Decimal | undefined {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a === undefined || b === undefined) return undefined;
  switch (operator) {
    case '+':
      return numberOf(a.plus(b));
    case '-':
      return numberOf(a.minus(b));
    case '*':
      return numberOf(a.times(b));
    case '/':
      return numberOf(a.div(b));
    case '^':
      return numberOf(a.pow(b));
    default:
      return operator satisfies never;
  }
}

export function call(fn: 'min' | 'max' | 'abs' | 'sqrt' | 'exp' | 'ln', values: Value[]): Decimal | undefined {
  const numbers = values.map(numberOf);
  const [first] = numbers;
  if (first === undefined || !numbers.every((n) => n !== undefined)) return undefined;
  switch (fn) {
    case 'min':
      return numbers.reduce((a, b) => (compareNumbers(b, a) < 0 ? b : a));
    case 'max':
      return numbers.reduce((a, b) => (compareNumbers(b, a) > 0 ? b : a));
    case 'abs':
      return first.abs();
    case 'sqrt':
      return numberOf(first.sqrt());
    case 'exp':
      return numberOf(first.exp());
    case 'ln':
      return numberOf(first.ln());
    default:
      return fn satisfies never;
  }
}
