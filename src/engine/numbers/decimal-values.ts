import { compareDecimals, type Decimal, zero } from './decimal.ts';
import type { Many, Values } from './values.ts';

/** Decimals by place; those without a value are only asked whether they are near anything. */
export function decimalValues(all: readonly (Decimal | undefined)[]): Values<Decimal> {
  return { length: all.length, at: (i) => all[i]!, near: (i) => all[i]?.toNumber() ?? Number.NaN };
}

export const manyDecimals: Many<Decimal> = {
  of: decimalValues,
  repeated: (value, count) => decimalValues(new Array<Decimal>(count).fill(value)),
  pick: (values, places) => decimalValues(places.map((i) => values.at(i))),
  sum: (values) => {
    let total = zero;
    for (let i = 0; i < values.length; i += 1) total = total.plus(values.at(i));
    return total;
  },
  scale: (values, by) => each(values, (value) => value.times(by)),
  share: (values, by) => each(values, (value) => value.div(by)),
  multiply: (a, b) => each(a, (value, i) => value.times(b.at(i))),
  divide: (a, b) => each(a, (value, i) => value.div(b.at(i))),
  together: (count, single, places, values) => {
    const all = new Array<Decimal>(count);
    places.forEach((place, i) => {
      all[place] = values.at(i);
    });
    for (const [place, value] of single) all[place] = value;
    return decimalValues(all);
  },
  differ: (a, b) => Uint8Array.from({ length: a.length }, (_, i) => +(compareDecimals(a.at(i), b.at(i)) !== 0)),
  beyond: (values, bound, sign) =>
    Uint8Array.from({ length: values.length }, (_, i) => +(sign * compareDecimals(values.at(i), bound) > 0)),
};

function each(values: Values<Decimal>, work: (value: Decimal, i: number) => Decimal): Values<Decimal> {
  return decimalValues(Array.from({ length: values.length }, (_, i) => work(values.at(i), i)));
}
