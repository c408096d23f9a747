import { expect, test } from 'vitest';
import { runPlan } from '../../src/engine/index.ts';
import { referenceRun } from '../../src/reference/index.ts';
import { heldIndex } from '../support/held-index.ts';
import { oneLevel } from '../support/plan-builder.ts';
import { tinyMarket } from '../support/tiny-market.ts';

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04'];

/** A line at 100 that pays 1 on two days; the index starts on the second of January. */
function runFrom(base: string, by: typeof runPlan | typeof referenceRun) {
  const market = tinyMarket({
    days: DAYS,
    lines: ['A'],
    close: { A: [100, 100, 100, 100] },
    fields: { units: { values: { A: 1 } }, in: { values: { A: true } } },
    actions: ['2024-01-02', '2024-01-04'].map((exDate) => ({
      line: 'A',
      exDate,
      kind: 'cash_dividend' as const,
      amount: 1,
      currency: 'USD',
    })),
  });
  const held = heldIndex(
    { 'cash dividend': [{ effect: 'reinvest' }] },
    {
      level: oneLevel({
        base: { value: '1000', date: base },
        variants: [{ kind: 'price' }, { kind: 'total' }],
        roundLevel: { decimals: 2, mode: 'half up' },
      }),
    },
  );
  const run = by(held, market, { from: '2024-01-01', to: '2024-01-04' });
  return ('toRun' in run ? run.toRun() : run).levels.map((row) => [row.date, row.total]);
}

test.each([
  ['engine', runPlan],
  ['reference', referenceRun],
])('what goes ex on the base date is not paid to who buys at its close (%s)', (_, by) => {
  expect(runFrom('2024-01-02', by)).toEqual([
    ['2024-01-02', '1000.00'],
    ['2024-01-03', '1000.00'],
    ['2024-01-04', '1010.00'],
  ]);
});

test.each([
  ['engine', runPlan],
  ['reference', referenceRun],
])('an index that stood the day before is paid from its first morning on (%s)', (_, by) => {
  expect(runFrom('2024-01-01', by)).toEqual([
    ['2024-01-02', '1010.00'],
    ['2024-01-03', '1010.00'],
    ['2024-01-04', '1020.10'],
  ]);
});
