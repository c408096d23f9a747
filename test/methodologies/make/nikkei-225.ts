import { type Files, folder, numbered, reaching, type Row } from './table.ts';

const sectors = [76, 76, 76, 74, 74, 74];

/** A line of a sector, the `place`-th most liquid there from 0 on; `rank` is that among all. */
type Line = { id: string; sector: number; place: number; rank: number };

/** 450 lines of six sectors, as liquid in one as in the next; the first half of each would be members in a market without changes. */
function liquidGroup(names: Record<string, string> = {}): Line[] {
  const lines = sectors.flatMap((size, s) =>
    Array.from({ length: size }, (_, place) => ({ sector: s + 1, place, order: s + 1 + 6 * place })),
  );
  // Ranks without gaps, in that order.
  const ranks = new Map(lines.toSorted((a, b) => a.order - b.order).map((line, i) => [line, i + 1]));
  return lines.map((line, i) => ({
    id: names[i] ?? numbered('N', i + 1, 3),
    sector: line.sector,
    place: line.place,
    rank: ranks.get(line)!,
  }));
}

const half = ({ sector, place }: Line) => place < sectors[sector - 1]! / 2;
const rows = (lines: Line[], factor: Record<string, number> = {}) =>
  lines.map(
    ({ id, sector, rank }): Row => ({
      line: id,
      sector: `Sector ${sector}`,
      liquidity: rank,
      base_factor: factor[id] ?? 1,
    }),
  );

/**
 * 450 lines at 1,000 yen; in each sector the more liquid half are members, so that no review has anything to change. FR (factor 3) and
 * ADV (factor 8) are two of them. FR is above the cap at the ends of July 2024 and January 2025, ADV at those of January and July 2026.
 */
export function capSteps(): Files {
  const lines = liquidGroup({ 0: 'FR', 76: 'ADV' });
  const first: Record<string, number> = { FR: 12_000, ADV: 2_000 };
  return folder('nikkei/cases/cap-steps', {
    prices: [
      ...lines.map(({ id }): Row => ({ line: id, date: '2024-01-31', close: first[id] ?? 1_000 })),
      { line: 'FR', date: '2025-07-31', close: 8_000 },
      { line: 'ADV', date: '2026-01-30', close: 5_000 },
      { line: 'ADV', date: '2026-10-01', close: 5_000 },
    ],
    lines: rows(lines, { FR: 3, ADV: 8 }),
    constituents: lines.filter(half).map(({ id }): Row => ({ line: id, from: '2023-10-02' })),
  });
}

/** The same market from 2021 on: FR at 15.0 % at the end of January 2022, and at 11.5 % from July 2022 on as long as nothing cuts it. */
export function capLevels(): Files {
  const lines = liquidGroup({ 0: 'FR' });
  return folder('nikkei/cases/cap-levels', {
    prices: [
      ...lines.map(({ id }): Row => ({ line: id, date: '2021-07-30', close: id === 'FR' ? 5_000 : 1_000 })),
      { line: 'FR', date: '2022-01-31', close: 13_200 },
      { line: 'FR', date: '2022-07-29', close: 9_700 },
      { line: 'FR', date: '2024-10-01', close: 9_700 },
    ],
    lines: rows(lines, { FR: 3 }),
    constituents: lines.filter(half).map(({ id }): Row => ({ line: id, from: '2020-10-01' })),
  });
}

const names = { 38: 'SURPLUS', 113: 'SHORTAGE', 189: 'SUCCESSOR', 233: 'LIQUID_4', 265: 'LEAST_4' };

/**
 * Sector 1 has a member too many (its 39th, SURPLUS), sector 2 one too few (SHORTAGE is its 38th), sector 3 one that is no longer among the 450 (OUT), whose
 * place is SUCCESSOR's, and in sector 4 LIQUID_4, among the 75, is not in, but LEAST_4 is.
 */
export function sectorBalance(): Files {
  return due('nikkei/cases/sector-balance', names, new Set([4]));
}

/** The same, and sectors 5 and 6 are as sector 4: five replacements are due. */
export function threeAtMost(): Files {
  const more = { 307: 'LIQUID_5', 339: 'LEAST_5', 381: 'LIQUID_6', 413: 'LEAST_6' };
  return due('nikkei/cases/three-at-most', { ...names, ...more }, new Set([4, 5, 6]));
}

function due(path: string, named: Record<string, string>, liquidOut: Set<number>): Files {
  const lines: Line[] = [...liquidGroup(named), { id: 'OUT', sector: 3, place: 76, rank: 451 }];
  const member = (line: Line): boolean => {
    if (line.id.startsWith('LIQUID_')) return false;
    const last = sectors[line.sector - 1]! / 2 - 1;
    if (line.sector === 1) return line.place <= last + 1;
    if (line.sector === 2) return line.place < last;
    if (line.sector === 3) return line.place < last || line.id === 'OUT';
    return line.place <= (liquidOut.has(line.sector) ? last + 1 : last);
  };
  return folder(path, {
    prices: reaching(
      '2024-07-31',
      lines.map(({ id }): Row => ({ line: id, date: '2024-01-31', close: 1_000 })),
    ),
    lines: rows(lines),
    constituents: lines.filter(member).map(({ id }): Row => ({ line: id, from: '2023-10-02' })),
  });
}
