import type { Near } from './numbers.ts';
import type { Values } from './values.ts';

/** Double-doubles by place, their two halves in columns of their own. What is asked for one by one stays the same object. */
export class NearValues implements Values<Near> {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
  private single: (Near | undefined)[] | undefined;

  constructor(length: number, hi: Float64Array = new Float64Array(length)) {
    this.hi = hi;
    this.lo = new Float64Array(length);
  }

  get length(): number {
    return this.hi.length;
  }

  at(i: number): Near {
    const known = this.single?.[i];
    if (known !== undefined) return known;
    const value: Near = { hi: this.hi[i]!, lo: this.lo[i]! };
    this.singles()[i] = value;
    return value;
  }

  near(i: number): number {
    return this.hi[i]!;
  }

  /** The value at a place is this one, and stays it. */
  put(i: number, value: Near): void {
    this.hi[i] = value.hi;
    this.lo[i] = value.lo;
    this.singles()[i] = value;
  }

  /** Those at some places. */
  pick(places: ArrayLike<number>): NearValues {
    const picked = new NearValues(places.length);
    for (let i = 0; i < places.length; i += 1) {
      picked.hi[i] = this.hi[places[i]!]!;
      picked.lo[i] = this.lo[places[i]!]!;
    }
    const { single } = this;
    if (single === undefined) return picked;
    const own = picked.singles();
    for (let i = 0; i < places.length; i += 1) own[i] = single[places[i]!];
    return picked;
  }

  private singles(): (Near | undefined)[] {
    this.single ??= new Array<Near | undefined>(this.hi.length).fill(undefined);
    return this.single;
  }
}
