import { type DoubleDouble, ddAdd, ddDivide, ddMultiply } from './double-double.ts';
import { NearValues } from './near-values.ts';

// A loop for each operation: where one is chosen inside, every step makes objects.

/** Left + sign × right, place by place. */
export function sums(left: NearValues, right: NearValues, sign: 1 | -1): NearValues {
  const found = new NearValues(left.length);
  for (let i = 0; i < found.hi.length; i += 1) {
    const a = { hi: left.hi[i]!, lo: left.lo[i]! };
    const { hi, lo } = ddAdd(a, { hi: sign * right.hi[i]!, lo: sign * right.lo[i]! });
    found.hi[i] = hi;
    found.lo[i] = lo;
  }
  return found;
}

export function products(left: NearValues, right: NearValues): NearValues {
  const found = new NearValues(left.length);
  for (let i = 0; i < found.hi.length; i += 1) {
    const a = { hi: left.hi[i]!, lo: left.lo[i]! };
    const { hi, lo } = ddMultiply(a, { hi: right.hi[i]!, lo: right.lo[i]! });
    found.hi[i] = hi;
    found.lo[i] = lo;
  }
  return found;
}

export function quotients(left: NearValues, right: NearValues): NearValues {
  const found = new NearValues(left.length);
  for (let i = 0; i < found.hi.length; i += 1) {
    const a = { hi: left.hi[i]!, lo: left.lo[i]! };
    const { hi, lo } = ddDivide(a, { hi: right.hi[i]!, lo: right.lo[i]! });
    found.hi[i] = hi;
    found.lo[i] = lo;
  }
  return found;
}

/** Each value × the same factor. */
export function scaled(values: NearValues, by: DoubleDouble): NearValues {
  const found = new NearValues(values.length);
  for (let i = 0; i < found.hi.length; i += 1) {
    const { hi, lo } = ddMultiply({ hi: values.hi[i]!, lo: values.lo[i]! }, by);
    found.hi[i] = hi;
    found.lo[i] = lo;
  }
  return found;
}

/** Each value ÷ the same divisor. */
export function shared(values: NearValues, by: DoubleDouble): NearValues {
  const found = new NearValues(values.length);
  for (let i = 0; i < found.hi.length; i += 1) {
    const { hi, lo } = ddDivide({ hi: values.hi[i]!, lo: values.lo[i]! }, by);
    found.hi[i] = hi;
    found.lo[i] = lo;
  }
  return found;
}
