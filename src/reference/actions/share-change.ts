import { type CorporateAction, shareCountBefore } from '../../market/index.ts';
import { type Decimal, decimal, isBelow, ONE } from '../decimal.ts';
import { problem } from '../problem.ts';
import { type Morning, setShares } from './morning.ts';
import { described, term } from './terms.ts';

/** A new count of shares outstanding: index shares follow it if it changes by at least the threshold. */
export function shareChange(morning: Morning, action: CorporateAction, threshold: Decimal | undefined): void {
  const ratio = changeOf(morning, action);
  if (threshold !== undefined && isBelow(ratio.minus(ONE).abs(), threshold)) return;
  setShares(morning, action.line, morning.basket.get(action.line)!.shares.times(ratio));
}

/**
 * The new count ÷ the old: as stated, or from the count known before (a field, else the share change before) and the
 * splits since.
 */
function changeOf(morning: Morning, action: CorporateAction): Decimal {
  if (action.ratio !== undefined) return term(morning, action, 'ratio');
  const before = countBefore(morning, action);
  if (before.lte(0)) throw problem('impossibleTerms', `${described(morning, action)} starts from no shares at all`);
  return term(morning, action, 'value').div(before);
}

function countBefore(morning: Morning, action: CorporateAction): Decimal {
  const field = shareCountBefore(morning.market, action.line, action.exDate);
  if (field !== undefined) return afterSplits(morning, decimal(field.value), action, field.day);
  const counted = morning.market.actions.findLast(
    (a) => a.line === action.line && a.exDate < action.exDate && a.kind === 'share_change',
  );
  if (counted !== undefined) return afterSplits(morning, term(morning, counted, 'value'), action, counted.exDate);
  throw problem(
    'missingTerms',
    `${described(morning, action)} has no ratio, and there is neither a field \`shares_outstanding\` nor a share change before it to measure it by`,
  );
}

/**
 * A count of a day as it is just before the action: splits since then, that of the same morning too, are taken into
 * account.
 */
function afterSplits(morning: Morning, count: Decimal, { line, exDate }: CorporateAction, since: number): Decimal {
  const splits = morning.market.actions.filter((a) => a.line === line && since < a.exDate && a.exDate <= exDate);
  return splits.reduce((now, a) => {
    if (a.kind === 'split') return now.times(term(morning, a, 'ratio'));
    if (a.kind === 'stock_dividend') return now.times(term(morning, a, 'ratio').plus(ONE));
    return now;
  }, count);
}
