import { epochDay, isoDate } from '../calendar/index.ts';
import type { Market } from '../market/index.ts';
import type { Plan } from '../plan/plan.ts';
import type { Review } from '../run/run.ts';
import { dayOfIncumbents, publishedIncumbents } from './review/incumbents.ts';
import { type ReviewOptions, reviewOn } from './review-on.ts';
import { runPlan } from './run-plan.ts';

/**
 * The review effective on a date, with the incumbents that there were: the published constituents of the day before where the data set
 * has them, else what a run from the base date (or the first day of the data) holds by then, with all that happened between its reviews.
 */
export function reviewAsHeld(plan: Plan, market: Market, options: Omit<ReviewOptions, 'incumbents'>): Review {
  const on = epochDay(options.on);
  const begins = Math.max(epochDay(plan.level.base.date), market.days[0] ?? on);
  if (publishedIncumbents(market, plan.index.id, dayOfIncumbents(market, on)) === undefined && on >= begins) {
    const run = runPlan(plan, market, { ...options, from: isoDate(begins), to: options.on });
    for (let i = run.reviewCount - 1; i >= 0; i -= 1) {
      const review = run.review(i);
      if (review.dates.effective !== options.on) break;
      if (options.event === undefined || review.event === options.event) return review;
    }
  }
  return reviewOn(plan, market, options);
}
