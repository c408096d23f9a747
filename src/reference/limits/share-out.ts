import { type Decimal, isAbove, isBelow, isSame, ONE, sum } from '../decimal.ts';

/** One of those who share what is left, with the weight it may not exceed, if any. */
export type Sharer = { item: number; weight: Decimal; bound: Decimal | undefined };
export type Shared = { item: number; weight: Decimal; held: boolean };

/**
 * Water-filling: each sharer gets its weight times one factor, so that with the fixed weights the total is one. Who
 * would exceed its bound is held at it, and the factor found anew, until nobody does. Undefined where nothing is left
 * to share, or where all are held and weight is left.
 */
export function shareOut(fixedTotal: Decimal, sharers: Sharer[]): Shared[] | undefined {
  const held = new Set<Sharer>();
  for (;;) {
    const free = sharers.filter((sharer) => !held.has(sharer));
    const placed = fixedTotal.plus(sum([...held].map((sharer) => sharer.bound!)));
    if (free.length === 0 ? !isSame(placed, ONE) : !isBelow(placed, ONE)) return undefined;
    const factor = ONE.minus(placed).div(sum(free.map((sharer) => sharer.weight)));
    const over = free.filter(({ weight, bound }) => bound !== undefined && isAbove(weight.times(factor), bound));
    if (over.length === 0) {
      return sharers.map((sharer) =>
        held.has(sharer)
          ? { item: sharer.item, weight: sharer.bound!, held: true }
          : { item: sharer.item, weight: sharer.weight.times(factor), held: false },
      );
    }
    for (const sharer of over) held.add(sharer);
  }
}
