import type { Plan, PlanEvent, PlanLevel, PlanLevelVersion, PlanRule, PlanUniverse } from '../../src/plan/plan.ts';

type Parts = Partial<Omit<Plan, 'planVersion' | 'hash' | 'index'>> & { index?: Partial<Plan['index']> };

/** A plan of index `IDX` in USD on every weekday (`WEEKDAYS`), level 100 at 2024-01-01 to 2 decimals, with the parts given. */
export function plan(parts: Parts): Plan {
  const { index, ...rest } = parts;
  return {
    planVersion: 1,
    hash: 'by hand',
    index: { id: 'IDX', name: 'Index', currency: 'USD', calendar: { op: 'calendar', mic: 'WEEKDAYS' }, ...index },
    fields: [],
    universe: [],
    groups: [],
    measures: [],
    rankings: [],
    screens: [],
    selections: [],
    weightings: [],
    limits: [],
    events: [],
    discretions: [],
    policies: [],
    level: {
      base: { value: '100', date: '2024-01-01' },
      versions: [{ ...rule('level'), variants: [{ kind: 'price' }], roundLevel: { decimals: 2, mode: 'half up' } }],
    },
    ...rest,
  };
}

/** What every rule carries. */
export function rule(name: string, period: { from?: string; until?: string } = {}): PlanRule {
  return { name, ...period, pointer: `/${name}` };
}

/** A level without other versions. */
export function oneLevel(level: Omit<PlanLevel, 'versions'> & Omit<PlanLevelVersion, keyof PlanRule>): PlanLevel {
  const { base, divisor, ...version } = level;
  return { base, ...(divisor === undefined ? {} : { divisor }), versions: [{ ...rule('level'), ...version }] };
}

/** A universe without other versions. */
export function oneUniverse(universe: Omit<PlanUniverse, keyof PlanRule>): PlanUniverse[] {
  return [{ ...rule('universe'), ...universe }];
}

/** An event on one date, or several, each with its reference date: `onDates('review', { '2024-01-03': '2024-01-02' })` */
export function onDates(name: string, dates: Record<string, string>, more: Partial<PlanEvent> = {}): PlanEvent[] {
  return Object.entries(dates).map(([effective, reference]) => ({
    ...rule(name, { from: effective, until: effective }),
    occurs: { dates: [effective] },
    dates: [
      { ...rule('reference'), rule: { op: 'date', date: reference } },
      { ...rule('effective'), rule: { op: 'date', date: effective } },
    ],
    ...more,
  }));
}
