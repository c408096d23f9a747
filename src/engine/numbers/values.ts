/** Many values of one number system, by place. `near`: the nearest double, NaN where there is no value. */
export type Values<S> = { readonly length: number; at(i: number): S; near(i: number): number };

/** What is done to many values at once: to each as {@link Numbers} does it to one. */
export type Many<S> = {
  of(values: readonly S[]): Values<S>;
  repeated(value: S, count: number): Values<S>;
  /** Those at some places. */
  pick(values: Values<S>, places: readonly number[]): Values<S>;
  sum(values: Values<S>): S;
  scale(values: Values<S>, by: S): Values<S>;
  share(values: Values<S>, by: S): Values<S>;
  multiply(a: Values<S>, b: Values<S>): Values<S>;
  divide(a: Values<S>, b: Values<S>): Values<S>;
  /** So many values: `values` at `places`, and single ones, which go before those. */
  together(count: number, single: ReadonlyMap<number, S>, places: readonly number[], values: Values<S>): Values<S>;
  /** 1 for each pair that surely differs. */
  differ(a: Values<S>, b: Values<S>): Uint8Array;
  /** 1 for each that is above the bound (of sign −1: below it). */
  beyond(values: Values<S>, bound: S, sign: 1 | -1): Uint8Array;
};

/** All values as they are one by one. */
export function listed<S>(values: Values<S>): S[] {
  return Array.from({ length: values.length }, (_, i) => values.at(i));
}

/** Among some places that of the first of the largest (1) or smallest (−1) by the nearest doubles; undefined of none. */
export function extremePlace(values: Values<unknown>, among: readonly number[], sign: 1 | -1): number | undefined {
  let best = among[0];
  for (const place of among) if (sign * (values.near(place) - values.near(best!)) > 0) best = place;
  return best;
}

/** All places of so many values. */
export function placesOf(count: number): number[] {
  const places = new Array<number>(count);
  for (let i = 0; i < count; i += 1) places[i] = i;
  return places;
}
