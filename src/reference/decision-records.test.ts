import { expect, it } from 'vitest';
import { both, compare, field, measure, windowed } from '../../test/support/expressions.ts';
import { onDates, plan, rule } from '../../test/support/plan-builder.ts';
import { tinyMarket } from '../../test/support/tiny-market.ts';
import { referenceReview } from './reference-review.ts';

const market = tinyMarket({
  days: ['2024-01-02', '2024-01-03', '2024-01-04'],
  lines: ['A', { line: 'B', symbol: 'BB' }, 'C'],
  close: { A: [10, 11, 12], B: [10, 10, 10], C: [30, 30, 30] },
  fields: {
    volume: { series: { A: [50, 70, 90], B: [50, null, null], C: [90, 90, 90] } },
    kind: { values: { A: 'common', B: 'common' } },
  },
  constituents: [{ index: 'IDX', line: 'B', from: '2023-01-01' }],
});

const rules = plan({
  measures: [
    {
      ...rule('traded'),
      domain: 'line',
      value: windowed('average', field('volume'), { kind: 'last', count: 2, unit: 'trading days' }),
      remembered: false,
    },
  ],
  rankings: [
    { ...rule('by_close'), of: 'line', keys: [{ value: field('close'), order: 'largest first' }], remembered: false },
  ],
  screens: [
    {
      ...rule('liquid'),
      of: 'line',
      force: 'require',
      everyone: both(
        compare(measure('traded', 'line'), '>=', 60),
        compare(field('kind', 'line', 'text'), 'is', 'common'),
      ),
    },
    { ...rule('cheap'), of: 'line', force: 'guideline', everyone: compare(field('close'), '<', 11) },
  ],
  selections: [
    {
      ...rule('selection'),
      set: 'constituents',
      of: 'line',
      ranking: 'by_close',
      tiers: [{ ...rule('best'), action: 'take', ranks: { from: 1, to: 2 } }],
    },
  ],
  weightings: [{ ...rule('price'), of: 'line', method: 'by', value: field('close') }],
  events: onDates('review', { '2024-01-04': '2024-01-03' }),
});

it('tells for each line which rules it met with which values, its rank and the step that decided', () => {
  const { decisions } = referenceReview(rules, market, { on: '2024-01-04', decisions: 'all' });
  expect(decisions[0]).toEqual({
    review: 'review 2024-01-04',
    of: 'line',
    id: 'A',
    symbol: 'A',
    incumbent: false,
    eligible: true,
    rules: [
      {
        rule: 'liquid',
        pointer: '/liquid',
        force: 'require',
        outcome: 'yes',
        compared: [
          { left: 'traded (60)', operator: '>=', right: '60', outcome: 'yes' },
          { left: 'kind ("common")', operator: 'is', right: '"common"', outcome: 'yes' },
        ],
      },
      {
        rule: 'cheap',
        pointer: '/cheap',
        force: 'guideline',
        outcome: 'no',
        compared: [{ left: 'close (11)', operator: '<', right: '11', outcome: 'no' }],
      },
    ],
    ranks: { by_close: 2 },
    tiers: [{ set: 'constituents', tier: 'best', pointer: '/best', result: 'selected' }],
    membership: '1',
  });
  expect(decisions[1]).toMatchObject({ id: 'B', symbol: 'BB', incumbent: true, eligible: false, membership: '0' });
  expect(decisions[2]!.rules[0]!.outcome).toBe('unknown');
  expect(decisions[2]!.rules[0]!.compared[1]!.left).toBe('kind (missing)');
});

it('or only for who is in or was', () => {
  const { decisions } = referenceReview(rules, market, { on: '2024-01-04', decisions: 'selected' });
  expect(decisions.map((d) => d.id)).toEqual(['A', 'B']);
});
