/**
 * One thing that happens to the company of a rank by starting size. Dates are the ex-date and the day it was announced.
 * `ratio`: new shares for one old (`split`), or new shares per share held.
 */
export type Happening = { rank: number; ex: string; known: string } & (
  | { kind: 'split' | 'stock_dividend'; ratio: number }
  | { kind: 'special_dividend'; partOfPrice: number }
  | { kind: 'rights'; ratio: number; discount: number }
  | { kind: 'spin_off'; ratio: number; partOfValue: number }
  | { kind: 'merger_cash'; premium: number }
  | { kind: 'merger_stock'; into: number; premium: number }
  | { kind: 'delisting'; value: 'last price' | 'nothing' }
  | { kind: 'suspension' }
  | { kind: 'resumption'; gap: number }
  | { kind: 'share_change'; change: number }
  | { kind: 'symbol_change'; symbol: string }
);

/** A time in which a company drifts by so much a day, over what it would have done. */
export type Drift = { rank: number; from: string; until: string; daily: number };

/** Rank of the company that comes to the market while the story goes on, and of the one that is spun off. */
export const NEWCOMER = { rank: 300, sizeOf: 9, listed: '2023-11-06' } as const;
export const CHILD_RANK = 301;

export const STORY: readonly Happening[] = [
  { rank: 12, kind: 'symbol_change', ex: '2022-09-05', known: '2022-08-22', symbol: 'MOSS' },
  { rank: 9, kind: 'stock_dividend', ex: '2022-10-10', known: '2022-09-26', ratio: 0.05 },
  { rank: 14, kind: 'rights', ex: '2022-11-14', known: '2022-10-24', ratio: 0.25, discount: 0.25 },
  { rank: 31, kind: 'split', ex: '2023-02-06', known: '2023-01-16', ratio: 0.1 },
  { rank: 19, kind: 'suspension', ex: '2023-03-06', known: '2023-03-06' },
  { rank: 19, kind: 'resumption', ex: '2023-03-20', known: '2023-03-17', gap: -0.12 },
  { rank: 2, kind: 'split', ex: '2023-05-15', known: '2023-04-24', ratio: 2 },
  { rank: 21, kind: 'merger_cash', ex: '2023-07-17', known: '2023-05-08', premium: 0.28 },
  { rank: 5, kind: 'special_dividend', ex: '2023-08-21', known: '2023-07-31', partOfPrice: 0.06 },
  { rank: 7, kind: 'spin_off', ex: '2023-10-16', known: '2023-09-18', ratio: 0.2, partOfValue: 0.12 },
  { rank: 23, kind: 'share_change', ex: '2023-11-20', known: '2023-11-13', change: 0.15 },
  { rank: 33, kind: 'delisting', ex: '2023-12-04', known: '2023-11-20', value: 'last price' },
  { rank: 17, kind: 'merger_stock', ex: '2024-04-22', known: '2024-02-26', into: 11, premium: 0.2 },
  { rank: 29, kind: 'share_change', ex: '2024-05-13', known: '2024-05-06', change: -0.06 },
  { rank: 26, kind: 'suspension', ex: '2024-09-09', known: '2024-09-09' },
  { rank: 26, kind: 'delisting', ex: '2024-11-04', known: '2024-10-21', value: 'nothing' },
  // Smaller companies, outside the fifty largest.
  { rank: 88, kind: 'split', ex: '2022-07-11', known: '2022-06-27', ratio: 3 },
  { rank: 143, kind: 'delisting', ex: '2023-04-17', known: '2023-04-03', value: 'last price' },
  { rank: 210, kind: 'suspension', ex: '2023-09-18', known: '2023-09-18' },
  { rank: 210, kind: 'delisting', ex: '2023-10-30', known: '2023-10-16', value: 'nothing' },
  { rank: 96, kind: 'merger_cash', ex: '2024-07-22', known: '2024-06-03', premium: 0.22 },
];

export const DRIFTS: readonly Drift[] = [
  { rank: 26, from: '2024-06-24', until: '2024-09-06', daily: -0.032 },
  { rank: 210, from: '2023-06-01', until: '2023-09-15', daily: -0.03 },
  { rank: 3, from: '2023-12-27', until: '2024-02-01', daily: 0.022 },
  { rank: 3, from: '2024-02-19', until: '2024-05-24', daily: -0.004 },
  { rank: 45, from: '2023-01-09', until: '2023-05-26', daily: -0.006 },
  { rank: 48, from: '2022-01-10', until: '2022-05-27', daily: -0.006 },
  { rank: 61, from: '2022-01-10', until: '2022-05-27', daily: 0.006 },
  { rank: 66, from: '2023-01-09', until: '2023-05-26', daily: 0.008 },
];

/** What the index committee decided. Columns of the decisions table. */
export const DECISIONS = [
  {
    date: '2024-02-12',
    known: '2024-02-05',
    event: 'special',
    action: 'call',
    subject: '',
    field: '',
    value: '',
    author: 'Index committee',
    reason: 'A company has doubled in six weeks and is now 17 percent of the index',
  },
  ...(['reference', 'announce'] as const).map((field) => ({
    date: '2024-02-12',
    known: '2024-02-05',
    event: 'special',
    action: 'set',
    subject: '',
    field,
    value: field === 'reference' ? '2024-02-02' : '2024-02-05',
    author: 'Index committee',
    reason: 'Closing prices of the Friday before the announcement',
  })),
];
