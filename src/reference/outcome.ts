import type { LimitTrace } from '../run/run.ts';
import type { PlanWeighting } from '../plan/plan.ts';
import type { Basket, Holding, Review } from './context.ts';
import type { Decimal } from './decimal.ts';
import type { Incumbents } from './open-review.ts';
import type { Picking } from './picking.ts';

/** What an event decided. */
export type Outcome = {
  review: Review;
  incumbents: Incumbents;
  picked: Picking[];
  weighting: PlanWeighting | undefined;
  /** Lines that stay with the index shares they have. */
  stay: Set<number>;
  /** Lines with new index shares, as of the reference date. */
  fresh: Basket;
  /** The basket as it is published: new index shares, and those of who stays at the close before. */
  basket: Map<number, Holding & { weight: Decimal }>;
  traces: LimitTrace[];
};
