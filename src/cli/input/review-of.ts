import { reviewAsHeld, reviewOn } from '../../engine/index.ts';
import type { Market } from '../../market/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Review } from '../../run/run.ts';
import { incumbentsFrom } from './incumbents.ts';

/** The review of an event, its incumbents from a file of baskets where one is given. */
export function reviewOf(
  plan: Plan,
  market: Market,
  baskets: string | undefined,
  options: { on: string; event: string; decisions: 'all' | 'selected' },
): Review {
  return baskets === undefined
    ? reviewAsHeld(plan, market, options)
    : reviewOn(plan, market, { ...options, incumbents: incumbentsFrom(baskets, options.on, market) });
}
