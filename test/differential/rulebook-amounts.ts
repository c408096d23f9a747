import type { Expression, WindowSpan } from '../../src/model/index.ts';
import { condition } from './rulebook-conditions.ts';
import {
  aggregates,
  inIndexCurrency,
  type Kind,
  literal,
  name,
  type Of,
  over,
  plain,
  roundings,
  times,
  type Words,
} from './rulebook-words.ts';

/** A random amount of a kind, one for each `of` or of something coarser. `depth` bounds how deep it is nested. */
export function amount(w: Words, kind: Kind, of: Of, depth: number): Expression {
  const { r } = w;
  if (depth <= 0) return leaf(w, kind, of);
  const inner = (k: Kind = kind, at: Of = of): Expression => amount(w, k, at, depth - 1);
  switch (r.int(0, 19)) {
    case 0:
      return { kind: 'arithmetic', op: r.pick(['+', '-'] as const), left: inner(), right: inner() };
    case 1:
      return times(inner(), inner(r.pick(['number', 'ratio'] as const)));
    case 2:
      return over(inner(), kind === 'ratio' ? inner('ratio') : plain(r.pick(['3', '7', '9', '0.3', '11'])));
    case 3: {
      const by = plain(r.pick(['3', '7', '0.9', '13']));
      return r.chance(0.5) ? times(over(inner(), by), by) : over(times(by, inner()), by);
    }
    case 4:
      return { kind: 'call', fn: r.pick(['min', 'max'] as const), args: [inner(), inner()] };
    case 5:
      return { kind: 'call', fn: 'abs', args: [inner()] };
    case 6:
      return { kind: 'round', mode: r.pick(roundings), value: inner(), step: step(w, kind) };
    case 7:
      return { kind: 'otherwise', value: inner(), fallback: r.chance(0.5) ? literal(w, kind) : inner() };
    case 8:
      // biome-ignore lint/suspicious/noThenProperty: the model's own word
      return { kind: 'if', condition: condition(w, of, depth - 1), then: inner(), else: inner() };
    case 9:
      return { kind: 'negate', operand: inner() };
    case 10:
    case 11:
      return windowed(w, kind, of, depth);
    case 12:
    case 13:
      return aggregated(w, kind, of, depth);
    case 14:
      return w.snapshot ? { kind: 'as of', value: inner(), date: 'snapshot' } : inner();
    case 15:
      return previous(w, kind, of) ?? inner();
    case 16:
    case 17:
      return fromRanking(w, kind, of, depth) ?? inner();
    case 18:
      return product(w, kind, of, depth);
    default:
      return current(w, kind, of) ?? inner();
  }
}

/** An amount made of amounts of other kinds. */
function product(w: Words, kind: Kind, of: Of, depth: number): Expression {
  const inner = (k: Kind): Expression => amount(w, k, of, depth - 1);
  const of2 = w.r.pick(['money', 'shares', 'price'] as const);
  switch (kind) {
    case 'money':
      return times(inner('price'), inner('shares'));
    case 'price':
      return over(inner('money'), inner('shares'));
    case 'shares':
      return over(inner('money'), inner('price'));
    case 'ratio':
      return over(inner(of2), inner(of2));
    case 'number':
      if (w.r.chance(0.3))
        return {
          kind: 'arithmetic',
          op: '^',
          left: inner('number'),
          right: plain(w.r.pick(['2', '0.5', '3', '0', '-1', '1.5']).replace('-', '')),
        };
      return { kind: 'call', fn: w.r.pick(['sqrt', 'ln', 'exp'] as const), args: [inner('number')] };
    default:
      return kind satisfies never;
  }
}

const spans = (w: Words): WindowSpan =>
  w.r.pick<() => WindowSpan>([
    () => ({ kind: 'last', count: w.r.int(1, 14), unit: 'trading days' }),
    () => ({ kind: 'last', count: w.r.int(1, 20), unit: 'calendar days' }),
    () => ({ kind: 'last', count: w.r.int(1, 3), unit: 'weeks' }),
    () => ({ kind: 'last', count: w.r.int(1, 3), unit: 'months' }),
    () => ({ kind: 'last', count: w.r.int(2, 4), unit: 'months', byMonth: true }),
    () => ({ kind: 'since year start' }),
  ])();

function windowed(w: Words, kind: Kind, of: Of, depth: number): Expression {
  const { r } = w;
  if (of !== 'line' && r.chance(0.7)) return aggregated(w, kind, of, depth);
  const fn = kind === 'number' && r.chance(0.3) ? 'count' : r.pick(aggregates.filter((a) => a !== 'count'));
  const quiet = { ...w, memory: false, rankings: [] };
  const value = fn === 'count' ? name(r.pick(['close', 'volume', 'free'])) : amount(quiet, kind, of, r.int(0, 1));
  const span = spans(w);
  const needing = r.chance(0.35) ? { needing: r.int(1, 6) } : {};
  const monthly = span.kind === 'last' && span.byMonth === true && fn !== 'count' && r.chance(0.5);
  const inside: Expression = monthly
    ? { kind: 'window', fn: r.pick(['average', 'median', 'sum'] as const), value, span: { kind: 'month' } }
    : value;
  return { kind: 'window', fn, value: inside, span, ...needing };
}

function aggregated(w: Words, kind: Kind, of: Of, depth: number): Expression {
  const { r } = w;
  const count = kind === 'number' && r.chance(0.6);
  const fn = count ? 'count' : r.pick(aggregates.filter((a) => a !== 'count'));
  const group =
    of === 'line'
      ? r.pick(['company', 'sector'])
      : of === 'company'
        ? r.pick(['company', 'company', 'sector'])
        : of === 'sector'
          ? 'sector'
          : r.pick(w.over);
  const inside: Of = group === 'company' ? 'line' : r.pick(['line', 'line', 'company'] as const);
  const value = count
    ? name(inside === 'line' ? r.pick(['line', 'close', 'industry']) : 'company')
    : amount(w, kind, inside, depth - 1);
  const where = r.chance(0.3) ? { where: condition(w, inside, r.int(0, 1)) } : {};
  return { kind: 'aggregate', fn, value, over: group, ...where };
}

function previous(w: Words, kind: Kind, of: Of): Expression | undefined {
  const fitting = w.measures.filter((m) => m.kind === kind && (m.of === of || m.of === 'all' || of === 'line'));
  if (!w.memory || fitting.length === 0) return undefined;
  const value = name(w.r.pick(fitting).name);
  return { kind: 'previous', value, ...(w.r.chance(0.5) ? { event: w.r.pick(w.events) } : {}) };
}

function fromRanking(w: Words, kind: Kind, of: Of, depth: number): Expression | undefined {
  const { r } = w;
  if (w.rankings.length === 0) return undefined;
  const ranking = r.pick(w.rankings);
  const fits = ranking.of === of || (ranking.of === 'company' && of === 'line');
  const along = (): Expression => amount({ ...w, rankings: [] }, kind, ranking.of, Math.min(1, depth - 1));
  if (of === 'all' || of === 'sector') {
    if (ranking.within !== undefined) return undefined;
    return { kind: 'at rank', value: along(), rank: plain(String(r.int(1, 6))), ranking: ranking.name };
  }
  if (!fits) return undefined;
  if (kind === 'number' && r.chance(0.7)) {
    const rank: Expression = { kind: 'rank', ranking: ranking.name };
    return w.memory && r.chance(0.3) ? { kind: 'previous', value: rank } : rank;
  }
  if (kind === 'ratio')
    return { kind: 'cumulative', what: 'share', value: leaf(w, 'money', ranking.of), ranking: ranking.name };
  return { kind: 'cumulative', what: 'sum', value: along(), ranking: ranking.name };
}

function current(w: Words, kind: Kind, of: Of): Expression | undefined {
  if (!w.memory || (of !== 'line' && of !== 'company')) return undefined;
  if (kind === 'ratio') return { kind: 'current', quantity: w.r.pick(['weight', 'cap factor', 'membership'] as const) };
  return kind === 'shares' ? { kind: 'current', quantity: 'index shares' } : undefined;
}

function step(w: Words, kind: Kind): Expression {
  const steps = { money: ['10', '0.5', '1000'], price: ['1', '0.05'], shares: ['1', '100'], number: ['1', '0.1', '5'] };
  if (kind === 'ratio') return { kind: 'number', value: w.r.pick(['1', '0.5', '5']), unit: '%' };
  return { ...literal(w, kind), value: w.r.pick(steps[kind]) } as Expression;
}

/** An amount without anything inside it that could be chosen. */
export function leaf(w: Words, kind: Kind, of: Of): Expression {
  const { r } = w;
  const own = w.measures.filter((m) => m.kind === kind && (m.of === of || m.of === 'all'));
  if (own.length > 0 && r.chance(0.3)) return name(r.pick(own).name);
  if (r.chance(0.12)) return literal(w, kind);
  const price = (): Expression => inIndexCurrency(w, name(r.pick(['close', 'close', 'fair'])));
  if (of === 'line') {
    switch (kind) {
      case 'money':
        return r.chance(0.2)
          ? inIndexCurrency(w, name('turnover'))
          : times(price(), name(r.pick(['shares', 'shares', 'volume'])));
      case 'price':
        return price();
      case 'shares':
        return name(r.pick(['shares', 'volume']));
      case 'ratio':
        return name('free');
      default:
        return name('points_of');
    }
  }
  if (of === 'company' && kind === 'number') return name('score');
  if (of === 'company' && kind === 'money' && r.chance(0.4))
    return w.currency === 'USD' ? name('revenue') : { kind: 'convert', value: name('revenue'), currency: w.currency };
  if (of === 'sector' && kind === 'ratio' && r.chance(0.6)) return name('rate');
  if (of === 'all') return kind === 'ratio' && r.chance(0.4) ? name('appetite') : literal(w, kind);
  const fn = r.pick(['sum', 'sum', 'average', 'largest', 'smallest', 'median'] as const);
  return { kind: 'aggregate', fn, value: leaf(w, kind, 'line'), over: of };
}
