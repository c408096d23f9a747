import type { Aggregate, Expression } from '../../src/model/index.ts';
import type { Random } from './random.ts';

/** What an amount of a generated rulebook counts. `money` and `price` are in the currency of the index. */
export type Kind = 'money' | 'price' | 'shares' | 'number' | 'ratio';
export type Of = 'line' | 'company' | 'sector' | 'all';

/** What the rules of a generated rulebook can speak of at the place that is being written. */
export type Words = {
  r: Random;
  currency: string;
  /** Lines trade in several currencies, so that their own amounts have to be converted. */
  mixed: boolean;
  measures: { name: string; kind: Kind; of: Of }[];
  rankings: { name: string; of: 'line' | 'company'; within?: string }[];
  sets: { name: string; of: 'line' | 'company' }[];
  events: string[];
  /** Sets that aggregates may run over here. */
  over: string[];
  /** Whether words about membership, the basket and earlier events may be used here. */
  memory: boolean;
  /** Whether an event has a date `snapshot` before its reference date. */
  snapshot: boolean;
};

export const aggregates: readonly Aggregate[] = ['sum', 'average', 'median', 'count', 'largest', 'smallest'];
export const roundings = ['up', 'down', 'half up', 'half even'] as const;

export const name = (word: string): Expression => ({ kind: 'name', name: word });
export const plain = (value: string): Expression => ({ kind: 'number', value });
export const percent = (value: number | string): Expression => ({ kind: 'number', value: String(value), unit: '%' });
export const times = (left: Expression, right: Expression): Expression => ({
  kind: 'arithmetic',
  op: '*',
  left,
  right,
});
export const over = (left: Expression, right: Expression): Expression => ({ kind: 'arithmetic', op: '/', left, right });

const values: Record<Kind, readonly string[]> = {
  money: ['0', '1', '30', '1000', '5000', '20000', '0.5'],
  price: ['0', '1', '20', '50.5', '0.3', '7'],
  shares: ['0', '3', '100', '700', '2000'],
  number: ['0', '1', '2', '0.5', '3', '7', '0.3333333333333333333333', '0.1'],
  ratio: ['0', '1', '10', '25', '50', '100', '33.3', '0.1'],
};

/** An amount as it is written; some are in thousands. */
export function literal(w: Words, kind: Kind): Expression {
  const value = w.r.pick(values[kind]);
  const unit = {
    money: w.currency,
    price: `${w.currency} per share`,
    shares: 'shares',
    ratio: '%',
    number: undefined,
  }[kind];
  const scaled = (kind === 'money' || kind === 'shares') && w.r.chance(0.2);
  return {
    kind: 'number',
    value,
    ...(scaled ? { scale: 'thousand' as const } : {}),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** An amount in the own currency of each line, in the currency of the index. */
export function inIndexCurrency(w: Words, value: Expression): Expression {
  return w.mixed ? { kind: 'convert', value, currency: w.currency } : value;
}
