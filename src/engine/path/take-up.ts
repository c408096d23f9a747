import { isoDate } from '../../calendar/index.ts';
import type { BasketChange } from '../../run/run.ts';
import type { Outcome } from '../review/outcome.ts';
import { join, type Leaver, type Morning, priceNow, release, setHolding, worth } from './morning.ts';
import { type Bench, isRanked, replaceLeavers } from './replace.ts';
import { broughtUpToDate } from './up-to-date.ts';

/**
 * A day with its basket replaced by that of an event, what replacements are made from now, and who came in for whom had
 * left.
 */
export type Taken<S> = { morning: Morning<S>; bench: Bench; changes: BasketChange[] };

/** Whether an event selects constituents or weights them; any other leaves the basket alone. */
export function changesBasket({ chosen, weighting }: Outcome): boolean {
  return weighting !== undefined || chosen.main !== undefined;
}

/**
 * The basket of an event: who stays as the morning has them, the new index shares brought up to date, and for those who
 * have left meanwhile whom the policies bring in. `changes` are those of the run so far; `before` is the bench of the
 * day before.
 */
export function takeUp<S>(
  morning: Morning<S>,
  outcome: Outcome,
  bench: Bench,
  changes: readonly BasketChange[],
  before: Bench,
): Taken<S> {
  const after = benchAfter(bench, outcome);
  if (!changesBasket(outcome)) return { morning, bench: after, changes: [] };
  const { world, session, day } = morning;
  const { leavers, ...fresh } = broughtUpToDate(world, outcome, morning.before, day);
  const { stay } = outcome;
  const paid = [
    ...fresh.paid.filter(({ line }) => !stay.has(line)),
    ...morning.paid.filter(({ line }) => stay.has(line)),
  ];
  const taken: Morning<S> = { ...morning, ...fresh, paid, own: undefined };
  const { policies } = session.plan;
  const gone = [
    ...leavers.filter(({ line }) => !outcome.stay.has(line)),
    ...dropped(taken, changes, isoDate(outcome.scope.reference), outcome),
    ...keepStaying(taken, morning, outcome),
  ].filter(({ policy }) => !policies.some((p) => p.name === policy && p.on === 'parent change'));
  // Who came in this morning for one who is to be replaced now may come in for him again.
  const heldSince = [...after.heldSince].filter((line) => before.heldSince.has(line) || taken.basket.has(line));
  const from: Bench = { ...after, heldSince: new Set([...heldSince, ...gone.map(({ line }) => line)]) };
  if (gone.length === 0) return { morning: taken, bench: from, changes: [] };
  const { numbers } = world;
  const left = gone.map(({ holding, close }) => numbers.multiply(holding.shares, numbers.of(close)));
  const value = taken.basket.size === 0 ? numbers.sum(left) : numbers.sum([worth(taken), ...left]);
  const entering: Morning<S> = { ...taken, start: taken.basket, own: undefined, leavers: gone, changes: [] };
  const entered = replaceLeavers(entering, from, value, 'a line of a new basket');
  taken.basket = entering.basket;
  taken.own = entering.own;
  return {
    morning: taken,
    bench: { ...from, heldSince: new Set([...from.heldSince, ...entered]) },
    changes: entering.changes.filter((change) => !isTold(morning, change)),
  };
}

/** Whether the changes of the morning tell it already: that a line came in, or what happened to one that was held. */
function isTold<S>({ session, changes, start, basket }: Morning<S>, { kind, line: id }: BasketChange): boolean {
  if (kind === 'added') return changes.some((change) => change.kind === kind && change.line === id);
  const line = session.market.lines.index.get(id)!;
  return start.has(line) || basket.has(line);
}

/**
 * The latest selection that has a ranking, and the latest weighting; of a later one without a ranking who came in by
 * it.
 */
function benchAfter(bench: Bench, outcome: Outcome): Bench {
  const weighting = outcome.weighting === undefined ? bench.weighting : outcome;
  if (outcome.chosen.main === undefined) return { ...bench, weighting };
  if (isRanked(outcome) || !isRanked(bench.selection)) return { selection: outcome, weighting, heldSince: new Set() };
  return { ...bench, weighting, heldSince: new Set([...bench.heldSince, ...outcome.chosen.lines]) };
}

/** Lines with new index shares that policies took out of the basket since the reference date. */
function dropped<S>(
  taken: Morning<S>,
  changes: readonly BasketChange[],
  since: string,
  { stay }: Outcome,
): Leaver<S>[] {
  // Changes stand in the order of days.
  let first = changes.length;
  while (first > 0 && changes[first - 1]!.date > since) first -= 1;
  const leavers: Leaver<S>[] = [];
  for (const { kind, line: id, policy } of changes.slice(first)) {
    const line = taken.session.market.lines.index.get(id)!;
    const holding = taken.basket.get(line);
    if (kind !== 'removed' || holding === undefined || stay.has(line)) continue;
    const close = priceNow(taken, line);
    leavers.push({ line, holding, close, price: close, ...(policy === undefined ? {} : { policy }) });
    release(taken, line);
  }
  return leavers;
}

/** Lines that stay are held as the morning has them; gives those that left in it. */
function keepStaying<S>(taken: Morning<S>, morning: Morning<S>, { stay }: Outcome): Leaver<S>[] {
  const { prices } = taken;
  for (const line of stay) {
    const [more, theirs] = [taken.basket.get(line), prices.get(line)];
    if (more !== undefined) release(taken, line);
    prices.delete(line);
    const [holding, price] = [morning.basket.get(line), morning.prices.get(line)];
    if (holding === undefined) continue;
    setHolding(taken, holding);
    if (price !== undefined) prices.set(line, price);
    // What came to it from a line of the new basket that was spun off or bought meanwhile.
    if (more !== undefined) join(taken, more, theirs ?? priceNow(taken, line));
  }
  return morning.leavers.filter(({ line }) => stay.has(line) && !taken.basket.has(line));
}
