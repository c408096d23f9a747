import type { Explanation } from '../../explain/index.ts';
import { exactNumber } from '../../output/index.ts';

/**
 * An explanation as it stands in JSON (grammar/explain.schema.json): numbers digit for digit, the names of columns as
 * in `baskets.csv`.
 */
export function explanationDocument({ basket, limits, ...rest }: Explanation): object {
  return {
    ...rest,
    limits: limits.map(({ observed, bound, inCohort, change, ...stage }) => ({
      ...stage,
      ...(observed === undefined ? {} : { observed: exactNumber(observed) }),
      ...(bound === undefined ? {} : { bound: exactNumber(bound) }),
      in_cohort: inCohort,
      ...(change === undefined
        ? {}
        : { change: { ...change, before: exactNumber(change.before), after: exactNumber(change.after) } }),
    })),
    ...(basket === undefined
      ? {}
      : {
          basket: {
            membership: exactNumber(basket.membership),
            weight: exactNumber(basket.weight),
            index_shares: exactNumber(basket.indexShares),
            cap_factor: exactNumber(basket.capFactor),
            company_weight: exactNumber(basket.companyWeight),
          },
        }),
  };
}
