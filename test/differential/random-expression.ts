import type { PlanExpression } from '../../src/plan/expression.ts';
import * as e from '../support/expressions.ts';
import type { Random } from './random.ts';

type Level = 'line' | 'company' | 'all';
const aggregates = ['sum', 'average', 'median', 'count', 'largest', 'smallest'] as const;

/** A random number over lines, companies or all. `depth` bounds how deep it is nested. */
export function randomNumber(r: Random, depth: number, level: Level): PlanExpression {
  if (depth <= 0) return leaf(r, level);
  const inner = (at: Level = level) => randomNumber(r, depth - 1, at);
  const kind = r.int(0, 13);
  switch (kind) {
    case 0:
    case 1:
      return e.multiply(inner(), inner());
    case 2:
      return e.add(inner(), inner());
    case 3:
      return e.subtract(inner(), inner());
    case 4:
      return e.divide(inner(), inner());
    case 5:
      return e.call(r.pick(['min', 'max']), inner(), inner());
    case 6:
      return e.round(
        r.pick(['up', 'down', 'half up', 'half even']),
        inner(),
        r.pick([1, 10, '0.05', 5].map((s) => e.num(String(s)))),
      );
    case 7: {
      const value = inner();
      return { domain: value.domain, type: 'number', op: 'otherwise', value, fallback: e.num(String(r.int(0, 50))) };
    }
    case 8: {
      const condition = randomCondition(r, depth - 1, level);
      const [then, other] = [inner(), inner()];
      return { domain: level, type: 'number', op: 'if', condition, then, else: other };
    }
    case 9:
      if (level === 'company')
        return e.over(
          r.pick(aggregates),
          inner('line'),
          'company',
          r.chance(0.3) ? randomCondition(r, 0, 'line') : undefined,
        );
      if (level === 'all')
        return e.overSet(r.pick(aggregates), inner(r.pick(['line', 'company'])), r.pick(['universe', 'constituents']));
      return windowed(r, depth);
    case 10:
    case 11:
      return level === 'line' ? windowed(r, depth) : leaf(r, level);
    case 12:
      return { domain: level, type: 'number', op: 'negate', operand: inner() };
    default:
      return e.call(r.pick(['abs', 'sqrt', 'ln']), inner());
  }
}

function windowed(r: Random, depth: number): PlanExpression {
  const operand = r.pick([
    () => e.multiply(e.field('close'), e.field('volume')),
    () => e.field(r.pick(['close', 'volume', 'shares'])),
    () => randomNumber(r, Math.min(1, depth - 1), 'line'),
  ])();
  const lined = operand.domain === 'line' ? operand : e.multiply(operand, e.field('close'));
  const span = r.pick([
    { kind: 'last', count: r.int(1, 12), unit: 'trading days' },
    { kind: 'last', count: 2, unit: 'months' },
    { kind: 'last', count: 2, unit: 'weeks' },
    { kind: 'last', count: 3, unit: 'months', byMonth: true },
    { kind: 'month' },
    { kind: 'since year start' },
  ] as const);
  return e.windowed(r.pick(aggregates), lined, span, r.chance(0.3) ? r.int(1, 6) : undefined);
}

function leaf(r: Random, level: Level): PlanExpression {
  if (level === 'all') return e.num(r.pick(['0', '1', '2.5', '0.1', '100', '1000', '0.3333333333333333333333']));
  if (level === 'company')
    return r.chance(0.4)
      ? e.field('score', 'company')
      : e.over('sum', e.multiply(e.field('close'), e.field('shares')), 'company');
  return r.pick([
    () => e.field('close'),
    () => e.field('volume'),
    () => e.multiply(e.field('close'), e.field('shares')),
    () => e.field('free'),
    () => e.num(r.pick(['1', '20', '0.25'])),
  ])();
}

export function randomCondition(r: Random, depth: number, level: Level): PlanExpression {
  if (depth > 0 && r.chance(0.3)) {
    const [a, b] = [randomCondition(r, depth - 1, level), randomCondition(r, depth - 1, level)];
    return r.pick([() => e.both(a, b), () => e.either(a, b), () => e.not(a)])();
  }
  const number = () => randomNumber(r, depth, level);
  const kind = r.int(0, 7);
  if (kind <= 2)
    return e.compare(number(), r.pick(['>=', '<=', '>', '<'] as const), r.chance(0.5) ? number() : threshold(r));
  if (kind === 3 && level === 'line') {
    const median = e.windowed(
      'median',
      e.multiply(e.field('close'), e.field('volume')),
      { kind: 'last', count: r.int(1, 12), unit: 'trading days' },
      r.chance(0.5) ? r.int(1, 5) : undefined,
    );
    return e.compare(median, r.pick(['>=', '<'] as const), threshold(r));
  }
  if (kind === 4 && level === 'line')
    return e.compare(e.text('sector'), r.pick(['is', 'is not'] as const), r.pick(['metals', 'banks']));
  if (kind === 5 && level === 'line') return e.field('flagged', 'line', 'yes/no');
  if (kind === 6 && level !== 'all') return e.constituent(level, r.chance(0.3) ? 'OTHER' : undefined);
  if (kind === 7 && level === 'line') {
    return e.compare(
      {
        domain: 'line',
        type: 'number',
        op: 'elapsed',
        unit: r.pick(['full months', 'calendar days', 'trading days']),
        since: e.field('since', 'line', 'date'),
      },
      '>=',
      r.int(0, 30),
    );
  }
  const operand = number();
  return { domain: operand.domain, type: 'yes/no', op: 'known', operand };
}

function threshold(r: Random): PlanExpression {
  return e.num(r.pick(['0', '1', '10', '20', '100', '2000', '6000', '100000', '0.5']));
}
