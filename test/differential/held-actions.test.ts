import { describe, expect, it } from 'vitest';
import { runPlan } from '../../src/engine/index.ts';
import type { Occasion } from '../../src/model/policy.ts';
import type { PlanPolicyEffect } from '../../src/plan/plan-policy.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { referenceRun } from '../../src/reference/index.ts';
import type { Run } from '../../src/run/run.ts';
import { heldIndex } from '../support/held-index.ts';
import { onDates } from '../support/plan-builder.ts';
import { type TinyAction, type TinyMarket, type TinyStep, type TinyValue, tinyMarket } from '../support/tiny-market.ts';

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08'];

type Given = {
  /** By day from 2024-01-01; the last one goes on. */
  close: Record<string, (number | null)[]>;
  /** Lines that are not held at the start, or from when on. */
  outside?: Record<string, string | undefined>;
  actions: (Omit<TinyAction, 'exDate'> & { exDate?: string })[];
  units?: Record<string, number>;
  to?: string;
  parts?: Partial<Plan>;
  market?: Partial<TinyMarket>;
};

const does = (...effects: PlanPolicyEffect[]) => effects;
const from = (day: string | undefined, value: TinyValue, before: TinyValue): TinyStep[] => [
  { from: '2023-01-01', value: before },
  ...(day === undefined ? [] : [{ from: day, value }]),
];
/** A second review, whose basket is of 2024-01-03. */
const reviewed = (effective: string): Partial<Plan> => ({
  events: [...onDates('start', { '2024-01-02': '2024-01-01' }), ...onDates('review', { [effective]: '2024-01-03' })],
});

/** One share of each line from 2024-01-02 on, base 100 the day before; what the reference gives, which the engine gives too. */
function run(policies: Partial<Record<Occasion, PlanPolicyEffect[]>>, given: Given) {
  const lines = Object.keys(given.close);
  const { outside = {} } = given;
  const market = tinyMarket({
    days: DAYS,
    lines,
    close: Object.fromEntries(lines.map((l) => [l, DAYS.map((_, d) => given.close[l]![d] ?? null)])),
    fields: {
      in: {
        type: 'yes/no',
        values: Object.fromEntries(lines.map((l) => [l, l in outside ? from(outside[l], true, false) : true])),
      },
      units: { values: Object.fromEntries(lines.map((l) => [l, given.units?.[l] ?? 1])) },
    },
    actions: given.actions.map((action) => ({ exDate: '2024-01-03', ...action })),
    ...given.market,
  });
  const plan = heldIndex(policies, given.parts);
  const range = { from: '2024-01-01', to: given.to ?? '2024-01-04' };
  const expected = referenceRun(plan, market, range);
  for (const exact of [false, true])
    expect(ordered(runPlan(plan, market, { ...range, exact }).toRun())).toEqual(ordered(expected));
  return {
    ...expected,
    price: expected.levels.map((row) => Number(row.price)),
    total: expected.levels.map((row) => Number(row.total)),
    net: expected.levels.map((row) => Number(row.net)),
  };
}

function ordered(result: Run): Run {
  return { ...result, warnings: result.warnings.toSorted((a, b) => (a.code < b.code ? -1 : 1)) };
}

describe('a spin-off into a line that is held', () => {
  const addChild = { 'spin-off': does({ effect: 'add child', untilNextReview: true }) };
  const spun = { line: 'A', kind: 'spin_off', ratio: 1, other: 'B' } as const;

  it('brings its shares at their value, and leaves those held at their own price', () => {
    // A 100 and B 50 become 45 and two of 55: 155 after 150.
    const { price, divisors } = run(addChild, { close: { A: [100, 100, 45], B: [50, 50, 55] }, actions: [spun] });
    expect(price).toEqual([100, 103.333333, 103.333333]);
    expect(divisors).toHaveLength(1);
  });

  it('at the price of the action, too', () => {
    // 40 are gone from A for one B that trades at 50 all the time: 60 + 50 + 40 before the open, 50 + 2 × 50 after it.
    const { price } = run(addChild, {
      close: { A: [100, 100, 50], B: [50, 50, 50] },
      actions: [{ ...spun, price: 40 }],
    });
    expect(new Set(price)).toEqual(new Set([100]));
  });

  it('by two parents of one morning', () => {
    const { price } = run(addChild, {
      close: { A: [100, 100, 60], B: [null, null, 40], C: [100, 100, 60] },
      outside: { B: undefined },
      actions: [spun, { ...spun, line: 'C' }],
    });
    expect(new Set(price)).toEqual(new Set([100]));
  });

  it('a second time', () => {
    // A 100 and C 150: on the 3rd A 80 and B 20; on the 4th B 25, of which A gives another at 30: 50 + 2 × 30 + 150.
    const { price } = run(addChild, {
      close: { A: [100, 100, 80, 50], B: [null, null, 20, 30], C: [150, 150, 150] },
      outside: { B: undefined },
      actions: [spun, { ...spun, exDate: '2024-01-04' }],
    });
    expect(price).toEqual([100, 100, 104]);
  });
});
