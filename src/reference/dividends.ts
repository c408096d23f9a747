import type { CorporateAction } from '../market/index.ts';
import { inOrder } from './actions/apply.ts';
import { type Morning, morningOf, worth } from './actions/morning.ts';
import { occasionOf, policyFor } from './actions/policy.ts';
import { rateOfAction, term } from './actions/terms.ts';
import type { Basket, World } from './context.ts';
import { type Decimal, ONE, sum, ZERO } from './decimal.ts';

/** How many shares are now what a dividend was paid on, by the splits of later dates of the same morning. */
function splitSince(morning: Morning, { line, exDate }: CorporateAction): Decimal {
  const later = inOrder(morning).filter((a) => a.line === line && a.exDate > exDate);
  return later.reduce((by, a) => {
    if (a.kind !== 'split' && a.kind !== 'stock_dividend') return by;
    const ratio = term(morning, a, 'ratio');
    return by.times(a.kind === 'split' ? ratio : ratio.plus(ONE));
  }, ONE);
}

/**
 * What part of its worth the basket is paid by the dividends of a morning that shares or divisor are adjusted for: what
 * they pay on lines in it, over what it was worth with them.
 */
export function adjustedPart(morning: Morning): Decimal {
  const paid = morning.paid.filter(({ line }) => morning.basket.has(line));
  if (paid.length === 0) return ZERO;
  const taken = paid.filter((one) => one.taken).map(({ gross }) => gross);
  return sum(paid.map(({ gross }) => gross)).div(worth(morning).plus(sum(taken)));
}

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
        .shares.div(splitSince(morning, action))
        .times(term(morning, action, 'amount'))
        .times(rateOfAction(morning, action, day)),
    ),
  );
}
