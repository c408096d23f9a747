import type { Named } from './annotated.ts';
import type { Expression } from './expression.ts';

/**
 * Corporate actions and changes that a policy answers. `deletion`: any constituent leaving between reviews; `parent
 * change`: the index this one derives from changed.
 */
export type Occasion =
  | 'split'
  | 'stock dividend'
  | 'cash dividend'
  | 'special dividend'
  | 'spin-off'
  | 'rights'
  | 'cash merger'
  | 'stock merger'
  | 'delisting'
  | 'suspension'
  | 'share change'
  | 'symbol change'
  | 'deletion'
  | 'parent change';

/**
 * What is done.
 * `adjust shares`: index shares change so that the line's value at the previous close stays, the divisor stays;
 * `adjust divisor`: index shares stay (rights: are taken up), the divisor changes so that the level stays;
 * `reinvest`: only total and net return see it; `ignore`: nothing sees it;
 * `add child`: the spun-off line joins at ratio × the parent's index shares; `until next review` it leaves then;
 * `remove`: the line leaves at `last price`, at the `terms` of the action, or at a stated price;
 * `convert`: the target's index shares become the acquirer's by the ratio if it is a constituent, else as `remove` at
 * terms;
 * `hold`: kept at its last price, removed after `removeAfter` trading days at `price`;
 * `update`: index shares follow the share change, `at once` when at least `threshold`, else `next review`;
 * `follow`: the line stays, only its symbol is new;
 * `replace`: by the highest ranked eligible newcomer of the latest ranking, or not; or who comes in takes over the
 * weight of who leaves: one that of one, or all of them equal parts of what all leavers had.
 * `E`: the expressions, of a rulebook or of a plan.
 */
export type PolicyEffect<E = Expression> =
  | { effect: 'adjust shares' | 'adjust divisor' | 'reinvest' | 'ignore' | 'convert' | 'follow' }
  | { effect: 'add child'; untilNextReview: boolean }
  | { effect: 'remove'; at: 'last price' | 'terms' | { price: E } }
  | { effect: 'hold'; removeAfter?: number; price?: E }
  | { effect: 'update'; when: 'at once' | 'next review'; threshold?: E }
  | { effect: 'replace'; by: ReplaceBy };

export type ReplaceBy =
  | 'highest ranked newcomer'
  | 'nobody'
  | 'entrant takes weight of leaver'
  | 'entrants share weight of leavers';

export type PolicyRule = Named & { on: Occasion; effects: PolicyEffect[] };
