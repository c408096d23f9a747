import { type Company, company, startingCompanies } from './companies.ts';
import { DAYS, type Exchange, sessions } from './days.ts';
import { dividends, startingDividends } from './dividends.ts';
import { announce, takeEffect } from './happen.ts';
import { SECTOR_NAMES } from './names.ts';
import { type Random, randomStream } from './random.ts';
import { recordShares, type State, streamOf } from './state.ts';
import { CHILD_RANK, DECISIONS, NEWCOMER, STORY } from './story.ts';
import { emptyTables, type Tables } from './tables.ts';
import { trade } from './trade.ts';

/** Seed of the market that lies beside this folder. */
export const SEED = 20220103;

const BEFORE = '2021-12-31';
/** Days on which free floats are reviewed, and on which the results are published. */
const FLOAT_REVIEWS = new Map([
  ['2022-04-29', '2022-05-16'],
  ['2023-04-28', '2023-05-15'],
  ['2024-04-30', '2024-05-15'],
]);

/** The whole market for a seed: the same seed gives the same tables on every machine. */
export function makeMarket(seed: number): Tables {
  const counts: Record<Exchange, number> = { NHVX: 0, SLMX: 0 };
  const taken = new Set<string>();
  const companies = startingCompanies(seed, counts, taken);
  const late = randomStream(seed, 'late companies');
  const newcomer = company(NEWCOMER.rank, late, counts, taken);
  const child = company(CHILD_RANK, late, counts, taken);
  const spinOff = STORY.find((event) => event.kind === 'spin_off')!;
  for (const line of newcomer.lines) line.listedFrom = NEWCOMER.listed;
  for (const line of child.lines) line.listedFrom = spinOff.ex;
  child.sector = companies[spinOff.rank]!.sector;
  const state: State = {
    companies: [...companies, newcomer, child],
    rate: 1.35,
    suspended: new Set(),
    announced: new Map(),
    bids: new Map(),
    terms: new Map(),
    streams: new Map(),
    tables: emptyTables(),
  };
  for (const one of companies) {
    for (const line of one.lines) recordShares(state, line, BEFORE, BEFORE);
    startingDividends(state, one, BEFORE, BEFORE);
  }
  startingMembers(state);
  for (const line of newcomer.lines) recordShares(state, line, NEWCOMER.listed, '2023-10-23');
  const common = randomStream(seed, 'common');
  for (let day = 0; day < DAYS.length; day += 1) oneDay(state, seed, day, common);
  reference(state);
  return sorted(state.tables);
}

function oneDay(state: State, seed: number, day: number, common: Random): void {
  const date = DAYS[day]!;
  STORY.forEach((event, place) => {
    if (event.known === date) announce(state, event, place);
  });
  STORY.forEach((event, place) => {
    if (event.ex === date) takeEffect(state, event, place);
  });
  const market = 0.008 * common.normal();
  const bySector = new Map(SECTOR_NAMES.map((sector) => [sector, market + 0.005 * common.normal()]));
  state.rate *= 1 + 0.0035 * common.normal();
  state.tables.fx.push({ date, base: 'SLM', quote: 'NHC', rate: state.rate.toFixed(4) });
  for (const one of state.companies) {
    if (one.lines[0]!.listedFrom > date) continue;
    dividends(state, one, day);
    trade(state, one, day, bySector.get(one.sector)!, streamOf(state, seed, one.id));
    const published = FLOAT_REVIEWS.get(date);
    if (published !== undefined) reviewFloat(state, one, date, published, streamOf(state, seed, `${one.id} float`));
  }
}

function reviewFloat(state: State, one: Company, date: string, published: string, random: Random): void {
  const change = random.uniform() < 0.25 ? 5 * (1 + random.below(2)) * (random.uniform() < 0.5 ? 1 : -1) : 0;
  const line = one.lines[0]!;
  const float = Math.min(100, Math.max(15, line.freeFloat + change));
  if (float === line.freeFloat || line.listedUntil !== undefined) return;
  line.freeFloat = float;
  recordShares(state, line, date, published);
}

/** Members of the index of leaders before its rules begin: nearly the fifty largest. */
function startingMembers(state: State): void {
  for (const one of state.companies) {
    if (one.rank > 52 || [35, 41, 46].includes(one.rank)) continue;
    for (const line of one.lines) {
      if (line.kind !== 'common') continue;
      state.tables.constituents.push({ index: 'LEADERS50', line: line.id, from: '2022-01-03', until: '2022-06-20' });
    }
  }
}

function reference(state: State): void {
  for (const one of state.companies) {
    state.tables.companies.push({
      company: one.id,
      sector: one.sector,
      country: one.exchange === 'NHVX' ? 'Norhaven' : 'Solmark',
    });
    for (const line of one.lines) {
      state.tables.lines.push({
        line: line.id,
        company: one.id,
        symbol: line.symbol,
        name: line.name,
        type: line.kind,
        exchange: one.exchange,
        currency: one.currency,
        listed_from: line.listedFrom,
        listed_until: line.listedUntil ?? '',
      });
    }
  }
  state.tables.decisions.push(...DECISIONS);
  state.tables.sessions.push(...sessions());
}

function sorted(tables: Tables): Tables {
  const by =
    (...keys: string[]) =>
    (a: Record<string, string>, b: Record<string, string>) => {
      for (const key of keys) if (a[key] !== b[key]) return a[key]! < b[key]! ? -1 : 1;
      return 0;
    };
  tables.prices.sort(by('line', 'date'));
  tables.lines.sort(by('line'));
  tables.companies.sort(by('company'));
  tables.shares.sort(by('line', 'date'));
  tables.dividends.sort(by('line', 'date'));
  tables.actions.sort(by('ex_date', 'line', 'kind'));
  tables.constituents.sort(by('line'));
  return tables;
}
