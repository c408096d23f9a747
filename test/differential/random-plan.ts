import type { PlanExpression } from '../../src/plan/expression.ts';
import type { PlanLimit } from '../../src/plan/plan-limit.ts';
import type { Plan, PlanPolicy, PlanScreen, PlanSelection, PlanTier } from '../../src/plan/plan.ts';
import * as e from '../support/expressions.ts';
import { oneLevel, onDates, oneUniverse, plan, rule } from '../support/plan-builder.ts';
import type { Random } from './random.ts';
import { randomCondition, randomNumber } from './random-expression.ts';
import { dayCount, marketDays } from './random-market.ts';

/** A random plan that any random market can run; many of its rules are silly, and some lead to failures. */
export function randomPlan(r: Random, given: { policies?: boolean; returns?: boolean } = {}): Plan {
  const of = r.pick(['line', 'company'] as const);
  const dates: Record<string, string> = {};
  const step = r.int(8, 20);
  for (let d = r.int(3, 8); d + 2 < dayCount; d += step) dates[marketDays[d + r.int(1, 2)]!] = marketDays[d]!;
  const cap = e.multiply(e.field('close'), e.field('shares'));
  const size = of === 'line' ? cap : e.over('sum', cap, 'company');
  const grouped = r.chance(0.3);
  const listed = r.chance(0.2);
  return plan({
    index: { calendar: { op: 'calendar', mic: 'WEEKDAYS' } },
    universe: r.chance(0.15) ? oneUniverse({ where: randomCondition(r, 1, 'line') }) : [],
    groups: [{ ...rule('sector'), by: e.text('sector') }],
    measures: [
      { ...rule('cap'), domain: 'line', value: cap, remembered: true },
      { ...rule('size'), domain: of, value: size, remembered: true },
    ],
    rankings: [
      {
        ...rule('rank'),
        of,
        ...(r.chance(0.3) ? { where: randomCondition(r, 1, of) } : {}),
        ...(grouped ? { within: 'sector' } : {}),
        keys: [
          {
            value: r.chance(0.6) ? e.measure('size', of) : randomNumber(r, 2, of),
            order: r.pick(['largest first', 'smallest first'] as const),
          },
          ...(r.chance(0.3) ? [{ value: randomNumber(r, 1, of), order: 'largest first' as const }] : []),
          ...(r.chance(0.95) ? [{ value: e.attribute(of, of), order: 'smallest first' as const }] : []),
        ],
        remembered: true,
      },
    ],
    screens: Array.from({ length: r.pick([0, 0, 1, 1, 2, 3]) }, (_, i) => screen(r, i)),
    selections: [
      ...(listed ? [selection(r, of, 'list', grouped, false)] : []),
      selection(r, of, 'constituents', grouped, listed),
    ],
    weightings: [weighting(r)],
    limits: r.chance(0.6) ? [limits(r)] : [],
    events: onDates('review', dates),
    policies: given.policies === true ? policies(r) : [],
    level: oneLevel({
      base: { value: '1000', date: marketDays[0]! },
      variants:
        given.returns === true
          ? [{ kind: 'price' }, { kind: 'total' }, { kind: 'net', tax: '0.3' }]
          : [{ kind: 'price' }],
      roundLevel: { decimals: r.pick([2, 2, 4, 8]), mode: r.pick(['half up', 'half even', 'down']) },
      ...(r.chance(0.3) ? { roundDivisor: { decimals: r.int(6, 12), mode: 'half up' } } : {}),
    }),
  });
}

function screen(r: Random, i: number): PlanScreen {
  const of = r.pick(['line', 'company'] as const);
  // Half of the lines pass in any case, so that baskets are seldom empty.
  const open =
    of === 'line' ? e.compare(e.field('free'), '>=', e.num('0.4')) : e.compare(e.field('score', 'company'), '>=', 0);
  const condition = () => (r.chance(0.7) ? e.either(randomCondition(r, 2, of), open) : randomCondition(r, 2, of));
  return {
    ...rule(`screen${i}`),
    of,
    force: r.chance(0.85) ? 'require' : 'guideline',
    ...(r.chance(0.8) ? { everyone: condition() } : {}),
    ...(r.chance(0.3) ? { constituents: condition() } : {}),
    ...(r.chance(0.3) ? { newcomers: condition() } : {}),
  };
}

function selection(r: Random, of: 'line' | 'company', set: string, grouped: boolean, listed: boolean): PlanSelection {
  const ranked = r.chance(0.9);
  return {
    ...rule(set),
    set,
    of,
    ...(ranked ? { ranking: 'rank' } : {}),
    ...(set === 'constituents' && listed && r.chance(0.5) ? { candidates: 'list' } : {}),
    tiers: [
      ...(r.chance(0.85) ? [{ ...rule('open'), action: 'take' as const, upTo: e.num(String(r.int(2, 8))) }] : []),
      ...Array.from({ length: r.int(1, 4) }, (_, i) => tier(r, i, of, ranked, grouped)),
    ],
    ...(r.chance(0.3) ? { reserve: 2 } : {}),
  };
}

function tier(r: Random, i: number, of: 'line' | 'company', ranked: boolean, grouped: boolean): PlanTier {
  const action = r.pick(['take', 'take', 'take', 'keep', 'fill', 'fill', 'drop', 'balance', 'decided'] as const);
  const base = { ...rule(`tier${i}`), action };
  if (action === 'decided') return base;
  const from = r.int(1, 4);
  const within = r.chance(0.2) ? { within: 'sector' } : {};
  const count = { upTo: e.num(String(r.int(1, 7))) };
  if (action === 'balance') return { ...base, ...within, ...count };
  return {
    ...base,
    ...(action !== 'keep' && r.chance(0.2) ? { who: r.pick(['constituents', 'newcomers'] as const) } : {}),
    ...(ranked && action !== 'fill' && r.chance(0.6)
      ? { ranks: { from, ...(r.chance(0.7) ? { to: from + r.int(0, 5) } : {}) } }
      : {}),
    ...(r.chance(0.25) ? { where: tierCondition(r, of, ranked) } : {}),
    ...within,
    ...(ranked && !grouped && action === 'take' && r.chance(0.3)
      ? {
          reach: {
            measure: e.cumulative(r.pick(['share', 'sum']), e.measure('size', of), 'rank'),
            mode: r.pick(['reaches', 'stays below', 'closest to'] as const),
            target: e.num(r.pick(['0.5', '0.8', '20000'])),
          },
        }
      : {}),
    ...(action === 'fill' || r.chance(0.3) ? count : {}),
    ...(action === 'drop' || r.chance(0.1) ? { atMost: e.num('2') } : {}),
    ...(action !== 'drop' && r.chance(0.15) ? { membership: e.num(r.pick(['0.5', '0.25', '1'])) } : {}),
  };
}

function tierCondition(r: Random, of: 'line' | 'company', ranked: boolean): PlanExpression {
  if (ranked && r.chance(0.4)) return e.compare(e.previous(e.rankIn('rank', of)), '<=', r.int(1, 5));
  if (r.chance(0.3)) return { domain: of, type: 'yes/no', op: 'added since', event: 'review' };
  if (r.chance(0.3))
    return e.compare(e.overSet('count', e.attribute('company', 'company'), 'selected'), '<', r.int(1, 4));
  return randomCondition(r, 1, of);
}

function weighting(r: Random): Plan['weightings'][number] {
  const any = randomNumber(r, 1, 'line');
  const value = r.chance(0.5)
    ? e.measure('cap', 'line')
    : e.add(e.call('abs', { domain: 'line', type: 'number', op: 'otherwise', value: any, fallback: e.num('2') }), 1);
  const round = r.chance(0.4)
    ? { roundShares: { decimals: r.int(0, 6), mode: r.pick(['half up', 'half even', 'down', 'up'] as const) } }
    : {};
  const notional = { notional: e.num('1000000') };
  return r.pick<() => Plan['weightings'][number]>([
    () => ({ ...rule('basis'), of: 'line', method: 'by', value, ...round }),
    () => ({ ...rule('basis'), of: 'line', method: 'equally', ...notional, ...round }),
    () => ({
      ...rule('basis'),
      of: 'company',
      method: 'equally',
      splitBy: e.measure('cap', 'line'),
      ...notional,
      ...round,
    }),
    () => ({
      ...rule('basis'),
      of: 'company',
      method: 'by',
      value: e.over('sum', value, 'company'),
      splitBy: e.field('close'),
      ...notional,
      ...round,
    }),
    () => ({ ...rule('basis'), of: 'line', method: 'hold', value: e.num(String(r.int(1, 3))), ...round }),
  ])();
}

/** A random block of limits. */
export function limits(r: Random): Plan['limits'][number] {
  const of = r.pick(['line', 'company', 'sector']);
  return {
    ...rule('limits'),
    of,
    untilStable: r.chance(0.6),
    infeasible: r.pick([
      'fail',
      'relax to feasible',
      'keep weights before',
      'weight equally',
      'relax to feasible',
    ] as const),
    stages: Array.from({ length: r.int(1, 3) }, (_, i) => stage(r, i)),
  };
}

function stage(r: Random, i: number): PlanLimit {
  const ratio = (low: number, high: number) => e.num(String(r.int(low, high) / 100));
  const cohort = r.pick<PlanLimit['cohort']>([
    { kind: 'all' },
    { kind: 'all' },
    { kind: 'above', threshold: ratio(5, 30) },
    { kind: 'largest', count: r.int(1, 3) },
  ]);
  const trigger = r.pick<PlanLimit['trigger']>([
    { kind: 'always' },
    { kind: 'any', operator: r.pick(['>', '>=', '<', '<='] as const), bound: ratio(10, 50) },
    { kind: 'total', operator: r.pick(['>', '>='] as const), bound: ratio(20, 80) },
  ]);
  const action = r.pick<PlanLimit['action']>([
    { kind: 'cap', bound: ratio(15, 50) },
    { kind: 'cap', bound: ratio(15, 50) },
    { kind: 'floor', bound: ratio(1, 12) },
    { kind: 'scale', target: ratio(20, 60) },
    { kind: 'set', value: ratio(1, 30) },
    { kind: 'reduce', bound: ratio(2, 12), target: ratio(20, 60) },
    { kind: 'toward', anchor: ratio(1, 10), target: ratio(20, 50) },
    { kind: 'toward', anchor: ratio(1, 5), target: ratio(20, 50), above: ratio(5, 10) },
  ]);
  const others = r.pick([
    ratio(10, 40),
    e.call('min', ratio(5, 40), e.ofWeights('smallest of them')),
    e.call('min', ratio(5, 40), e.ofWeights('nth largest', 2)),
  ]);
  return {
    ...rule(`stage${i}`),
    cohort,
    trigger,
    action,
    ...(cohort.kind !== 'all' && r.chance(0.4) ? { others } : {}),
  };
}

function policies(r: Random): PlanPolicy[] {
  const adjust = () => r.pick(['adjust shares', 'adjust divisor'] as const);
  const replace = () =>
    r.chance(0.5)
      ? [
          {
            effect: 'replace' as const,
            by: r.pick(['highest ranked newcomer', 'nobody', 'entrant takes weight of leaver'] as const),
          },
        ]
      : [];
  const price = { price: e.num('0.5') };
  return [
    { ...rule('split'), on: 'split', effects: [{ effect: adjust() }] },
    { ...rule('stock'), on: 'stock dividend', effects: [{ effect: adjust() }] },
    { ...rule('cash'), on: 'cash dividend', effects: [{ effect: r.pick(['reinvest', 'ignore'] as const) }] },
    {
      ...rule('special'),
      on: 'special dividend',
      effects: [{ effect: r.pick(['adjust shares', 'adjust divisor', 'reinvest', 'ignore'] as const) }],
    },
    {
      ...rule('rights'),
      on: 'rights',
      effects: [{ effect: r.pick(['adjust shares', 'adjust divisor', 'ignore'] as const) }],
    },
    {
      ...rule('spin'),
      on: 'spin-off',
      effects: [
        r.pick([
          { effect: adjust() },
          { effect: 'add child' as const, untilNextReview: r.chance(0.5) },
          { effect: 'ignore' as const },
        ]),
      ],
    },
    {
      ...rule('shares'),
      on: 'share change',
      effects: [
        {
          effect: 'update',
          when: r.pick(['at once', 'next review'] as const),
          ...(r.chance(0.5) ? { threshold: e.num('0.1') } : {}),
        },
      ],
    },
    {
      ...rule('bought'),
      on: 'cash merger',
      effects: [{ effect: 'remove', at: r.pick(['terms', 'last price'] as const) }, ...replace()],
    },
    {
      ...rule('merged'),
      on: 'stock merger',
      effects: [
        r.pick([{ effect: 'convert' as const }, { effect: 'remove' as const, at: 'last price' as const }]),
        ...replace(),
      ],
    },
    {
      ...rule('gone'),
      on: 'delisting',
      effects: [{ effect: 'remove', at: r.pick(['last price' as const, price]) }, ...replace()],
    },
    {
      ...rule('halted'),
      on: 'suspension',
      effects: [r.pick([{ effect: 'hold' as const }, { effect: 'hold' as const, removeAfter: r.int(1, 6), ...price }])],
    },
    ...(r.chance(0.5)
      ? [
          {
            ...rule('left'),
            on: 'deletion' as const,
            effects: [
              {
                effect: 'replace' as const,
                by: r.pick(['highest ranked newcomer', 'nobody', 'entrant takes weight of leaver'] as const),
              },
            ],
          },
        ]
      : []),
  ];
}
