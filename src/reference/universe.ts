import { inForce } from '../plan/in-force.ts';
import { universeOn } from '../plan/versions.ts';
import { type Review, scopeOf } from './context.ts';
import { currencyOf } from './currency.ts';
import { lineEntity } from './entity.ts';
import { holds } from './read.ts';
import { isListed } from './listing.ts';

/** The lines that the rules speak of: listed on the as-of date, in the currency asked for, and `where` is true. */
export function universeOf(review: Review): Set<number> {
  const { market, plan } = review;
  const { where, pricedIn } = universeOn(plan, (rule) => inForce(rule, review.effective)) ?? {};
  return new Set(
    market.lines.ids
      .map((_, line) => line)
      .filter((line) => isListed(market, line, review.asOf))
      .filter((line) => pricedIn === undefined || currencyOf(review, line) === pricedIn)
      .filter((line) => holds(where, scopeOf(review), lineEntity(line))),
  );
}
