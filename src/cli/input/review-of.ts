import { reviewAsHeld, reviewOn } from '../../engine/index.ts';
import type { Market } from '../../market/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Review } from '../../run/run.ts';
import type { Io } from '../io.ts';
import { incumbentsFrom } from './incumbents.ts';

/** The review of an event, its incumbents from a file of baskets where one is given; what these leave open is told. */
export function reviewOf(
  plan: Plan,
  market: Market,
  baskets: string | undefined,
  options: { on: string; event: string; decisions: 'all' | 'selected'; about?: string[] },
  io: Io,
): Review {
  if (baskets === undefined) return reviewAsHeld(plan, market, options);
  const { date, event, rows } = incumbentsFrom(baskets, options.on, market);
  io.err.write(
    `Incumbents are the basket of ${event} ${date}; what has changed in it since is not known from the file\n`,
  );
  return reviewOn(plan, market, { ...options, incumbents: rows });
}
