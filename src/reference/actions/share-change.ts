import type { CorporateAction } from '../../market/index.ts';
import { type Decimal, isBelow, ONE } from '../decimal.ts';
import { problem } from '../problem.ts';
import { type Morning, setShares } from './morning.ts';
import { described, term } from './terms.ts';

/** A new count of shares outstanding: index shares follow it if it changes by at least the threshold. */
export function shareChange(morning: Morning, action: CorporateAction, threshold: Decimal | undefined): void {
  const ratio = changeOf(morning, action);
  if (threshold !== undefined && isBelow(ratio.minus(ONE).abs(), threshold)) return;
  setShares(morning, action.line, morning.basket.get(action.line)!.shares.times(ratio));
}

/** The new count ÷ the old: as stated, or from the line's share change before and the splits since. */
function changeOf(morning: Morning, action: CorporateAction): Decimal {
  if (action.ratio !== undefined) return term(morning, action, 'ratio');
  const earlier = morning.market.actions.filter((a) => a.line === action.line && a.exDate < action.exDate);
  const counted = earlier.findLast((a) => a.kind === 'share_change');
  if (counted === undefined) {
    throw problem('missingTerms', `${described(morning, action)} has neither a ratio nor a share change before it`);
  }
  let old = term(morning, counted, 'value');
  for (const a of earlier.filter((e) => e.exDate > counted.exDate)) {
    if (a.kind === 'split') old = old.times(term(morning, a, 'ratio'));
    if (a.kind === 'stock_dividend') old = old.times(term(morning, a, 'ratio').plus(ONE));
  }
  return term(morning, action, 'value').div(old);
}
