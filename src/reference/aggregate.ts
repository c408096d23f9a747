import type { Aggregate } from '../model/expression.ts';
import { Decimal, decimal, sum } from './decimal.ts';
import { compareValues, numberOf, type Value } from './value.ts';

/** One value of many, missing ones left out: of none at all it is missing, but a count is 0. */
export function aggregate(fn: Aggregate, values: Value[]): Value {
  const known = values.filter((value) => value !== undefined);
  if (fn === 'count') return decimal(known.length);
  if (known.length === 0) return undefined;
  switch (fn) {
    case 'largest':
      return known.reduce((a, b) => (compareValues(b, a) > 0 ? b : a));
    case 'smallest':
      return known.reduce((a, b) => (compareValues(b, a) < 0 ? b : a));
    case 'sum':
      return numberOf(sum(numbers(known)));
    case 'average':
      return numberOf(sum(numbers(known)).div(known.length));
    case 'median':
      return median(numbers(known));
    default:
      return fn satisfies never;
  }
}

function median(values: Decimal[]): Decimal | undefined {
  const sorted = values.toSorted((a, b) => a.cmp(b));
  const upper = sorted[Math.floor(sorted.length / 2)]!;
  if (sorted.length % 2 === 1) return upper;
  return numberOf(sorted[sorted.length / 2 - 1]!.plus(upper).div(2));
}

function numbers(values: Value[]): Decimal[] {
  return values.filter((value) => Decimal.isDecimal(value));
}
