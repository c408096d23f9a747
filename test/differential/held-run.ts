import { expect } from 'vitest';
import { runPlan } from '../../src/engine/index.ts';
import type { Occasion } from '../../src/model/policy.ts';
import type { PlanPolicyEffect } from '../../src/plan/plan-policy.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { referenceRun } from '../../src/reference/index.ts';
import type { Run } from '../../src/run/run.ts';
import { attribute, field, multiply } from '../support/expressions.ts';
import { heldIndex } from '../support/held-index.ts';
import { onDates, rule } from '../support/plan-builder.ts';
import { type TinyAction, type TinyMarket, type TinyStep, type TinyValue, tinyMarket } from '../support/tiny-market.ts';

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08'];

export type Given = {
  /** By day from 2024-01-01; the last one goes on. */
  close: Record<string, (number | null)[]>;
  /** Lines that are not held at the start, or from when on. */
  outside?: Record<string, string | undefined>;
  /** Lines that are selected no more, from when on. */
  leaves?: Record<string, string>;
  actions: (Omit<TinyAction, 'exDate'> & { exDate?: string })[];
  units?: Record<string, number>;
  to?: string;
  parts?: Partial<Plan>;
  market?: Partial<TinyMarket>;
};

export const does = (...effects: PlanPolicyEffect[]) => effects;
const from = (day: string | undefined, value: TinyValue, before: TinyValue): TinyStep[] => [
  { from: '2023-01-01', value: before },
  ...(day === undefined ? [] : [{ from: day, value }]),
];
/** A second review, whose basket is of 2024-01-03. */
export const reviewed = (effective: string): Partial<Plan> => ({
  events: [...onDates('start', { '2024-01-02': '2024-01-01' }), ...onDates('review', { [effective]: '2024-01-03' })],
});

/**
 * One share of each line from 2024-01-02 on, base 100 the day before; what the reference gives, which the engine gives
 * too.
 */
export function run(policies: Partial<Record<Occasion, PlanPolicyEffect[]>>, given: Given) {
  const lines = Object.keys(given.close);
  const { outside = {}, leaves = {} } = given;
  const isIn = (line: string): TinyValue | TinyStep[] => {
    if (line in outside) return from(outside[line], true, false);
    return leaves[line] === undefined ? true : from(leaves[line], false, true);
  };
  const market = tinyMarket({
    days: DAYS,
    lines,
    close: Object.fromEntries(lines.map((l) => [l, DAYS.map((_, d) => given.close[l]![d] ?? null)])),
    fields: {
      in: { type: 'yes/no', values: Object.fromEntries(lines.map((l) => [l, isIn(l)])) },
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

/** By price × units. */
export const byCap: Partial<Plan> = {
  weightings: [{ ...rule('cap'), of: 'line', method: 'by', value: multiply(field('close'), field('units')) }],
};

/** The two with most units, ranked. */
export const selected: Partial<Plan> = {
  rankings: [
    {
      ...rule('size'),
      of: 'line',
      remembered: false,
      keys: [
        { value: field('units'), order: 'largest first' },
        { value: attribute('line', 'line'), order: 'smallest first' },
      ],
    },
  ],
  selections: [
    {
      ...rule('members'),
      set: 'constituents',
      of: 'line',
      ranking: 'size',
      tiers: [{ ...rule('two'), action: 'take', ranks: { from: 1, to: 2 } }],
    },
  ],
};
