import type { Company, Line } from './companies.ts';
import { type Random, randomStream } from './random.ts';
import type { Tables } from './tables.ts';

/** A dividend that has been announced and not yet paid. */
export type Announced = { ex: number; amount: string; known: string };
/** The terms of something announced, by the place of its line in the story. */
export type Terms = { ratio?: number; amount?: number; price?: number };

/** The market on one day of its making. */
export type State = {
  companies: Company[];
  /** NHC for one SLM. */
  rate: number;
  suspended: Set<Line>;
  announced: Map<Line, Announced>;
  /** Takeovers under way: the price that the target's shares follow. */
  bids: Map<Line, () => number>;
  terms: Map<number, Terms>;
  /** One stream of numbers for each line, so that nothing that happens to one changes another. */
  streams: Map<string, Random>;
  tables: Tables;
};

export function streamOf(state: State, seed: number, id: string): Random {
  let stream = state.streams.get(id);
  if (stream === undefined) {
    stream = randomStream(seed, id);
    state.streams.set(id, stream);
  }
  return stream;
}

export function companyOfRank(state: State, rank: number): Company {
  const found = state.companies.find((company) => company.rank === rank);
  if (found === undefined) throw new Error(`there is no company of rank ${rank}`);
  return found;
}

/** Records shares and free float of a line from a day on. */
export function recordShares(state: State, line: Line, date: string, known: string): void {
  state.tables.shares.push({
    line: line.id,
    date,
    known,
    shares_outstanding: String(line.shares),
    free_float: String(line.freeFloat),
  });
}

/** Terms of an action as text; those that its kind does not have are absent. */
export type ActionTerms = Partial<
  Record<'ratio' | 'amount' | 'currency' | 'price' | 'other' | 'symbol' | 'value', string>
>;

/** Records an action; terms that its kind does not have stay empty. */
export function recordAction(
  state: State,
  line: Line,
  action: { ex: string; known: string; kind: string } & ActionTerms,
): void {
  const {
    ex,
    known,
    kind,
    ratio = '',
    amount = '',
    currency = '',
    price = '',
    other = '',
    symbol = '',
    value = '',
  } = action;
  state.tables.actions.push({
    line: line.id,
    ex_date: ex,
    known,
    kind,
    ratio,
    amount,
    currency,
    price,
    other,
    symbol,
    value,
  });
}
