import type { Expression } from '../../src/model/index.ts';
import { amount } from './rulebook-amounts.ts';
import { type Kind, literal, name, type Of, plain, type Words } from './rulebook-words.ts';

const orders = ['>=', '<=', '>', '<'] as const;
const kinds: readonly Kind[] = ['money', 'price', 'shares', 'number', 'ratio'];
const sectors = ['metals', 'banks', 'soft', 'tools'];

/** A random condition, one for each `of` or of something coarser. */
export function condition(w: Words, of: Of, depth: number): Expression {
  const { r } = w;
  if (depth > 0 && r.chance(0.3)) {
    const inner = (): Expression => condition(w, of, depth - 1);
    if (r.chance(0.25)) return { kind: 'not', operand: inner() };
    return { kind: r.pick(['and', 'or'] as const), left: inner(), right: inner() };
  }
  const kind = r.pick(kinds);
  const some = (): Expression => amount(w, kind, of, depth);
  switch (r.int(0, 13)) {
    case 0:
      return { kind: 'between', value: some(), low: literal(w, kind), high: some() };
    case 1:
      return { kind: 'known', operand: some() };
    case 2:
      return words(w, of) ?? compared(w, kind, of, depth);
    case 3:
      return of === 'line' ? name('flagged') : compared(w, kind, of, depth);
    case 4:
    case 5:
      return membership(w, of) ?? compared(w, kind, of, depth);
    case 6:
      return monthly(w, of) ?? compared(w, kind, of, depth);
    case 7:
      return elapsed(w, of) ?? compared(w, kind, of, depth);
    case 8:
      return { kind: 'compare', op: r.pick(['is', 'is not'] as const), left: some(), right: some() };
    case 9: {
      // The same by two ways, which doubles tell apart and decimals do not.
      const [by, x] = [plain(r.pick(['3', '7', '0.1'])), some()];
      const left: Expression = {
        kind: 'arithmetic',
        op: '*',
        left: { kind: 'arithmetic', op: '/', left: x, right: by },
        right: by,
      };
      return { kind: 'compare', op: r.pick([...orders, 'is'] as const), left, right: x };
    }
    default:
      return compared(w, kind, of, depth);
  }
}

function compared(w: Words, kind: Kind, of: Of, depth: number): Expression {
  const right = w.r.chance(0.6) ? literal(w, kind) : amount(w, kind, of, depth);
  return { kind: 'compare', op: w.r.pick(orders), left: amount(w, kind, of, depth), right };
}

function words(w: Words, of: Of): Expression | undefined {
  const { r } = w;
  if (of === 'all') return undefined;
  const text = (value: string): Expression => ({ kind: 'text', value });
  const left = name(
    of === 'line' ? r.pick(['industry', 'sector', 'symbol']) : of === 'company' ? r.pick(['style_name', 'sector']) : of,
  );
  const options = left.kind === 'name' && left.name === 'symbol' ? ['S1', 'S2', 'N5'] : [...sectors, 'growth', 'value'];
  if (r.chance(0.4))
    return {
      kind: 'one of',
      value: left,
      options: [...new Set([r.pick(options), r.pick(options)])].map(text),
      negated: r.chance(0.5),
    };
  return { kind: 'compare', op: r.pick(['is', 'is not'] as const), left, right: text(r.pick(options)) };
}

function membership(w: Words, of: Of): Expression | undefined {
  const { r } = w;
  if (!w.memory || (of !== 'line' && of !== 'company')) return undefined;
  const sets = w.sets.filter((s) => s.of === of);
  switch (r.int(0, 4)) {
    case 0:
      return { kind: 'constituent', index: 'OTHER' };
    case 1:
      return { kind: 'added since', event: r.pick(w.events) };
    case 2:
      return sets.length === 0 ? { kind: 'constituent' } : { kind: 'member', set: r.pick(sets).name };
    case 3:
      return w.over.includes('eligible') ? name('eligible') : { kind: 'constituent' };
    default:
      return { kind: 'constituent' };
  }
}

function monthly(w: Words, of: Of): Expression | undefined {
  const { r } = w;
  if (of !== 'line') return undefined;
  const total = r.int(2, 5);
  const kind = r.pick(['price', 'shares', 'ratio', 'number'] as const);
  const quiet: Words = { ...w, memory: false, rankings: [], measures: [] };
  const value = amount(quiet, kind, 'line', r.int(0, 1));
  const left: Expression = r.chance(0.7)
    ? {
        kind: 'window',
        fn: r.pick(['average', 'median', 'sum', 'largest'] as const),
        value,
        span: { kind: 'month' },
        ...(r.chance(0.3) ? { needing: r.int(1, 12) } : {}),
      }
    : value;
  const inside: Expression = { kind: 'compare', op: r.pick(orders), left, right: literal(w, kind) };
  return { kind: 'months', condition: inside, atLeast: r.int(1, total), of: total };
}

function elapsed(w: Words, of: Of): Expression | undefined {
  const { r } = w;
  if (of !== 'line') return undefined;
  const unit = r.pick(['full months', 'calendar days', 'trading days'] as const);
  const right: Expression = {
    kind: 'number',
    value: String(r.int(0, 40)),
    unit: unit === 'full months' ? 'months' : unit,
  };
  return {
    kind: 'compare',
    op: r.pick(orders),
    left: { kind: 'elapsed', unit, since: name('listed_on') },
    right: unit === 'full months' ? { ...right, value: String(r.int(0, 3)) } : right,
  };
}
