import type { Review } from '../run/run.ts';
import { exactNumber } from './json-text.ts';

/**
 * What the limits of a review saw and did, stage by stage, numbers digit for digit; grammar/review.schema.json
 * describes it.
 */
export function limitRecords({ limits }: Review) {
  return limits.map(({ observed, bound, changes, ...stage }) => ({
    ...stage,
    ...(observed === undefined ? {} : { observed: exactNumber(observed) }),
    ...(bound === undefined ? {} : { bound: exactNumber(bound) }),
    changes: changes.map((c) => ({ ...c, before: exactNumber(c.before), after: exactNumber(c.after) })),
  }));
}
