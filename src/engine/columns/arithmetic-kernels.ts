import { type NumberColumn, unit } from './column.ts';

/**
 * Arithmetic of columns in doubles, each with a bound on the error of its result. What is missing on one side is missing in the result, by
 * what doubles do themselves: no branch depends on the data.
 */
type Kernel = (left: NumberColumn, right: NumberColumn) => Required<NumberColumn>;

/** Left + sign × right. */
export function addition(left: NumberColumn, right: NumberColumn, sign: 1 | -1): Required<NumberColumn> {
  const { a, b, ea, eb, values, errors } = operands(left, right);
  for (let i = 0; i < values.length; i += 1) {
    const value = a[i]! + sign * b[i]!;
    const errorA = ea === undefined ? unit * Math.abs(a[i]!) : ea[i]!;
    const errorB = eb === undefined ? unit * Math.abs(b[i]!) : eb[i]!;
    values[i] = value;
    errors[i] = errorA + errorB + unit * Math.abs(value);
  }
  return { type: 'number', values, errors };
}

export const multiplication: Kernel = (left, right) => {
  const { a, b, ea, eb, values, errors } = operands(left, right);
  for (let i = 0; i < values.length; i += 1) {
    const value = a[i]! * b[i]!;
    const sizeA = Math.abs(a[i]!);
    const sizeB = Math.abs(b[i]!);
    const errorA = ea === undefined ? unit * sizeA : ea[i]!;
    const errorB = eb === undefined ? unit * sizeB : eb[i]!;
    values[i] = value;
    errors[i] = sizeA * errorB + sizeB * errorA + errorA * errorB + unit * Math.abs(value);
  }
  return { type: 'number', values, errors };
};

/** Infinite where the divisor may be nothing: doubles don't tell. */
export const division: Kernel = (left, right) => {
  const { a, b, ea, eb, values, errors } = operands(left, right);
  for (let i = 0; i < values.length; i += 1) {
    const size = Math.abs(b[i]!);
    const errorA = ea === undefined ? unit * Math.abs(a[i]!) : ea[i]!;
    const errorB = eb === undefined ? unit * size : eb[i]!;
    const value = 2 * errorB >= size ? Number.POSITIVE_INFINITY : a[i]! / b[i]!;
    values[i] = value;
    errors[i] = (2 * (Math.abs(value) * errorB + errorA)) / size + unit * Math.abs(value);
  }
  return { type: 'number', values, errors };
};

function operands(left: NumberColumn, right: NumberColumn) {
  const n = left.values.length;
  return {
    a: left.values,
    b: right.values,
    ea: left.errors,
    eb: right.errors,
    values: new Float64Array(n),
    errors: new Float64Array(n),
  };
}
