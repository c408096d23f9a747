import { describe, expect, test } from 'vitest';
import { planOf } from '../../../test/support/plan-of.ts';
import { tinyMarket } from '../../../test/support/tiny-market.ts';
import { reviewOn } from '../review-on.ts';

const plan = planOf(`index DEMO "Demonstration"
  currency USD
  calendar XNYS

fields
  close of line: USD per share
  shares of line: shares
  exchange of line: text

universe
  lines where exchange is "HOME"
  priced in USD

measures
  cap = close * shares

rankings
  size: lines where close >= 2 USD per share by cap, largest first, then by line

selection of lines at review, ranked by size
  largest: take ranked 1 to 1
  buffer: keep constituents ranked 2 to 3 where cap >= 150 USD

weighting at review
  basis: weight lines by cap

schedule
  review: on 2024-01-04
    reference: trading day before effective
    effective: 2024-01-04

level
  base 100 on 2024-01-02
  returns price
  round level to 2 decimals half up
`);

const market = tinyMarket({
  days: ['2024-01-02', '2024-01-03', '2024-01-04'],
  lines: ['A', 'B', 'C', 'ABROAD', { line: 'GONE', listedUntil: '2024-01-02' }, 'PENNY'],
  close: {
    A: [10, 10, 10],
    B: [5, 6, 7],
    C: [4, 4, 4],
    ABROAD: [9, 9, 9],
    GONE: [9, null, null],
    PENNY: [1, 1, 1],
  },
  fields: {
    shares: { values: { A: 100, B: 30, C: 30, ABROAD: 100, GONE: 100, PENNY: 9_000 } },
    exchange: { values: { A: 'HOME', B: 'HOME', C: 'HOME', ABROAD: 'AWAY', GONE: 'HOME', PENNY: 'HOME' } },
  },
  constituents: ['B', 'C'].map((line) => ({ index: 'DEMO', line, from: '2023-01-01' })),
});

const about = (line: string) => reviewOn(plan, market, { on: '2024-01-04', about: [line] }).particulars![0]!;
const told = (compared: { left: string; operator: string; right: string; outcome: string }[]) =>
  compared.map(({ left, operator, right, outcome }) => `${left} ${operator} ${right}: ${outcome}`);

describe('particulars of a line', () => {
  test('are told only where they are asked for', () => {
    expect(reviewOn(plan, market, { on: '2024-01-04' })).not.toHaveProperty('particulars');
  });

  test('say what it is ranked by, among how many, and what each step asked of it', () => {
    const { rankings, steps } = about('C');
    expect(rankings).toMatchObject([
      {
        ranking: 'size',
        of: 'line',
        rank: 3,
        among: 3,
        keys: [
          { by: 'cap', order: 'largest first', value: '120' },
          { by: 'line', value: '"C"' },
        ],
      },
    ]);
    expect(steps.map((step) => [step.set, step.tier, told(step.compared)])).toEqual([
      ['constituents', 'largest', ['rank (3) between 1 and 1: no']],
      [
        'constituents',
        'buffer',
        ['constituent (yes) is yes: yes', 'rank (3) between 2 and 3: yes', 'cap (120) >= 150: no'],
      ],
    ]);
  });

  test('say why it has no rank', () => {
    const [size] = about('PENNY').rankings;
    expect(size).not.toHaveProperty('rank');
    expect(told(size!.where)).toEqual(['close (1) >= 2: no']);
  });

  test('say why it is not in the universe: what a rule compared, or that it was not listed', () => {
    expect(told(about('ABROAD').universe)).toEqual([
      'listed (2024-01-02 to 2024-01-04) on 2024-01-03: yes',
      'currency ("USD") is "USD": yes',
      'exchange ("AWAY") is "HOME": no',
    ]);
    expect(told(about('GONE').universe)).toEqual([
      'listed (2024-01-02 to 2024-01-02) on 2024-01-03: no',
      'currency ("USD") is "USD": yes',
    ]);
  });
});
