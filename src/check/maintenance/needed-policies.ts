import type { Occasion } from '../../model/policy.ts';
import type { Rulebook } from '../../model/rulebook.ts';

/** An occasion that a run cannot pass without a policy, with a sentence that would be one. */
export type NeededPolicy = { on: Occasion; sentence: string };

const always: readonly NeededPolicy[] = [
  { on: 'split', sentence: 'splits: on split, adjust shares' },
  { on: 'stock dividend', sentence: 'stock_dividends: on stock dividend, adjust shares' },
  { on: 'special dividend', sentence: 'special_dividends: on special dividend, adjust divisor' },
  { on: 'rights', sentence: 'rights_issues: on rights, adjust divisor' },
  { on: 'spin-off', sentence: 'spin_offs: on spin-off, add child until next review' },
  { on: 'cash merger', sentence: 'cash_mergers: on cash merger, remove at terms' },
  { on: 'stock merger', sentence: 'stock_mergers: on stock merger, convert at terms' },
  { on: 'delisting', sentence: 'delistings: on delisting, remove at last price' },
  { on: 'suspension', sentence: 'suspensions: on suspension, hold at last price' },
  { on: 'share change', sentence: 'share_changes: on share change, update at next review' },
];

const ofDividends: NeededPolicy = { on: 'cash dividend', sentence: 'dividends: on cash dividend, reinvest' };

/**
 * The occasions that need a policy. A price index passes cash dividends over, and a new symbol changes nothing in any
 * index.
 */
export function neededPolicies(rulebook: Rulebook): readonly NeededPolicy[] {
  return publishesDividends(rulebook) ? [ofDividends, ...always] : always;
}

/** Whether dividends are part of a return that the index publishes. */
export function publishesDividends(rulebook: Rulebook): boolean {
  return rulebook.sections.some((s) => s.section === 'level' && s.variants.some((v) => v.kind !== 'price'));
}
