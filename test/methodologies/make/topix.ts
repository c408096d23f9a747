import { type Files, folder, numbered, type Row } from './table.ts';

/** Last sessions of the months that the review of October 2026 looks at. */
export const monthEnds = [
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
export const billion = 1_000_000_000;

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

/**
 * The same twelve and two that are traded too little; in the year after, LOW stays so and BACK is traded as much as the others.
 */
export function reevaluation(): Files {
  const nextYear = [
    '2026-09-30',
    '2026-10-30',
    '2026-11-30',
    '2026-12-30',
    '2027-01-29',
    '2027-02-26',
    '2027-03-31',
    '2027-04-30',
    '2027-05-31',
    '2027-06-30',
    '2027-07-30',
    '2027-08-31',
  ];
  const lines = [
    ...Array.from({ length: 12 }, (_, i) => ({ id: numbered('A', i + 1, 2), cap: 100, monthly: [0.05, 0.05] })),
    { id: 'BACK', cap: 100, monthly: [0.01, 0.05] },
    { id: 'LOW', cap: 100, monthly: [0.01, 0.01] },
    // Ends the ranking, so that BACK is within 97 %.
    { id: 'Z', cap: 70, monthly: [0.05, 0.05] },
  ];
  return folder('jpx/cases/reevaluation', {
    prices: lines.flatMap(({ id, cap, monthly }) =>
      [monthEnds, nextYear, ['2028-07-31']].flatMap((dates, year) =>
        dates.map(
          (date): Row => ({
            line: id,
            date,
            close: 1_000,
            traded_value: Math.round(cap * billion * (monthly[year] ?? monthly[1]!)),
          }),
        ),
      ),
    ),
    lines: lines.map(({ id, cap }): Row => ({ line: id, shares_outstanding: (cap * billion) / 1_000 })),
    constituents: lines.map(({ id }): Row => ({ line: id, from: '2022-04-04' })),
  });
}

/** Twelve members of 20 billion yen, one of 10 and one of a yen a share less. */
export function tenSteps(): Files {
  const lines = [
    ...Array.from({ length: 12 }, (_, i) => ({ id: numbered('A', i + 1, 2), close: 2_000 })),
    { id: 'EDGE', close: 1_000 },
    { id: 'SMALL', close: 999 },
  ];
  return folder('jpx/cases/ten-steps', {
    prices: lines.flatMap(({ id, close }) =>
      ['2022-08-31', '2025-01-31'].map((date): Row => ({ line: id, date, close, traded_value: 1 })),
    ),
    lines: lines.map(({ id }): Row => ({ line: id, shares_outstanding: billion / 100 })),
    constituents: lines.map(({ id }): Row => ({ line: id, from: '2022-04-04' })),
  });
}

/** Fifteen members, of which four, named by the month in which their fiscal year ends, have half of their shares fixed from August 2024 on. */
export function fiscalYears(): Files {
  const months = [3, 6, 9, 12];
  const ids = [
    ...months.map((month) => numbered('M', month, 2)),
    ...Array.from({ length: 11 }, (_, i) => numbered('A', i + 1, 2)),
  ];
  const shares = 10_000_000;
  return folder('jpx/cases/fiscal-years', {
    prices: ids.flatMap((line) =>
      ['2023-08-31', '2025-07-31'].map((date): Row => ({ line, date, close: 2_000, traded_value: 1 })),
    ),
    lines: ids.map((line, i): Row => ({ line, shares_outstanding: shares, year_end_month: months[i] ?? 3 })),
    fixed: ids.flatMap((line, i): Row[] => [
      { line, date: '2023-08-01', fixed_shares: 0 },
      ...(i < months.length ? [{ line, date: '2024-08-01', fixed_shares: shares / 2 }] : []),
    ]),
    constituents: ids.map((line): Row => ({ line, from: '2022-04-04' })),
  });
}
