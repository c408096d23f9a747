import type { Annotated, AtEvents, Named, Period } from './annotated.ts';
import type { Expression } from './expression.ts';

/**
 * One step of a selection. Steps run in order over the ranking, each adding to (or, `drop`, taking from) what is
 * selected.
 *
 * `take` considers all candidates (or only `who`), `keep` only constituents, `drop` removes; `fill` adds the best
 * ranked until the total is reached; `balance` reaches a total exactly: too many, and the lowest ranked constituents
 * go, too few, and the highest ranked others come; `decided` applies the decisions (add, remove) for this event.
 * `ranks` bounds the rank, both ends included (`to` absent: no end). `upTo`: the total selected (in the group, with
 * `within`) at which the step stops. `reach`: takes along the ranking until the measure reaches the target: `reaches`
 * includes the one that crosses it, `stays below` does not, `closest to` includes it only where that comes closer.
 * `atMost`: no more than so many are added by this step. `membership`: between 0 and 1, 1 where absent.
 * `E`: the expressions, of a rulebook or of a plan; `M`: how the measure of `reach` is told.
 */
export type TierStep<E = Expression, M = string> = {
  action: 'take' | 'keep' | 'fill' | 'drop' | 'balance' | 'decided';
  who?: 'constituents' | 'newcomers';
  ranks?: { from: number; to?: number };
  where?: E;
  within?: string;
  reach?: { measure: M; mode: 'reaches' | 'stays below' | 'closest to'; target: E };
  upTo?: E;
  atMost?: E;
  membership?: E;
};
export type Tier = Named & TierStep;

/**
 * A selection: ordered tiers over a ranking. Without a name it selects the constituents; with one it makes a named set
 * that later rules may use. `from`: candidates come from this named set instead of all that are eligible.
 * `reserve`: so many of the best ranked that were not selected are listed as the reserve.
 */
export type SelectionSection = { section: 'selection' } & Period &
  Annotated &
  AtEvents & { set?: string; of: string; rankedBy?: string; candidates?: string; tiers: Tier[]; reserve?: number };
