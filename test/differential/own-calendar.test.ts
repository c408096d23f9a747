import { expect, test } from 'vitest';
import { runPlan } from '../../src/engine/index.ts';
import { referenceRun } from '../../src/reference/index.ts';
import { heldIndex } from '../support/held-index.ts';
import { tinyMarket } from '../support/tiny-market.ts';

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'];

test('levels are of the sessions of a calendar that the data set brings', () => {
  const market = tinyMarket({
    days: DAYS,
    lines: ['A'],
    close: { A: [100, 110, 120, 130, 140] },
    fields: { units: { values: { A: 1 } }, in: { values: { A: true } } },
    calendars: { HOME: ['2023-12-29', '2024-01-01', '2024-01-02', '2024-01-04', '2024-01-05'] },
  });
  const held = heldIndex({});
  const plan = { ...held, index: { ...held.index, calendar: { op: 'calendar' as const, mic: 'HOME' } } };
  const range = { from: '2024-01-01', to: '2024-01-05' };
  const run = referenceRun(plan, market, range);
  expect(run.levels.map((row) => row.date)).toEqual(['2024-01-02', '2024-01-04', '2024-01-05']);
  expect(runPlan(plan, market, range).toRun()).toEqual(run);
});
