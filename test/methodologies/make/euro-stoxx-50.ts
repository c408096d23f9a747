import { type Files, folder, numbered, reaching, type Row } from './table.ts';

const billion = 1_000_000_000;
const from = '2023-08-01';

/** A company of one line; `cap` in billion EUR on the first day. */
type Company = { id: string; cap: number; sector: string; currency?: string; float?: number };

/**
 * Technology: 66 companies whose number is their rank, all on the list, as they are a fraction of the total market of their supersector. Banks and
 * Energy: a few small ones around 60 % of theirs. T04 has half its shares in float; T05 trades in GBP at 1.25 EUR.
 */
export function composition(): Files {
  const ranked = Array.from({ length: 66 }, (_, i): Company => {
    const rank = i + 1;
    const company = {
      id: numbered('T', rank, 2),
      cap: rank === 1 ? 700 : rank === 2 ? 440 : 100 - rank,
      sector: 'Technology',
    };
    if (rank === 4) return { ...company, float: 0.5 };
    return rank === 5 ? { ...company, currency: 'GBP' } : company;
  });
  const group = (sector: string, letter: string, caps: number[]) =>
    caps.map((cap, i): Company => ({ id: `${letter}${i + 1}`, cap: cap / 100, sector }));
  const companies = [...ranked, ...group('Banks', 'B', [30, 20, 15, 10]), ...group('Energy', 'E', [30, 22, 22, 8])];
  const upTo40 = ranked.slice(0, 40).map((c) => c.id);
  const ranks = (...of: number[]) => of.map((rank) => numbered('T', rank, 2));
  const in2023 = [
    ...upTo40.filter((id) => id !== 'T07' && id !== 'T33'),
    ...ranks(41, 42, 44, 45, 47, 48, 50, 51, 53, 54, 56, 57),
  ];
  const in2024 = [...upTo40, ...ranks(43, 45, 47, 49, 51, 53, 61, 62, 63, 64)];
  const members = [
    ...in2023.map((line) => ({ index: 'SX5E', line, from, until: '2023-09-18' })),
    ...in2024.map((line) => ({ index: 'SX5E', line, from: '2023-09-18', until: '2024-09-23' })),
  ];
  const made = tables(companies, members);
  return folder('stoxx/cases/composition', {
    ...made,
    prices: reaching('2024-08-30', made.prices),
    totals: [
      { date: from, supersector: 'Technology', total: 10_000 * billion },
      { date: from, supersector: 'Banks', total: billion },
      { date: from, supersector: 'Energy', total: billion },
    ],
    fx: [{ date: from, base: 'GBP', quote: 'EUR', rate: 1.25 }],
  });
}

/**
 * A hundred companies of one supersector, all on the list; the fifty largest are members. At the end of October D50 has fallen from rank 50 to 80, and
 * D60 has risen from rank 60 to 20.
 */
export function monthlyList(): Files {
  // Just below rank 80 of before, 79 of those that were not D050 being larger; and just above rank 20 of before.
  return hundred('stoxx/cases/monthly-list', { D050: 200 - 79 - 0.5, D060: 200 - 19 + 0.5 });
}

/** The same market, with D049 fallen to rank 75 and D050 to 76, D060 risen to rank 25 and D061 to 26. */
export function fastBounds(): Files {
  return hundred('stoxx/cases/fast-bounds', { D049: 124.6, D050: 124.4, D060: 176.6, D061: 176.4 });
}

/** The same market, where nothing moves. */
export function suspension(): Files {
  return hundred('stoxx/cases/suspension', {});
}

function hundred(path: string, later: Record<string, number>): Files {
  const companies = Array.from(
    { length: 100 },
    (_, i): Company => ({
      id: numbered('D', i + 1, 3),
      cap: 200 - i,
      sector: 'Technology',
    }),
  );
  const members = companies.slice(0, 50).map(({ id }): Row => ({ index: 'SX5E', line: id, from, until: '2023-12-18' }));
  const made = tables(companies, members);
  return folder(path, {
    ...made,
    prices: [
      ...reaching('2023-09-29', made.prices),
      ...Object.entries(later).map(([line, close]): Row => ({ line, date: '2023-10-31', close })),
    ],
    totals: [{ date: from, supersector: 'Technology', total: 100_000 * billion }],
    fx: [{ date: from, base: 'GBP', quote: 'EUR', rate: 1.25 }],
  });
}

function tables(companies: Company[], members: Row[]) {
  const rate = (c: Company) => (c.currency === 'GBP' ? 1.25 : 1);
  return {
    // A billion shares each: the price in EUR is the capitalisation in billion EUR.
    prices: companies.map((c): Row => ({ line: c.id, date: from, close: c.cap / (c.float ?? 1) / rate(c) })),
    lines: companies.map(
      (c): Row => ({
        line: c.id,
        company: c.id,
        currency: c.currency ?? 'EUR',
        supersector: c.sector,
        shares_outstanding: billion,
        free_float: c.float ?? 1,
      }),
    ),
    constituents: [...companies.map((c): Row => ({ index: 'EURO STOXX', line: c.id, from, until: '' })), ...members],
  };
}
