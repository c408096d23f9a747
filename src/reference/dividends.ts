import { inOrder } from './actions/apply.ts';
import { morningOf } from './actions/morning.ts';
import { occasionOf, policyFor } from './actions/policy.ts';
import { rateOfAction, term } from './actions/terms.ts';
import type { Basket, World } from './context.ts';
import { type Decimal, sum } from './decimal.ts';

/**
 * What total and net return reinvest on a day: dividends with an ex-date after the day before whose policy is to
 * reinvest.
 */
export function reinvested(world: World, before: number, day: number, basket: Basket): Decimal {
  const morning = morningOf(world, before, day, basket);
  const paid = inOrder(morning).filter(
    (action) =>
      (action.kind === 'cash_dividend' || action.kind === 'special_dividend') &&
      basket.has(action.line) &&
      policyFor(world, occasionOf(action.kind)!, day)?.effects.some((effect) => effect.effect === 'reinvest'),
  );
  return sum(
    paid.map((action) =>
      basket
        .get(action.line)!
        .shares.times(term(morning, action, 'amount'))
        .times(rateOfAction(morning, action, day)),
    ),
  );
}
