import type { BasketChange } from '../../run/run.ts';
import type { RulebookFailure } from '../../diagnostics/index.ts';
import type { Outcome } from '../review/outcome.ts';
import type { Session } from '../session/session.ts';
import { applyActions } from './actions.ts';
import type { Holdings } from './basket.ts';
import { booked, setHolding, type Morning, morningOf, release, worth } from './morning.ts';
import type { NumberWorld } from './number-world.ts';
import { followParent } from './follow-parent.ts';
import { asOfMorning, type Bench, replaceLeavers } from './replace.ts';
import { broughtUpToDate } from './up-to-date.ts';

/** The basket and what it is replaced from, before a morning or after it. */
export type Standing<S> = { basket: Holdings<S>; bench: Bench };

/** The actions of a morning done: the basket before the reviews of the day, and what it was worth before and at the end. */
export type ActedMorning<S> = {
  morning: Morning<S>;
  bench: Bench;
  valueBefore: S | undefined;
  causes: string[];
  /** To be thrown unless a review of the day selects and weights all anew. */
  unpaired: RulebookFailure | undefined;
};

/** Corporate actions, replacements and changes of the parent index before the open of a day. */
export function actMorning<S>(
  world: NumberWorld<S>,
  session: Session,
  before: number,
  day: number,
  { basket, bench }: Standing<S>,
): ActedMorning<S> {
  const { numbers } = world;
  const morning = morningOf(world, session, before, day, basket);
  if (basket.size === 0) return { morning, bench, valueBefore: undefined, causes: [], unpaired: undefined };
  const value = worth(morning);
  applyActions(morning, asOfMorning(bench.weighting!.scope, morning));
  const replaced = replaceLeavers(morning, bench, value);
  const followed = followParent(morning, bench, basket.keys(), value);
  const entered = [...replaced, ...followed.entered];
  const moved = booked(morning);
  return {
    morning,
    bench: entered.length === 0 ? bench : { ...bench, heldSince: new Set([...bench.heldSince, ...entered]) },
    valueBefore: moved === undefined ? value : numbers.add(value, moved),
    causes: [...new Set(morning.changes.map((change) => change.kind))],
    unpaired: followed.unpaired,
  };
}

/**
 * The basket of an event: who stays as the morning has them, and the new index shares brought up to date. `removed` are the lines
 * that left before, with the ISO date.
 */
export function takeUp<S>(
  morning: Morning<S>,
  outcome: Outcome,
  changes: readonly BasketChange[],
  since: string,
): Morning<S> {
  const { world, session, before, day } = morning;
  const fresh = broughtUpToDate(world, outcome, before, day);
  const taken: Morning<S> = { ...morning, ...fresh, own: undefined };
  // Changes stand in the order of days.
  for (let i = changes.length - 1; i >= 0 && changes[i]!.date > since; i -= 1) {
    const { kind, line } = changes[i]!;
    if (kind === 'removed') release(taken, session.market.lines.index.get(line)!);
  }
  for (const line of outcome.stay) {
    const holding = morning.basket.get(line);
    if (holding !== undefined) setHolding(taken, holding);
  }
  taken.prices = new Map([...fresh.prices, ...morning.prices]);
  return taken;
}
