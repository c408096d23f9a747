import { decimalOf, Decimal } from './decimal.ts';

/** An unevaluated sum of two doubles, about 31 significant digits: `hi` is the nearest double, `lo` the rest. */
export type DoubleDouble = { hi: number; lo: number };

/** A generous relative bound on the error of one operation below. */
export const doubleDoubleError = 2 ** -102;

const splitter = 134217729;
const largestUnique = 1e15;
// Prices have two decimals mostly, or four; any power that makes a value whole serves as well as the least.
const powers = [2, 4, 1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((decimals) => 10 ** decimals);

/** The rounding error of the double product `p = a × b`. */
export function productError(a: number, b: number, p: number): number {
  const ta = splitter * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = splitter * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return ah * bh - p + ah * bl + al * bh + al * bl;
}

const [oneValue, oneResidual] = [new Float64Array(1), new Float64Array(1)];

/** What the decimal that a data value stands for exceeds the double by. */
export function decimalResidual(value: number): number {
  oneValue[0] = value;
  decimalResiduals(oneValue, oneResidual);
  return oneResidual[0]!;
}

/** As {@link decimalResidual} of many values; NaN has none. */
export function decimalResiduals(values: Float64Array, into: Float64Array): void {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    const size = Math.abs(value);
    if (Number.isInteger(value) && size <= Number.MAX_SAFE_INTEGER) {
      into[i] = 0;
      continue;
    }
    let k = Number.isNaN(value) ? powers.length : 0;
    for (; k < powers.length; k += 1) {
      const units = Math.round(size * powers[k]!);
      if (units <= largestUnique && units / powers[k]! === size) break;
    }
    if (k === powers.length) {
      into[i] = slowResidual(value);
      continue;
    }
    const power = powers[k]!;
    const product = size * power;
    const rest = Math.round(product) - product - productError(size, power, product);
    into[i] = value < 0 ? -rest / power : rest / power;
  }
}

function slowResidual(value: number): number {
  if (!Number.isFinite(value)) return Number.NaN;
  return decimalOf(value).minus(binaryValue(value)).toNumber();
}

/** The exact value of a double, to 60 digits. */
export function binaryValue(value: number): Decimal {
  let mantissa = value;
  let exponent = 0;
  while (!Number.isInteger(mantissa) && exponent > -1100) {
    mantissa *= 2;
    exponent -= 1;
  }
  if (Number.isSafeInteger(mantissa) || exponent < 0) return new Decimal(mantissa).times(new Decimal(2).pow(exponent));
  return new Decimal(BigInt(mantissa).toString());
}

export function ddOfDecimal(value: Decimal): DoubleDouble {
  const hi = value.toNumber();
  if (hi === 0 || !Number.isFinite(hi)) return { hi, lo: 0 };
  if (value.eq(decimalOf(hi))) return { hi, lo: decimalResidual(hi) };
  return { hi, lo: value.minus(binaryValue(hi)).toNumber() };
}

export function ddAdd(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const s = a.hi + b.hi;
  const v = s - a.hi;
  const e = a.hi - (s - v) + (b.hi - v);
  const t = a.lo + b.lo;
  const w = t - a.lo;
  const f = a.lo - (t - w) + (b.lo - w);
  const c = e + t;
  const h = s + c;
  const l = c - (h - s) + f;
  const hi = h + l;
  return { hi, lo: l - (hi - h) };
}

function ddNegate(a: DoubleDouble): DoubleDouble {
  return { hi: -a.hi, lo: -a.lo };
}

export function ddSubtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return ddAdd(a, ddNegate(b));
}

export function ddMultiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const p = a.hi * b.hi;
  const e = productError(a.hi, b.hi, p) + (a.hi * b.lo + a.lo * b.hi);
  const hi = p + e;
  return { hi, lo: e - (hi - p) };
}

/** Three digits of the quotient, each a double: what is left of `a` after one gives the next. */
export function ddDivide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const q1 = a.hi / b.hi;
  const p1 = q1 * b.hi;
  const e1 = productError(q1, b.hi, p1) + q1 * b.lo;
  // Exact where q1 is near the quotient, as the leading parts cancel.
  const d1 = a.hi - p1;
  const r1 = d1 - e1 + a.lo;
  const q2 = r1 / b.hi;
  const p2 = q2 * b.hi;
  const e2 = productError(q2, b.hi, p2) + q2 * b.lo;
  const t = d1 - p2;
  const v = t - d1;
  const r2 = t + (d1 - (t - v) + (-p2 - v) - e1 + a.lo - e2);
  const q3 = r2 / b.hi;
  const hi = q1 + q2;
  const lo = q2 - (hi - q1) + q3;
  const sum = hi + lo;
  return { hi: sum, lo: lo - (sum - hi) };
}
