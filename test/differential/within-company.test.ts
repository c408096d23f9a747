import { expect, test } from 'vitest';
import { reviewOn } from '../../src/engine/index.ts';
import { referenceReview } from '../../src/reference/index.ts';
import { compare, field, num, rankIn } from '../support/expressions.ts';
import { onDates, plan, rule } from '../support/plan-builder.ts';
import { tinyMarket } from '../support/tiny-market.ts';

const DAYS = ['2024-01-01', '2024-01-02'];

test('lines are ranked within their company, so that one of each can be taken', () => {
  const market = tinyMarket({
    days: DAYS,
    lines: [
      { line: 'A1', company: 'A' },
      { line: 'A2', company: 'A' },
      { line: 'B1', company: 'B' },
    ],
    close: { A1: [10, 10], A2: [30, 30], B1: [20, 20] },
  });
  const rules = plan({
    rankings: [
      {
        ...rule('own'),
        of: 'line',
        within: 'company',
        keys: [{ value: field('close'), order: 'largest first' }],
        remembered: false,
      },
    ],
    selections: [
      {
        ...rule('one_each'),
        set: 'constituents',
        of: 'line',
        tiers: [{ ...rule('first'), action: 'take', where: compare(rankIn('own', 'line'), 'is', num('1')) }],
      },
    ],
    weightings: [{ ...rule('basis'), of: 'line', method: 'hold', value: num('1') }],
    events: onDates('start', { '2024-01-02': '2024-01-01' }),
  });
  for (const review of [reviewOn, referenceReview])
    expect(review(rules, market, { on: '2024-01-02' }).basket.map((row) => row.line)).toEqual(['A2', 'B1']);
});
