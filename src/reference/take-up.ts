import { isoDate } from '../calendar/index.ts';
import type { BasketChange } from '../run/run.ts';
import { join, type Leaver, type Morning, priceNow, worth } from './actions/morning.ts';
import { broughtUpToDate } from './actions/since-reference.ts';
import { mainOf } from './choose.ts';
import type { World } from './context.ts';
import { sum } from './decimal.ts';
import type { Outcome } from './outcome.ts';
import { type Bench, isRanked, replaceLeavers } from './replacement.ts';

/**
 * A day with its basket replaced by that of an event, what replacements are made from now, and who came in for whom had
 * left.
 */
export type Taken = { morning: Morning; bench: Bench; changes: BasketChange[] };

/**
 * Whether an event selects constituents or weights them; any other leaves the basket alone, as one does that finds
 * nobody to weight.
 */
export function changesBasket({ picked, weighting, basket }: Outcome): boolean {
  return mainOf(picked) !== undefined || (weighting !== undefined && basket.size > 0);
}

/**
 * The basket of an event: who stays as the morning has them, the new index shares brought up to date, and for those who
 * have left meanwhile whom the policies bring in. `changes` are those of the run so far; `before` is the bench of the
 * day before.
 */
export function takeUp(
  world: World,
  morning: Morning,
  outcome: Outcome,
  bench: Bench,
  changes: readonly BasketChange[],
  before: Bench,
): Taken {
  const after = benchAfter(bench, outcome);
  if (!changesBasket(outcome)) return { morning, bench: after, changes: [] };
  const fresh = broughtUpToDate(world, outcome, morning.before, morning.day);
  const paid = [
    ...fresh.paid.filter(({ line }) => !outcome.stay.has(line)),
    ...morning.paid.filter(({ line }) => outcome.stay.has(line)),
  ];
  const taken: Morning = { ...morning, basket: fresh.basket, prices: fresh.prices, paid };
  const gone = [
    ...fresh.leavers.filter(({ line }) => !outcome.stay.has(line)),
    ...dropped(taken, changes, isoDate(outcome.review.asOf), outcome),
    ...keepStaying(taken, morning, outcome),
  ].filter(({ policy }) => !morning.plan.policies.some((p) => p.name === policy && p.on === 'parent change'));
  // Who came in this morning for one who is to be replaced now may come in for him again.
  const heldSince = [...after.heldSince].filter((line) => before.heldSince.has(line) || taken.basket.has(line));
  const from: Bench = { ...after, heldSince: new Set([...heldSince, ...gone.map(({ line }) => line)]) };
  if (gone.length === 0) return { morning: taken, bench: from, changes: [] };
  const value = worth(taken).plus(sum(gone.map(({ holding, close }) => holding.shares.times(close))));
  const entering: Morning = { ...taken, start: new Map(taken.basket), leavers: gone, changes: [] };
  replaceLeavers(entering, from, value, 'a line of a new basket');
  return { morning: taken, bench: from, changes: entering.changes.filter((change) => !isTold(morning, change)) };
}

/** Whether the changes of the morning tell it already: that a line came in, or what happened to one that was held. */
function isTold({ market, changes, start, basket }: Morning, { kind, line: id }: BasketChange): boolean {
  if (kind === 'added') return changes.some((change) => change.kind === kind && change.line === id);
  const line = market.lines.index.get(id)!;
  return start.has(line) || basket.has(line);
}

/**
 * The latest selection that has a ranking, and the latest weighting; of a later one without a ranking who came in by
 * it.
 */
function benchAfter(bench: Bench, outcome: Outcome): Bench {
  const weighting = outcome.weighting !== undefined && outcome.basket.size > 0 ? outcome : bench.weighting;
  if (mainOf(outcome.picked) === undefined) return { ...bench, weighting };
  if (isRanked(outcome) || !isRanked(bench.selection))
    return { selection: outcome, weighting, heldSince: new Set<number>() };
  return { ...bench, weighting, heldSince: new Set([...bench.heldSince, ...outcome.review.selectedLines!]) };
}

/** Lines with new index shares that policies took out of the basket since the reference date. */
function dropped(taken: Morning, changes: readonly BasketChange[], since: string, { stay }: Outcome): Leaver[] {
  const leavers: Leaver[] = [];
  for (const { kind, line: id, date, policy } of changes) {
    const line = taken.market.lines.index.get(id)!;
    const holding = taken.basket.get(line);
    if (kind !== 'removed' || date <= since || holding === undefined || stay.has(line)) continue;
    const close = priceNow(taken, line);
    leavers.push({ line, holding, close, price: close, ...(policy === undefined ? {} : { policy }) });
    taken.basket.delete(line);
  }
  return leavers;
}

/** Lines that stay are held as the morning has them; gives those that left in it. */
function keepStaying(taken: Morning, morning: Morning, { stay }: Outcome): Leaver[] {
  const { basket, prices } = taken;
  for (const line of stay) {
    const [more, theirs] = [basket.get(line), prices.get(line)];
    basket.delete(line);
    prices.delete(line);
    const [holding, price] = [morning.basket.get(line), morning.prices.get(line)];
    if (holding === undefined) continue;
    basket.set(line, holding);
    if (price !== undefined) prices.set(line, price);
    // What came to it from a line of the new basket that was spun off or bought meanwhile.
    if (more !== undefined) join(taken, line, more, theirs ?? priceNow(taken, line));
  }
  return morning.leavers.filter(({ line }) => stay.has(line) && !basket.has(line));
}
