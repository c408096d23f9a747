import { products, quotients, scaled, shared } from './near-arithmetic.ts';
import { NearValues } from './near-values.ts';
import type { Near } from './numbers.ts';
import { listed, type Many, type Values } from './values.ts';

/** What is done to many double-doubles at once; `compare` decides where two are close. */
export function manyNear(compare: (a: Near, b: Near) => number, error: () => number): Many<Near> {
  return {
    of: valuesOf,
    repeated: (value, count) => valuesOf(new Array<Near>(count).fill(value)),
    pick: (values, places) => columnsOf(values).pick(places),
    sum: (values) => sumOf(columnsOf(values)),
    scale: (values, by) => scaled(columnsOf(values), by),
    share: (values, by) => shared(columnsOf(values), by),
    multiply: (a, b) => products(columnsOf(a), columnsOf(b)),
    divide: (a, b) => quotients(columnsOf(a), columnsOf(b)),
    together: (count, single, places, values) => {
      const [from, to] = [columnsOf(values), new NearValues(count)];
      for (let i = 0; i < places.length; i += 1) {
        to.hi[places[i]!] = from.hi[i]!;
        to.lo[places[i]!] = from.lo[i]!;
      }
      for (const [place, value] of single) to.put(place, value);
      return to;
    },
    differ: (left, right) => {
      const [a, b] = [columnsOf(left), columnsOf(right)];
      const flags = new Uint8Array(a.length);
      const margin = 4 * error();
      for (let i = 0; i < flags.length; i += 1) {
        const difference = a.hi[i]! - b.hi[i]! + (a.lo[i]! - b.lo[i]!);
        flags[i] = +(Math.abs(difference) > margin * (Math.abs(a.hi[i]!) + Math.abs(b.hi[i]!)));
      }
      return flags;
    },
    beyond: (values, bound, sign) => {
      const { hi, lo } = columnsOf(values);
      const flags = new Uint8Array(hi.length);
      const margin = 4 * error();
      for (let i = 0; i < flags.length; i += 1) {
        const difference = hi[i]! - bound.hi + (lo[i]! - bound.lo);
        const apart = Math.abs(difference) > margin * (Math.abs(hi[i]!) + Math.abs(bound.hi));
        flags[i] = apart ? +(sign * difference > 0) : +(sign * compare(values.at(i), bound) > 0);
      }
      return flags;
    },
  };
}

function valuesOf(values: readonly Near[]): NearValues {
  const all = new NearValues(values.length);
  for (let i = 0; i < values.length; i += 1) all.put(i, values[i]!);
  return all;
}

/** The columns of values, which in this number system are always kept so. */
export function columnsOf(values: Values<Near>): NearValues {
  return values instanceof NearValues ? values : valuesOf(listed(values));
}

function sumOf({ hi: all, lo: rest }: NearValues): Near {
  let hi = 0;
  let lo = 0;
  for (let i = 0; i < all.length; i += 1) {
    const value = all[i]!;
    const s = hi + value;
    const v = s - hi;
    lo += hi - (s - v) + (value - v) + rest[i]!;
    hi = s;
  }
  const s = hi + lo;
  return { hi: s, lo: lo - (s - hi) };
}
