import type { RulebookFailure } from '../../diagnostics/index.ts';
import type { Session } from '../session/session.ts';
import { applyActions } from './actions.ts';
import type { Holdings } from './basket.ts';
import { booked, type Morning, morningOf, worth } from './morning.ts';
import type { NumberWorld } from './number-world.ts';
import { followParent } from './follow-parent.ts';
import { asOfMorning, type Bench, replaceLeavers } from './replace.ts';

/** The basket and what it is replaced from, before a morning or after it. */
export type Standing<S> = { basket: Holdings<S>; bench: Bench };

/**
 * The actions of a morning done: the basket before the reviews of the day, and what it was worth before and at the end.
 */
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
