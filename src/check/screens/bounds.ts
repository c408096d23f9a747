import { type Allowed, both, type End } from './allowed.ts';
import type { Case } from './cases.ts';

/** All that a rule asks of one side, where it bounds one value and nothing else. */
export type Bound = { key: string; low?: End; high?: End };

/** What a condition asks, where that is one value between two ends; undefined where it asks anything else. */
export function boundOf(cases: readonly Case[] | undefined): Bound | undefined {
  const [only, ...others] = cases ?? [];
  const [first, ...more] = only ?? [];
  if (first === undefined || others.length > 0 || first.allowed.kind !== 'range') return undefined;
  let range = first.allowed;
  for (const { key, allowed } of more) {
    const meeting: Allowed | undefined = key === first.key ? both(range, allowed) : undefined;
    if (meeting?.kind !== 'range') return undefined;
    range = meeting;
  }
  const { unit, low, high } = range;
  return {
    key: `${unit} ${first.key}`,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  };
}

/** Whether nothing lies above the one end and below the other. */
export function apart(low: End | undefined, high: End | undefined): boolean {
  if (low === undefined || high === undefined) return false;
  const order = low.at.comparedTo(high.at);
  return order > 0 || (order === 0 && (low.open || high.open));
}

/**
 * Among bounds of one value, some that exclude one another: for each that any other excludes, the one that does so most, as places in
 * the two lists (which may be the same list). What no bound excludes is in no pair, so that the pairs are few.
 */
export function excluding(some: readonly Bound[], others: readonly Bound[]): [number, number][] {
  return [...oneWay(some, others), ...oneWay(others, some).map(([a, b]): [number, number] => [b, a])];
}

/** Pairs of a bound that asks more than another one allows. */
function oneWay(some: readonly Bound[], others: readonly Bound[]): [number, number][] {
  const highest = extreme(some, 'low', 1);
  const lowest = extreme(others, 'high', -1);
  if (highest < 0 || lowest < 0 || !apart(some[highest]!.low, others[lowest]!.high)) return [];
  return [
    ...some.flatMap(({ low }, i): [number, number][] => (apart(low, others[lowest]!.high) ? [[i, lowest]] : [])),
    ...others.flatMap(({ high }, i): [number, number][] => (apart(some[highest]!.low, high) ? [[highest, i]] : [])),
  ];
}

function extreme(bounds: readonly Bound[], end: 'low' | 'high', direction: 1 | -1): number {
  let found = -1;
  for (const [i, bound] of bounds.entries()) {
    const [at, best] = [bound[end], bounds[found]?.[end]];
    if (at === undefined) continue;
    const order = best === undefined ? 1 : at.at.comparedTo(best.at) * direction;
    if (order > 0 || (order === 0 && at.open && !best!.open)) found = i;
  }
  return found;
}
