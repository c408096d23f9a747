import { type Files, folder, numbered, type Row } from './table.ts';

const rankDay = '2024-04-30';
const reconstitution = '2024-07-01';
const million = 1_000_000;

/** A company of one listed class; `cap` is its total capitalisation in million USD. */
type Company = { id: string; cap: number; member?: 'R1000' | 'R2000'; price?: number; float?: number; type?: string };

/**
 * The official banding table. 994 companies larger than 2,115 can't be worth 151,885 in all; 71 can, so the table
 * stands at ranks 72 to 80. The 300 that follow are worth 12,406.
 */
export function bandingTable(): Files {
  // Half a million apart around their average of 2,139.22, in hundredths, so that they sum to 151,885 exactly.
  const larger = Array.from({ length: 71 }, (_, i): Company => {
    const hundredths = 213_922 + 50 * (35 - i) + (i < 38 ? 1 : 0);
    return { id: numbered('L', i + 1, 2), cap: hundredths / 100, member: 'R1000' };
  });
  const printed: Company[] = [
    { id: 'XYZ', cap: 2_115, member: 'R1000' },
    { id: 'ABC', cap: 2_105, member: 'R2000' },
    { id: 'DRUGSTORE', cap: 2_100, member: 'R1000' },
    { id: 'PYK', cap: 2_011, member: 'R2000' },
    { id: 'Z_TECH', cap: 2_010, member: 'R2000' },
    { id: 'RE_TRUST', cap: 2_000, member: 'R2000' },
    { id: 'FOODS', cap: 1_995, member: 'R1000' },
    { id: 'PETS', cap: 1_950, member: 'R2000' },
    { id: 'RYT', cap: 1_923, member: 'R1000' },
  ];
  // 0.05 apart; they sum to 12,406 exactly.
  const smaller = Array.from({ length: 300 }, (_, i): Company => {
    const hundredths = 4_882 - 5 * i + (i < 250 ? 1 : 0);
    return { id: numbered('S', i + 1, 3), cap: hundredths / 100, member: 'R2000' };
  });
  return folder('ftse-russell/cases/banding-table', tables([...larger, ...printed, ...smaller]));
}

/**
 * 1,300 companies of 2,000,000 million ÷ rank, so that the breakpoint is at rank 1,000 and its band is some 250 ranks wide;
 * and small ones that each just meet or just miss one rule of eligibility.
 */
export function bandsAndScreens(): Files {
  const ranked = Array.from({ length: 1_300 }, (_, i): Company => {
    const rank = i + 1;
    const member = newcomers.has(rank) ? {} : { member: inRussell1000(rank) ? ('R1000' as const) : ('R2000' as const) };
    return { id: numbered('C', rank), cap: Math.round(2_000_000 / rank), ...member };
  });
  const single: Company[] = [
    { id: 'AVERAGE_OVER_1', cap: 95, price: 0.95, member: 'R1000' },
    { id: 'AVERAGE_UNDER_1', cap: 95, price: 0.95, member: 'R1000' },
    { id: 'NEW_UNDER_1', cap: 95, price: 0.95 },
    { id: 'NEW_AT_1', cap: 100, price: 1 },
    { id: 'FLOAT_49999', cap: 90, float: 0.049999 },
    { id: 'FLOAT_5', cap: 90, float: 0.05 },
    { id: 'CAP_30', cap: 30 },
    { id: 'CAP_29', cap: 29.999999 },
    { id: 'RECEIPT', cap: 90, type: 'depositary_receipt' },
    { id: 'VOTING', cap: 400, price: 1, float: 0.65 },
  ];
  const made = tables([...ranked, ...single]);
  const days = ['2024-04-15', '2024-04-22', '2024-04-29'];
  const earlier = days.flatMap((date) => [
    { line: 'AVERAGE_OVER_1', date, close: 1.05 },
    { line: 'AVERAGE_UNDER_1', date, close: 0.97 },
    { line: 'NEW_UNDER_1', date, close: 1.05 },
  ]);
  const voting = made.lines.find((row) => row.line === 'VOTING')!;
  // 100 million listed shares of one vote, and 300 million unlisted ones of ten votes.
  voting.shares_outstanding = 100 * million;
  made.companies.find((row) => row.company === 'VOTING')!.unlisted_shares = 300 * million;
  made.companies.find((row) => row.company === 'VOTING')!.unlisted_votes = 3_000 * million;
  return folder('ftse-russell/cases/bands-and-screens', { ...made, prices: [...made.prices, ...earlier] });
}

/** New to both indices, on both sides of the breakpoint. */
const newcomers = new Set([999, 1_000, 1_001, 1_002]);

/** Members are those of odd rank from 701 on; before that all of them, but for one in fifty. */
function inRussell1000(rank: number): boolean {
  return rank <= 700 ? rank % 50 !== 0 : rank % 2 === 1;
}

function tables(companies: Company[]) {
  const shares = ({ cap, price }: Company) => (price === undefined ? million : Math.round((cap * million) / price));
  return {
    prices: companies.map((c): Row => ({ line: c.id, date: rankDay, close: c.price ?? c.cap })),
    lines: companies.map(
      (c): Row => ({
        line: c.id,
        company: c.id,
        exchange: 'NYSE',
        type: c.type ?? 'common_stock',
        shares_outstanding: shares(c),
        free_float: c.float ?? 1,
        votes_per_share: 1,
      }),
    ),
    companies: companies.map(
      (c): Row => ({ company: c.id, country: 'United States', unlisted_shares: '', unlisted_votes: '' }),
    ),
    market: [{ nation: 'United States', date: rankDay, level: 100 }],
    constituents: companies.flatMap((c): Row[] =>
      c.member === undefined ? [] : [{ index: c.member, line: c.id, from: '2023-06-26', until: reconstitution }],
    ),
  };
}
