import { describe, expect, it } from 'vitest';
import { heldIndex } from '../../test/support/held-index.ts';
import { oneLevel, onDates } from '../../test/support/plan-builder.ts';
import { type TinyDecision, tinyMarket } from '../../test/support/tiny-market.ts';
import { referenceRun } from './reference-run.ts';

const DAYS = ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'];
const set = (date: string, value: string): TinyDecision => ({
  date,
  event: 'divisor',
  action: 'set',
  field: 'divisor',
  value,
});

/**
 * A at 10 and B at 30, which pays a special dividend of 5 on 2024-01-04; the data begin on 2024-01-02, long after the
 * base date.
 */
function run(decisions: TinyDecision[], levels: Record<string, number> = {}) {
  const market = tinyMarket({
    days: DAYS,
    lines: ['A', 'B'],
    close: { A: [10, 10, 10, 10], B: [30, 30, 25, 25] },
    fields: { units: { values: { A: 1, B: 1 } }, in: { values: { A: true, B: true } } },
    actions: [{ line: 'B', exDate: '2024-01-04', kind: 'special_dividend', amount: 5 }],
    decisions,
    levels: [{ index: 'IDX', values: levels }],
  });
  const p = heldIndex(
    { 'special dividend': [{ effect: 'adjust divisor' }] },
    {
      events: onDates('start', { '2024-01-02': '2024-01-02' }),
      level: oneLevel({
        base: { value: '100', date: '2020-01-01' },
        variants: [{ kind: 'price' }],
        roundLevel: { decimals: 2, mode: 'half up' },
        roundDivisor: { decimals: 3, mode: 'half up' },
      }),
    },
  );
  return referenceRun(p, market, { from: DAYS[0]!, to: DAYS[3]! });
}

describe('a divisor set by decision', () => {
  it('takes the place of the computed one, and both are told', () => {
    const { divisors, levels, warnings } = run([set('2024-01-02', '0.08'), set('2024-01-04', '0.0713')]);
    expect(divisors).toEqual([
      { date: '2024-01-02', divisor: '0.08', cause: 'start, decision', computed: '0.400' },
      { date: '2024-01-04', divisor: '0.0713', cause: 'special dividend, decision', computed: '0.070' },
    ]);
    expect(levels.map((l) => l.price)).toEqual(['500.00', '500.00', '490.88', '490.88']);
    expect(warnings).toEqual([
      {
        code: 'RB7106',
        message: 'a divisor was set by decision',
        count: 2,
        examples: ['2024-01-02: 0.08, computed 0.400', '2024-01-04: 0.0713, computed 0.070'],
      },
    ]);
  });

  it('holds from the next index day where it is dated on a closed one', () => {
    const closed = run([set('2023-12-31', '0.2'), set('2024-01-06', '0.3')]);
    expect(closed.divisors.map((d) => [d.date, d.divisor])).toEqual([
      ['2024-01-02', '0.400'],
      ['2024-01-04', '0.350'],
    ]);
  });

  it('is a number above zero', () => {
    for (const value of ['0', '-1', 'half', '']) expect(() => run([set('2024-01-03', value)])).toThrow(/RB7208/);
    expect(() => run([{ ...set('2024-01-03', '1'), field: 'level' }])).toThrow(/RB7208/);
  });

  it('is not needed: where the data begin on the first day the closing value over the level of that day is the divisor', () => {
    const { divisors, levels, warnings } = run([], { '2024-01-02': 320 });
    expect(divisors[0]).toEqual({ date: '2024-01-02', divisor: '0.125', cause: 'start' });
    expect(levels[0]!.price).toBe('320.00');
    expect(warnings).toEqual([]);
    expect(run([]).warnings.map((w) => w.code)).toEqual(['RB7103']);
  });
});
