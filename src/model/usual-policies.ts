import type { Occasion } from './policy.ts';

/** A sentence of `maintenance` for each occasion, as methodologies usually have it. */
export const usualPolicies: Readonly<Record<Occasion, string>> = {
  split: 'splits: on split, adjust shares',
  'stock dividend': 'stock_dividends: on stock dividend, adjust shares',
  'cash dividend': 'dividends: on cash dividend, reinvest',
  'special dividend': 'special_dividends: on special dividend, adjust divisor',
  rights: 'rights_issues: on rights, adjust divisor',
  'spin-off': 'spin_offs: on spin-off, add child until next review',
  'cash merger': 'cash_mergers: on cash merger, remove at terms',
  'stock merger': 'stock_mergers: on stock merger, convert at terms',
  delisting: 'delistings: on delisting, remove at last price',
  suspension: 'suspensions: on suspension, hold at last price',
  'share change': 'share_changes: on share change, update at next review',
  'symbol change': 'symbols: on symbol change, follow',
  deletion: 'deletions: on deletion, do not replace',
  'parent change': 'replacements: on parent change, entrant takes weight of leaver',
};

/** What to do about an occasion that no policy answers. */
export function policyHelp(on: Occasion): string {
  return `Add to \`maintenance\` what the methodology says of it, for example \`${usualPolicies[on]}\`; \`rulebook check FILE --data PATH\` tells at once all occasions of the data set that have no policy, with a sentence for each`;
}
