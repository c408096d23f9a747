import type { Expression, LimitRule, LimitsSection } from '../../src/model/index.ts';
import type { Cohort, LimitAction, Trigger } from '../../src/model/limit.ts';
import type { Section } from '../../src/model/section.ts';
import { amount } from './rulebook-amounts.ts';
import { condition } from './rulebook-conditions.ts';
import { percent, type Words } from './rulebook-words.ts';

const weight = (what: 'weight' | 'their total' | 'smallest of them'): Expression => ({ kind: 'of weights', what });

/** A block of limits on lines, companies or groups. */
export function limits(
  w: Words,
  given: { at?: string[]; period?: { from?: string; until?: string } },
): LimitsSection & Section {
  const { r } = w;
  const of = r.pick(['line', 'line', 'company', 'company', 'sector', 'style']);
  return {
    section: 'limits',
    of,
    ...(given.at === undefined ? {} : { at: given.at }),
    untilStable: r.chance(0.6),
    infeasible: r.pick(['fail', 'keep weights before', 'weight equally', 'relax to feasible'] as const),
    rules: Array.from({ length: r.int(1, 3) }, (_, i) => stage(w, of, i)),
    ...given.period,
  };
}

function stage(w: Words, of: string, i: number): LimitRule {
  const { r } = w;
  const share = (low: number, high: number): Expression => percent(r.int(low * 10, high * 10) / 10);
  const told = of === 'line' || of === 'company' ? of : 'sector';
  const own = (low: number, high: number): Expression =>
    r.chance(0.12) && of !== 'style'
      ? { kind: 'call', fn: 'max', args: [share(low, high), amount({ ...w, memory: false }, 'ratio', told, 0)] }
      : share(low, high);
  const cohort = r.pick<() => Cohort>([
    () => ({ kind: 'all' }),
    () => ({ kind: 'all' }),
    () => ({ kind: 'above', threshold: share(5, 30) }),
    () => ({ kind: 'largest', count: r.int(1, 4) }),
    () => ({
      kind: 'where',
      condition:
        of === 'style'
          ? { kind: 'compare', op: '>', left: weight('weight'), right: share(5, 40) }
          : r.chance(0.3)
            ? { kind: 'compare', op: '>=', left: weight('weight'), right: share(5, 40) }
            : condition({ ...w, memory: false }, told, 1),
    }),
  ])();
  const trigger = r.pick<() => Trigger>([
    () => ({ kind: 'always' }),
    () => ({ kind: 'any', op: r.pick(['>', '>='] as const), bound: own(10, 50) }),
    () => ({ kind: 'any below', op: r.pick(['<', '<='] as const), bound: own(2, 20) }),
    () => ({ kind: 'total', op: r.pick(['>', '>='] as const), bound: share(20, 80) }),
  ])();
  const action = r.pick<() => LimitAction>([
    () => ({ kind: 'cap', bound: own(15, 50) }),
    () => ({ kind: 'cap', bound: own(20, 60) }),
    () => ({ kind: 'floor', bound: own(1, 10) }),
    () => ({ kind: 'scale', target: share(20, 60) }),
    () => ({ kind: 'set', value: r.chance(0.4) ? half(weight('weight')) : own(1, 30) }),
    () => ({ kind: 'reduce', bound: own(2, 12), target: share(20, 60) }),
    () => ({ kind: 'toward', anchor: share(1, 10), target: share(20, 50) }),
    () => ({ kind: 'toward', anchor: share(1, 5), target: share(20, 50), above: share(5, 10) }),
  ])();
  const others = (): Expression =>
    r.pick<() => Expression>([
      () => own(10, 40),
      () => ({ kind: 'call', fn: 'min', args: [share(5, 40), weight('smallest of them')] }),
      () => ({
        kind: 'call',
        fn: 'min',
        args: [share(5, 40), { kind: 'of weights', what: 'nth largest', n: r.int(1, 4) }],
      }),
    ])();
  return {
    name: `stage${i}`,
    cohort,
    trigger,
    action,
    ...(cohort.kind !== 'all' && r.chance(0.4) ? { others: others() } : {}),
  };
}

function half(of: Expression): Expression {
  return { kind: 'arithmetic', op: '/', left: of, right: { kind: 'number', value: '2' } };
}
