import { type Files, folder, numbered, type Row } from './table.ts';

const billion = 1_000_000_000;

/** A company of one line; `cap` in billion USD on the first day, `later` after it where that differs. */
type Company = { id: string; cap: number; later?: number; member?: string } & Partial<
  Record<Screened, string | number>
>;
type Screened = 'type' | 'sector' | 'exchange' | 'listed_from' | 'free_float' | 'volume';

/** Companies whose number is their rank, from the first one given on, half a billion apart. */
function ranked(count: number, first = 1): Company[] {
  return Array.from({ length: count }, (_, i) => ({ id: numbered('C', first + i, 3), cap: 200 - (first + i) / 2 }));
}

/** Companies of 13, 12, 9, 7, 5.5, 4.6 and 4.2 % of the index, and a hundred that share 44.7 %. */
export function rankPreservation(): Files {
  const large = [13, 12, 9, 7, 5.5, 4.6, 4.2].map((cap): Company => ({ id: `P${cap * 10}`, cap: cap * 100 }));
  const small = Array.from({ length: 100 }, (_, i): Company => ({ id: numbered('S', i + 1, 3), cap: 44.7 }));
  return tables('nasdaq/cases/rank-preservation', ['2026-07-01'], [...large, ...small].map(from('2025-12-22')));
}

/** Companies of 16, 10, 7, 5, 4 and 3.8 %, and 94 that share 54.2 %. */
export function securityLimits(): Files {
  const large = [16, 10, 7, 5, 4, 3.8].map((cap): Company => ({ id: `P${cap * 10}`, cap: cap * 94 }));
  const small = Array.from({ length: 94 }, (_, i): Company => ({ id: numbered('S', i + 1, 2), cap: 54.2 }));
  return tables('nasdaq/cases/security-limits', ['2026-11-30'], [...large, ...small].map(from('2025-12-22')));
}

/**
 * 130 companies; a year before C101 was larger than C050. Outside are C070, C080, C085, C090 and those from C102 on, but for C110, C120 (a member since March) and
 * C126. Four companies larger than all of them each miss one rule.
 */
export function reviews(): Files {
  const outside = new Set(['C070', 'C080', 'C085', 'C090']);
  const others = new Set(['C110', 'C126']);
  const companies = ranked(130).map((company, i): Company => {
    const earlier = company.id === 'C101' ? { cap: 176, later: company.cap } : {};
    const member = (i < 101 && !outside.has(company.id)) || others.has(company.id);
    const since = company.id === 'C120' ? '2026-03-02' : member ? '2024-12-23' : undefined;
    return { ...company, ...earlier, ...(since === undefined ? {} : { member: since }) };
  });
  const barred: Company[] = [
    { id: 'FUND', cap: 500, type: 'fund' },
    { id: 'FINANCIAL', cap: 500, sector: 'Finance' },
    { id: 'THIN', cap: 500, volume: 49_999 },
    { id: 'YOUNG', cap: 500, listed_from: '2026-09-01' },
    { id: 'ELSEWHERE', cap: 500, exchange: 'NYSE' },
  ];
  return tables('nasdaq/cases/reviews', ['2025-11-03', '2026-06-01', '2026-11-30'], [...companies, ...barred]);
}

/** A hundred members, and two companies listed on 12 June 2026, of the size of the 40th member and a little below; a twentieth of the shares is in float. */
export function fastEntry(): Files {
  const listed = { listed_from: '2026-06-12', free_float: 0.05 };
  const companies = ranked(100).map(from('2025-12-22'));
  return tables(
    'nasdaq/cases/fast-entry',
    ['2026-06-12', '2026-06-23'],
    [
      ...companies,
      { id: 'RANK_40', cap: 180, ...listed },
      { id: 'RANK_41', cap: 179.9, ...listed },
      { id: 'EARLIER', cap: 180, ...listed, listed_from: '2026-06-11' },
    ],
  );
}

function from(day: string) {
  return (company: Company): Company => ({ ...company, member: day });
}

function tables(path: string, days: string[], companies: Company[]): Files {
  return folder(path, {
    prices: companies.flatMap((c) =>
      days.map(
        (date, i): Row => ({
          line: c.id,
          date,
          close: 100,
          volume: c.volume ?? 1_000_000,
          market_cap: Math.round((i === 0 ? c.cap : (c.later ?? c.cap)) * billion),
        }),
      ),
    ),
    lines: companies.map(
      (c): Row => ({
        line: c.id,
        company: c.id,
        exchange: c.exchange ?? 'NASDAQ',
        type: c.type ?? 'common',
        sector: c.sector ?? 'Technology',
        listed_from: c.listed_from ?? '2000-01-03',
        free_float: c.free_float ?? 1,
      }),
    ),
    constituents: companies.flatMap(({ id, member }): Row[] =>
      member === undefined ? [] : [{ line: id, from: member }],
    ),
  });
}
