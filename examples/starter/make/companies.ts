import type { Exchange } from './days.ts';
import { companyName, SECTOR_NAMES, type Sector } from './names.ts';
import { type Random, randomStream } from './random.ts';
import { NEWCOMER } from './story.ts';

export type Line = {
  id: string;
  symbol: string;
  name: string;
  kind: 'common' | 'preferred';
  listedFrom: string;
  /** Last day of listing, absent while it is listed. */
  listedUntil?: string;
  /** Price on the day before the market begins, in the company's currency. */
  price: number;
  shares: number;
  /** Whole percent. */
  freeFloat: number;
};

export type Company = {
  id: string;
  /** Place by size when the market begins, from 0; companies of the story are named by it. */
  rank: number;
  sector: Sector;
  exchange: Exchange;
  currency: 'NHC' | 'SLM';
  lines: Line[];
  /** How strongly it follows the market, and the standard deviation of its own daily returns. */
  beta: number;
  sigma: number;
  /** Part of the shares traded on a usual day. */
  turnover: number;
  /** Yearly dividend as a part of the price, 0 where none is paid; paid in this month and six months later. */
  dividendYield: number;
  dividendMonth: number;
};

/** Ranks of companies with a second class of common shares, and of those with preferred shares beside the common. */
const TWO_CLASSES = [1, 8, 16, 24, 38, 55, 70, 90, 110, 130, 160, 200];
const PREFERRED = [6, 28, 47, 83, 120];
/** Companies whose country the story needs. */
const NORTHERN = [2, 3, 5, 7, 11, 12, 17, 21, 26, 301];
const SOUTHERN = [4, 9, 14, 19, 23, 31, 300];
/** One company whose shares cost so little that it has to merge them. */
const PENNY = 31;

/** A company of a rank by size; `id` is its number among those of its exchange. */
export function company(rank: number, random: Random, counts: Record<Exchange, number>, taken: Set<string>): Company {
  const north = NORTHERN.includes(rank) || (!SOUTHERN.includes(rank) && random.uniform() < 0.6);
  const exchange: Exchange = north ? 'NHVX' : 'SLMX';
  counts[exchange] += 1;
  const id = `${north ? 'N' : 'S'}${String(counts[exchange]).padStart(3, '0')}`;
  const sector = SECTOR_NAMES[random.below(SECTOR_NAMES.length)]!;
  const { name, symbol } = companyName(rank + 1, sector, taken);
  const price = rank === PENNY ? 1.85 : round(6 + 190 * random.uniform() * random.uniform(), 2);
  const capital =
    startingCapital(rank === NEWCOMER.rank ? NEWCOMER.sizeOf : rank) *
    (0.96 + 0.08 * random.uniform()) *
    (north ? 1 : 1 / 1.35);
  const shares = Math.round(capital / price / 1000) * 1000;
  const freeFloat = rank < 12 ? 80 + 5 * random.below(5) : 30 + 5 * random.below(15);
  const listedFrom = `${1962 + random.below(55)}-0${1 + random.below(9)}-1${random.below(10)}`;
  const first: Line = { id: `${id}A`, symbol, name, kind: 'common', listedFrom, price, shares, freeFloat };
  return {
    id,
    rank,
    sector,
    exchange,
    currency: north ? 'NHC' : 'SLM',
    lines: secondLine(first, rank, taken),
    beta: 0.6 + 0.8 * random.uniform(),
    sigma: 0.009 + 0.009 * random.uniform(),
    turnover: (0.0006 + 0.003 * random.uniform()) * (rank < 200 ? 1 : 0.4),
    dividendYield: random.uniform() < 0.22 ? 0 : round(0.008 + 0.055 * random.uniform() * random.uniform(), 4),
    dividendMonth: 1 + random.below(6),
  };
}

/** The companies that are listed when the market begins, largest first. */
export function startingCompanies(seed: number, counts: Record<Exchange, number>, taken: Set<string>): Company[] {
  const random = randomStream(seed, 'companies');
  return Array.from({ length: 300 }, (_, rank) => company(rank, random, counts, taken));
}

/** Market capitalisation by rank, in NHC: a few very large companies and a long tail. */
function startingCapital(rank: number): number {
  const place = rank + 6;
  // place to the power of -1.25, by square roots, which every machine computes alike.
  return 1_500e9 / (place * Math.sqrt(Math.sqrt(place)));
}

function secondLine(first: Line, rank: number, taken: Set<string>): Line[] {
  const preferred = PREFERRED.includes(rank);
  if (!preferred && !TWO_CLASSES.includes(rank)) return [first];
  const id = first.id.replace(/A$/, preferred ? 'P' : 'B');
  const symbol = `${first.symbol.slice(0, 3)}${preferred ? 'P' : 'B'}`;
  const free = taken.has(symbol) ? `${first.symbol}${preferred ? 'P' : 'B'}` : symbol;
  taken.add(free);
  const part = preferred ? 0.08 : 0.35;
  const second: Line = {
    ...first,
    id,
    symbol: free,
    name: `${first.name} ${preferred ? 'preferred' : 'class B'}`,
    kind: preferred ? 'preferred' : 'common',
    price: round(first.price * (preferred ? 0.82 : 0.95), 2),
    shares: Math.round((first.shares * part) / 1000) * 1000,
    freeFloat: 100,
  };
  const name = preferred ? first.name : `${first.name} class A`;
  return [{ ...first, name, shares: Math.round((first.shares * (1 - part)) / 1000) * 1000 }, second];
}

export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
