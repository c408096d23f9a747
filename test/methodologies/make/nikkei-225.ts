import { type Files, folder, numbered, type Row } from './table.ts';

const sectors = [76, 76, 76, 74, 74, 74];

/**
 * 450 lines of six sectors at 1,000 yen; in each sector the more liquid half are members, so that no review has anything to change. FR (factor 3) and
 * ADV (factor 8) are two of them. FR is above the cap at the ends of July 2024 and January 2025, ADV at those of January and July 2026.
 */
export function capSteps(): Files {
  const lines = sectors.flatMap((size, s) =>
    Array.from({ length: size }, (_, i) => ({
      sector: `Sector ${s + 1}`,
      member: i < size / 2,
      liquidity: s + 1 + 6 * i,
    })),
  );
  // Ranks without gaps, in the order of the numbers above.
  const ranks = new Map(lines.toSorted((a, b) => a.liquidity - b.liquidity).map((line, i) => [line, i + 1]));
  const named = lines.map((line, i) => ({
    ...line,
    id: i === 0 ? 'FR' : i === 76 ? 'ADV' : numbered('N', i + 1, 3),
    liquidity: ranks.get(line)!,
  }));
  const first: Record<string, number> = { FR: 12_000, ADV: 2_000 };
  const factor: Record<string, number> = { FR: 3, ADV: 8 };
  return folder('nikkei/cases/cap-steps', {
    prices: [
      ...named.map((line): Row => ({ line: line.id, date: '2024-01-31', close: first[line.id] ?? 1_000 })),
      { line: 'FR', date: '2025-07-31', close: 8_000 },
      { line: 'ADV', date: '2026-01-30', close: 5_000 },
      { line: 'ADV', date: '2026-10-01', close: 5_000 },
    ],
    lines: named.map(
      ({ id, sector, liquidity }): Row => ({ line: id, sector, liquidity, base_factor: factor[id] ?? 1 }),
    ),
    constituents: named.filter((line) => line.member).map(({ id }): Row => ({ line: id, from: '2023-10-02' })),
  });
}
