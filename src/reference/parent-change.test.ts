import { describe, expect, it } from 'vitest';
import { constituent, expr, field } from '../../test/support/expressions.ts';
import { onDates, oneUniverse, plan, rule } from '../../test/support/plan-builder.ts';
import { type TinyAction, type TinyDecision, tinyMarket } from '../../test/support/tiny-market.ts';
import type { ReplaceBy } from '../model/policy.ts';
import { referenceRun } from './reference-run.ts';

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'];
const always = (price: number) => DAYS.map(() => price);
type Stay = { line: string; until?: string; from?: string };

/** A, B and C (of one line), and D (of D1 and D2) at a quarter each on 2024-01-02; the parent changes on 2024-01-04. */
function run(
  change: { parent: Stay[]; by: ReplaceBy | 'follow'; decisions?: TinyDecision[]; actions?: TinyAction[] },
  events = onDates('show', { '2024-01-05': '2024-01-04' }),
) {
  const market = tinyMarket({
    days: DAYS,
    lines: ['A', 'B', 'C', { line: 'D1', company: 'D' }, { line: 'D2', company: 'D' }, 'E', 'F'],
    close: {
      A: always(10),
      B: [20, 20, 40, 40, 40],
      C: always(10),
      D1: always(30),
      D2: always(10),
      E: always(8),
      F: always(16),
    },
    fields: { cap: { values: { D1: 300, D2: 100 } } },
    actions: change.actions ?? [],
    decisions: change.decisions ?? [],
    constituents: change.parent.map((c) => ({ index: 'PARENT', from: '2023-01-01', ...c })),
  });
  const { by } = change;
  const p = plan({
    universe: oneUniverse({ where: constituent('line', 'PARENT') }),
    selections: [
      {
        ...rule('all'),
        set: 'constituents',
        of: 'company',
        tiers: [{ ...rule('take'), action: 'take' }],
        at: ['review'],
      },
    ],
    weightings: [
      {
        ...rule('equal'),
        of: 'company',
        method: 'equally',
        notional: expr(100),
        splitBy: field('cap'),
        at: ['review'],
      },
    ],
    events: [...onDates('review', { '2024-01-02': '2024-01-01' }), ...events],
    policies: [
      {
        ...rule('parent'),
        on: 'parent change',
        effects: [by === 'follow' ? { effect: 'follow' } : { effect: 'replace', by }],
      },
      { ...rule('gone'), on: 'delisting', effects: [{ effect: 'remove', at: 'terms' }] },
    ],
  });
  const result = referenceRun(p, market, { from: '2024-01-01', to: '2024-01-05' });
  return {
    weights: Object.fromEntries(result.reviews.at(-1)!.basket.map((row) => [row.line, Number(row.weight)])),
    changes: result.changes.filter((c) => c.date === '2024-01-04').map((c) => `${c.kind} ${c.line}`),
    levels: result.levels.map((l) => l.price),
  };
}

const kept: Stay[] = [{ line: 'B' }, { line: 'D1' }, { line: 'D2' }];
const since = '2024-01-04';
const swapped: Stay[] = [...kept, { line: 'A', until: since }, { line: 'C' }, { line: 'E', from: since }];
const two: Stay[] = [
  ...kept,
  { line: 'A', until: since },
  { line: 'C', until: since },
  { line: 'E', from: since },
  { line: 'F', from: since },
];
// B has doubled, so that A is 25 of 125 on the day of the change.
const fifth = 0.2;

describe('a change of the parent index', () => {
  it('gives the entrant the weight that the leaver has, not the one it had', () => {
    const { weights, levels } = run({ parent: swapped, by: 'entrant takes weight of leaver' });
    expect(weights).toEqual({ B: 0.4, C: fifth, D1: 0.15, D2: 0.05, E: fifth });
    expect(levels.slice(1)).toEqual(['125.00', '125.00', '125.00']);
  });

  it('gives several entrants equal parts where the rulebook says so', () => {
    const { weights } = run({ parent: two, by: 'entrants share weight of leavers' });
    expect(weights).toEqual({ B: 0.4, D1: 0.15, D2: 0.05, E: fifth, F: fifth });
  });

  it('pairs several by decision, and by nothing else', () => {
    expect(() => run({ parent: two, by: 'entrant takes weight of leaver' })).toThrow(/RB7407.*`E`, `F`/);
    const pair = (subject: string, value: string): TinyDecision => ({
      date: since,
      event: 'parent',
      action: 'set',
      subject,
      field: 'replaces',
      value,
    });
    const parent = two.map((s) => (s.line === 'C' ? { line: 'C' } : s.line === 'B' ? { line: 'B', until: since } : s));
    const by = 'entrant takes weight of leaver';
    const { weights } = run({ parent, by, decisions: [pair('E', 'A'), pair('F', 'B')] });
    expect(weights).toEqual({ C: fifth, D1: 0.15, D2: 0.05, E: fifth, F: 0.4 });
    expect(() => run({ parent, by, decisions: [pair('E', 'A')] })).toThrow(/RB7407.*`F`/);
    expect(() => run({ parent, by, decisions: [pair('E', 'A'), pair('F', 'A')] })).toThrow(/RB7407/);
    expect(() => run({ parent, by, decisions: [pair('E', 'A'), pair('Z', 'B')] })).toThrow(/RB7206/);
  });

  it('gives the weight of the day before where the leaver went at nothing, and the level falls by it', () => {
    const actions: TinyAction[] = [{ line: 'A', exDate: since, kind: 'delisting', value: 0 }];
    const { weights, levels, changes } = run({ parent: swapped, by: 'entrant takes weight of leaver', actions });
    expect(weights).toEqual({ B: 0.4, C: fifth, D1: 0.15, D2: 0.05, E: fifth });
    expect(levels.slice(1)).toEqual(['125.00', '100.00', '100.00']);
    expect(changes).toEqual(['delisting A', 'removed A', 'added E']);
  });

  it('lets a leaver go without an entrant, and an entrant without a leaver only by the weighting', () => {
    const parent = [...kept, { line: 'A', until: since }, { line: 'C' }];
    expect(run({ parent, by: 'entrant takes weight of leaver' }).weights).toEqual({
      B: 0.5,
      C: 0.25,
      D1: 0.1875,
      D2: 0.0625,
    });
    const wider = [...kept, { line: 'A' }, { line: 'C' }, { line: 'E', from: since }];
    expect(() => run({ parent: wider, by: 'entrant takes weight of leaver' })).toThrow(/RB7407/);
    expect(() => run({ parent: wider, by: 'entrants share weight of leavers' })).toThrow(/RB7407/);
    // One of five, of what all were worth together: 25 beside 125.
    expect(run({ parent: wider, by: 'follow' }).weights.E).toBeCloseTo(1 / 6, 12);
  });

  it('keeps the weight of a company of which a line comes or goes', () => {
    const parent = [{ line: 'A' }, { line: 'B' }, { line: 'C' }, { line: 'D1' }, { line: 'D2', until: since }];
    const { weights, changes } = run({ parent, by: 'entrant takes weight of leaver' });
    expect(weights).toEqual({ A: fifth, B: 0.4, C: fifth, D1: fifth });
    expect(changes).toEqual(['removed D2']);
    const later = [{ line: 'A' }, { line: 'B' }, { line: 'C' }, { line: 'D1' }, { line: 'D2', from: since }];
    expect(run({ parent: later, by: 'entrant takes weight of leaver' }).weights).toEqual({
      A: fifth,
      B: 0.4,
      C: fifth,
      D1: 0.15,
      D2: 0.05,
    });
  });

  it('asks for no pairs on a day on which all are selected and weighted anew', () => {
    const parent = two;
    const { weights } = run({ parent, by: 'entrant takes weight of leaver' }, [
      ...onDates('review', { [since]: since }),
    ]);
    expect(weights).toEqual({ B: 0.25, D1: 0.1875, D2: 0.0625, E: 0.25, F: 0.25 });
  });
});
