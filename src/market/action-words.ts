import type { ActionKind } from './market.ts';

/** What a corporate action is called in rulebooks and in results. */
export const ACTION_WORDS = {
  split: 'split',
  stock_dividend: 'stock dividend',
  cash_dividend: 'cash dividend',
  special_dividend: 'special dividend',
  spin_off: 'spin-off',
  rights: 'rights',
  merger_cash: 'cash merger',
  merger_stock: 'stock merger',
  delisting: 'delisting',
  suspension: 'suspension',
  resumption: 'resumption',
  share_change: 'share change',
  symbol_change: 'symbol change',
} as const satisfies Record<ActionKind, string>;
