import { type Files, folder, numbered, type Row } from './table.ts';

const monthEnds = [
  '2025-09-30',
  '2025-10-31',
  '2025-11-28',
  '2025-12-30',
  '2026-01-30',
  '2026-02-27',
  '2026-03-31',
  '2026-04-30',
  '2026-05-29',
  '2026-06-30',
  '2026-07-31',
  '2026-08-31',
];
const billion = 1_000_000_000;

/**
 * Twelve members of 100 down to 89 billion yen that are traded enough, the smallest of them beyond 97 %, and one of 50 billion that
 * is traded too little. One observation stands for each month.
 */
export function phaseOut(): Files {
  const lines = [
    ...Array.from({ length: 12 }, (_, i) => ({ id: numbered('A', i + 1, 2), cap: 100 - i, monthly: 0.05 })),
    { id: 'LOW', cap: 50, monthly: 0.01 },
  ];
  const price = ({ id, cap, monthly }: (typeof lines)[number], date: string): Row => ({
    line: id,
    date,
    close: 1_000,
    traded_value: Math.round(cap * billion * monthly),
  });
  return folder('jpx/cases/phase-out', {
    prices: lines.flatMap((line) => [...monthEnds, '2028-07-31'].map((date) => price(line, date))),
    lines: lines.map(
      ({ id, cap }): Row => ({
        line: id,
        shares_outstanding: (cap * billion) / 1_000,
        fixed_shares: 0,
        low_liquidity: 'no',
      }),
    ),
    constituents: lines.map(({ id }): Row => ({ line: id, from: '2022-04-04' })),
  });
}

/** A line for each float share of the published list and of the grid's edges. */
export function floatGrid(): Files {
  const reduced = [0.38, 0.51, 0.66, 0.56, 0.31, 0.27, 0.47, 0.44, 0.22, 0.61];
  const plain = [0.5312, 0.55, 0.5501, 0.6999];
  const lines = [...reduced.map((share) => ({ share, low: 'yes' })), ...plain.map((share) => ({ share, low: 'no' }))];
  const id = (share: number) => `F${Math.round(share * 10_000)}`;
  return folder('jpx/cases/float-grid', {
    prices: lines.map(({ share }): Row => ({ line: id(share), date: '2026-12-30', close: 1_000, traded_value: 1 })),
    lines: lines.map(
      ({ share, low }): Row => ({
        line: id(share),
        shares_outstanding: 1_000_000,
        fixed_shares: 1_000_000 - Math.round(share * 1_000_000),
        low_liquidity: low,
      }),
    ),
    constituents: lines.map(({ share }): Row => ({ line: id(share), from: '2022-04-04' })),
  });
}
