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
  given: { at?: string[]; period?: { from?: string; until?: string }; prefix: string },
): LimitsSection & Section {
  const { r } = w;
  const of = r.pick(['line', 'line', 'company', 'company', 'sector', 'style']);
  return {
    section: 'limits',
    of,
    ...(given.at === undefined ? {} : { at: given.at }),
    untilStable: r.chance(0.6),
    infeasible: r.pick([
      'fail',
      'keep weights before',
      'keep weights before',
      'relax to feasible',
      'weight equally',
      'relax to feasible',
    ] as const),
    rules: Array.from({ length: r.int(1, 3) }, (_, i) => stage(w, of, `${given.prefix}${i}`)),
    ...given.period,
  };
}

function stage(w: Words, of: string, name: string): LimitRule {
  const { r } = w;
  const share = (low: number, high: number): Expression => percent(r.int(low * 10, high * 10) / 10);
  const told = of === 'line' || of === 'company' ? of : 'sector';
  const own = (low: number, high: number): Expression =>
    r.chance(0.12) && of !== 'style'
      ? { kind: 'call', fn: 'max', args: [share(low, high), amount({ ...w, memory: false }, 'ratio', told, 0)] }
      : share(low, high);
  /** What only decimals can work out of a weight, or what asks whether there is one. */
  const odd = (of: Expression): Expression =>
    r.pick<() => Expression>([
      () => ({
        kind: 'round',
        mode: r.pick(['up', 'down', 'half up', 'half even'] as const),
        value: of,
        step: percent(1),
      }),
      () => ({ kind: 'otherwise', value: of, fallback: share(5, 40) }),
      () => choice({ kind: 'known', operand: of }, of, share(5, 40)),
      () => choice({ kind: 'compare', op: '>', left: of, right: share(5, 40) }, share(5, 40), of),
    ])();
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
            ? {
                kind: 'compare',
                op: '>=',
                left: r.chance(0.5) ? weight('weight') : odd(weight('weight')),
                right: share(5, 40),
              }
            : condition({ ...w, memory: false }, told, 1),
    }),
  ])();
  const [trigger, action] = acting(w, own, share);
  const others = (): Expression =>
    r.pick<() => Expression>([
      () => own(10, 40),
      () => ({ kind: 'call', fn: 'min', args: [share(5, 40), weight('smallest of them')] }),
      () => ({
        kind: 'call',
        fn: 'min',
        args: [share(5, 40), { kind: 'of weights', what: 'nth largest', n: r.int(1, 4) }],
      }),
      () => ({ kind: 'call', fn: 'max', args: [share(10, 40), odd(weight('weight'))] }),
    ])();
  return {
    name,
    cohort,
    trigger,
    action,
    ...(cohort.kind !== 'all' && r.chance(0.4) ? { others: others() } : {}),
  };
}

function choice(condition: Expression, yes: Expression, no: Expression): Expression {
  // biome-ignore lint/suspicious/noThenProperty: the model's own word
  return { kind: 'if', condition, then: yes, else: no };
}

function half(of: Expression): Expression {
  return { kind: 'arithmetic', op: '/', left: of, right: { kind: 'number', value: '2' } };
}

/** What a stage does, and a trigger that does not set it off where it would have nothing to do. */
function acting(
  w: Words,
  own: (low: number, high: number) => Expression,
  share: (low: number, high: number) => Expression,
): [Trigger, LimitAction] {
  const { r } = w;
  const always: Trigger = { kind: 'always' };
  const any = (low: number, high: number): Trigger => ({
    kind: 'any',
    op: r.pick(['>', '>='] as const),
    bound: own(low, high),
  });
  const below = (low: number, high: number): Trigger => ({
    kind: 'any below',
    op: r.pick(['<', '<='] as const),
    bound: own(low, high),
  });
  const total = (low: number, high: number): Trigger => ({
    kind: 'total',
    op: r.pick(['>', '>='] as const),
    bound: share(low, high),
  });
  const some = (): Trigger => r.pick([always, any(10, 50), below(2, 20), total(20, 80)]);
  return r.pick<() => [Trigger, LimitAction]>([
    () => [r.pick([always, any(35, 60), total(50, 80)]), { kind: 'cap', bound: own(15, 35) }],
    () => [r.pick([always, any(50, 70)]), { kind: 'cap', bound: own(20, 50) }],
    () => [r.pick([always, below(1, 3), total(20, 80)]), { kind: 'floor', bound: own(3, 10) }],
    () => [r.pick([always, total(45, 80)]), { kind: 'scale', target: share(20, 45) }],
    () => [some(), { kind: 'set', value: r.chance(0.4) ? half(weight('weight')) : own(1, 30) }],
    () => [r.pick([always, total(40, 80)]), { kind: 'reduce', bound: own(2, 12), target: share(20, 40) }],
    () => [r.pick([always, any(50, 60)]), { kind: 'toward', anchor: share(1, 10), target: share(20, 50) }],
    () => [always, { kind: 'toward', anchor: share(1, 5), target: share(20, 50), above: share(5, 10) }],
  ])();
}
