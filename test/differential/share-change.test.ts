import { describe, expect, it } from 'vitest';
import { runPlan } from '../../src/engine/index.ts';
import { referenceRun } from '../../src/reference/index.ts';
import type { Run } from '../../src/run/run.ts';
import { heldIndex } from '../support/held-index.ts';
import { type TinyAction, type TinyField, tinyMarket } from '../support/tiny-market.ts';

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'];
const change = (exDate: string, value: number): TinyAction => ({ line: 'A', exDate, kind: 'share_change', value });
const counts = (...values: [string, number][]): TinyField => ({
  values: { A: values.map(([from, value]) => ({ from, value })) },
});

/** One share each of two lines at 50; what the reference gives, which the engine gives too. */
function run(actions: TinyAction[], shares?: TinyField): Run {
  const market = tinyMarket({
    days: DAYS,
    lines: ['A', 'B'],
    close: { A: DAYS.map(() => 50), B: DAYS.map(() => 50) },
    fields: {
      units: { values: { A: 1, B: 1 } },
      in: { values: { A: true, B: true } },
      ...(shares === undefined ? {} : { shares_outstanding: shares }),
    },
    actions,
  });
  const plan = heldIndex({
    'share change': [{ effect: 'update', when: 'at once' }],
    split: [{ effect: 'adjust shares' }],
    suspension: [{ effect: 'hold' }],
    'spin-off': [{ effect: 'ignore' }],
  });
  const range = { from: '2024-01-01', to: '2024-01-05' };
  const expected = referenceRun(plan, market, range);
  expect(runPlan(plan, market, range).toRun()).toEqual(expected);
  return expected;
}

/** Index shares of A after the change: the divisor goes from 1 (100 of 100) to (shares + 1) ÷ 2. */
const sharesOfA = (result: Run) => Number(result.divisors.at(-1)!.divisor) * 2 - 1;

describe('a share change that states only the shares after', () => {
  it('is measured by the shares outstanding known before it', () => {
    const shares = counts(['2023-12-29', 200], ['2024-01-03', 260]);
    expect(sharesOfA(run([change('2024-01-03', 250)], shares))).toBeCloseTo(1.25, 12);
  });

  it('takes the splits since that count into account, that of the same morning too', () => {
    const split: TinyAction = { line: 'A', exDate: '2024-01-04', kind: 'split', ratio: 2 };
    // 200 shares become 400, then 500; the halved price keeps the value of the split.
    expect(sharesOfA(run([split, change('2024-01-04', 500)], counts(['2023-12-29', 200])))).toBeCloseTo(1.25, 12);
    const twice = run([change('2024-01-01', 200), split, change('2024-01-04', 500)]);
    expect(sharesOfA(twice)).toBeCloseTo(1.25, 12);
  });

  it('is an error where there is nothing to measure it by', () => {
    expect(() => run([change('2024-01-03', 250)])).toThrow(
      /RB7404: the share change of `A` on 2024-01-03 has no ratio, and there is neither a field `shares_outstanding` nor a share change before it/,
    );
  });

  it('is an error where it starts from no shares', () => {
    expect(() => run([change('2024-01-03', 250)], counts(['2023-12-29', 0]))).toThrow(/RB7403/);
  });
});

it('changes are told in the words of rulebooks, and the end of a suspension leaves an entry', () => {
  const { changes } = run([
    { line: 'A', exDate: '2024-01-03', kind: 'suspension' },
    { line: 'A', exDate: '2024-01-04', kind: 'resumption' },
    { line: 'B', exDate: '2024-01-05', kind: 'spin_off', ratio: 1 },
  ]);
  expect(changes.map(({ date, kind, detail }) => [date, kind, detail])).toEqual([
    ['2024-01-03', 'suspension', 'the suspension of `A` on 2024-01-03'],
    ['2024-01-04', 'resumption', 'the resumption of `A` on 2024-01-04'],
    ['2024-01-05', 'spin-off', 'the spin-off of `B` on 2024-01-05'],
  ]);
});
