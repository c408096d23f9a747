/** Kinds of corporate actions to pick from; the most common one stands twice. */
export const actionKinds = [
  'split',
  'stock_dividend',
  'cash_dividend',
  'cash_dividend',
  'special_dividend',
  'rights',
  'spin_off',
  'share_change',
  'merger_cash',
  'merger_stock',
  'delisting',
  'suspension',
  'resumption',
  'symbol_change',
] as const;
