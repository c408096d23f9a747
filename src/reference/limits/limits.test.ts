import { describe, expect, it } from 'vitest';
import { call, expr, ofWeights } from '../../../test/support/expressions.ts';
import { limitedPlan, percents } from '../../../test/support/limited-weights.ts';
import { referenceReview } from '../reference-review.ts';

type Blocks = Parameters<typeof limitedPlan> extends [unknown, ...infer Rest] ? Rest : never;

function limitedTo(weights: Record<string, number>, ...blocks: Blocks) {
  const { plan, market } = limitedPlan(weights, ...blocks);
  const review = referenceReview(plan, market, { on: '2024-01-03' });
  return { review, weights: percents(review) };
}

/** Many small names that share a total. */
function small(total: number, count: number): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`small${String(i).padStart(3, '0')}`, total / count]),
  );
}
const total = (weights: Record<string, number>) => Object.values(weights).reduce((a, b) => a + b, 0);

describe('a cohort scaled to a total, others at most its smallest', () => {
  // Derived illustration of the Nasdaq-100's rank-preserving rule: 4.2 is cut although it never was above 4.5.
  const companies = { a: 13, b: 12, c: 9, d: 7, e: 5.5, f: 4.6, g: 4.2 };
  const { review, weights } = limitedTo(
    { ...companies, ...small(44.7, 100) },
    {
      untilStable: true,
      stages: [
        {
          cohort: { kind: 'above', threshold: expr(0.045) },
          trigger: { kind: 'total', operator: '>=', bound: expr(0.48) },
          action: { kind: 'scale', target: expr(0.4) },
          others: call('min', 0.045, ofWeights('smallest of them')),
        },
      ],
    },
  );

  it('keeps the rank order: 4.6 becomes 3.6008, and so does 4.2', () => {
    const cohort = 40 / 51.1;
    expect(weights.a).toBeCloseTo(13 * cohort, 9);
    expect(weights.f).toBeCloseTo(3.6008, 4);
    expect(weights.g).toBe(weights.f);
    expect(weights.small000! / 0.447).toBeCloseTo(1.26173, 5);
    expect(total(weights)).toBeCloseTo(100, 8);
  });

  it('tells what the stage saw and did', () => {
    const [first, second] = review.limits;
    expect(first).toMatchObject({ round: 1, fired: true, observed: '0.511000000000', bound: '0.480000000000' });
    expect(first!.cohort).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(first!.changes.find((c) => c.item === 'g')!.how).toBe('held at others bound');
    expect(second).toMatchObject({ round: 2, fired: false, cohort: ['a', 'b', 'c', 'd'] });
  });
});

describe('reducing the smallest of a cohort until its total is low enough', () => {
  // S&P's published vectors of the Technology Select Sector, March and June 2024, with the rest below the fifteen
  // largest.
  const reduce = {
    stages: [
      {
        cohort: { kind: 'all' },
        trigger: { kind: 'any', operator: '>', bound: expr(0.24) },
        action: { kind: 'cap', bound: expr(0.23) },
      },
      {
        cohort: { kind: 'above', threshold: expr(0.048) },
        trigger: { kind: 'total', operator: '>', bound: expr(0.5) },
        action: { kind: 'reduce', bound: expr(0.045), target: expr(0.5) },
        others: expr(0.045),
      },
    ],
  } satisfies Blocks[0];

  it('cuts Nvidia to 4.5 in March 2024', () => {
    const { weights } = limitedTo(
      { msft: 23.4, aapl: 19.3, nvda: 16.8, avgo: 4.5, amd: 2.6, ...small(33.4, 60) },
      reduce,
    );
    expect(weights).toMatchObject({ nvda: 4.5, avgo: 4.5 });
    expect(weights.msft).toBeCloseTo(23.4, 9);
    expect(weights.aapl).toBeCloseTo(19.3, 9);
    expect(weights.amd).toBeCloseTo((2.6 * (100 - 51.7)) / 36, 9);
  });

  it('cuts Broadcom and then Apple in June 2024', () => {
    const { weights } = limitedTo(
      { msft: 21.9, nvda: 21.6, aapl: 20.4, avgo: 5, amd: 1.7, ...small(29.4, 60) },
      reduce,
    );
    expect(weights).toMatchObject({ aapl: 4.5, avgo: 4.5 });
    expect(weights.msft).toBeCloseTo(21.9, 9);
    expect(weights.nvda).toBeCloseTo(21.6, 9);
    expect(weights.amd).toBeCloseTo((1.7 * (100 - 52.5)) / 31.1, 9);
  });
});

it('sets each of a cohort to its part of 45 %, at least 4.5 % (Select Sector since September 2024)', () => {
  const share = { ...ofWeights('weight') };
  const part = {
    domain: 'all',
    type: 'number',
    op: 'arithmetic',
    operator: '/',
    left: { domain: 'all', type: 'number', op: 'arithmetic', operator: '*', left: expr(0.45), right: share },
    right: ofWeights('their total'),
  } as const;
  const { weights } = limitedTo(
    { msft: 21.9, nvda: 21.6, aapl: 20.4, avgo: 5, ...small(31.1, 60) },
    {
      stages: [
        {
          cohort: { kind: 'above', threshold: expr(0.048) },
          trigger: { kind: 'total', operator: '>', bound: expr(0.5) },
          action: { kind: 'set', value: call('max', part, 0.045) },
          others: expr(0.045),
        },
      ],
    },
  );
  expect(weights.msft).toBeCloseTo(14.3033, 4);
  expect(weights.nvda).toBeCloseTo(14.1074, 4);
  expect(weights.aapl).toBeCloseTo(13.3237, 4);
  expect(weights.avgo).toBe(4.5);
});

describe('a cap', () => {
  it('shares the excess again while that lifts others above it (an issuer cap of 5 %)', () => {
    const { weights } = limitedTo(
      { a: 8, b: 4.9, ...small(87.1, 40) },
      { stages: [{ action: { kind: 'cap', bound: expr(0.05) } }] },
    );
    expect(weights.a).toBe(5);
    // 4.9 × 95 ÷ 92 is 5.0598, so it is held too and the rest share 90.
    expect(weights.b).toBe(5);
    expect(weights.small000).toBeCloseTo(90 / 40, 9);
  });

  it('acts on companies and moves their lines alike', () => {
    const { weights, review } = limitedTo(
      { 'a/1': 30, 'a/2': 10, b: 20, c: 20, d: 20 },
      {
        of: 'company',
        stages: [
          { trigger: { kind: 'any', operator: '>', bound: expr(0.3) }, action: { kind: 'cap', bound: expr(0.25) } },
        ],
      },
    );
    expect(weights).toEqual({ 'a/1': 18.75, 'a/2': 6.25, b: 25, c: 25, d: 25 });
    expect(review.basket.map((row) => row.capFactor)).toEqual([
      '0.500000000000',
      '0.500000000000',
      '1.000000000000',
      '1.000000000000',
      '1.000000000000',
    ]);
    // Base shares are 30 ÷ 10 and so on.
    expect(review.basket.map((row) => row.indexShares)).toEqual([
      '1.50000000000',
      '0.500000000000',
      '2.00000000000',
      '2.00000000000',
      '2.00000000000',
    ]);
  });

  it('does not bind others when its cohort is told by a condition', () => {
    const energy = { domain: 'line', type: 'yes/no', op: 'compare', operator: 'is' } as const;
    const name = { domain: 'line', type: 'text', op: 'attribute', attribute: 'line' } as const;
    const { weights } = limitedTo(
      { oil: 50, tech: 30, food: 20 },
      {
        stages: [
          {
            cohort: { kind: 'where', condition: { ...energy, left: name, right: expr('oil') } },
            action: { kind: 'cap', bound: expr(0.1) },
          },
        ],
      },
    );
    expect(weights).toEqual({ oil: 10, tech: 54, food: 36 });
  });
});

it('raises who is below a floor, again while that takes others below it', () => {
  const { weights } = limitedTo(
    { a: 1, b: 5.05, c: 40, d: 53.95 },
    { stages: [{ action: { kind: 'floor', bound: expr(0.05) } }] },
  );
  // After a is raised the rest are × 95 ÷ 99, which takes b to 4.85.
  expect(weights.a).toBe(5);
  expect(weights.b).toBe(5);
  expect(weights.c).toBeCloseTo((40 * 90) / 93.95, 9);
});

describe('moving a cohort toward an anchor', () => {
  it('until the largest is the target', () => {
    const { weights } = limitedTo(
      { a: 30, b: 11, ...small(59, 100) },
      {
        stages: [
          {
            cohort: { kind: 'above', threshold: expr(0.01) },
            action: { kind: 'toward', anchor: expr(0.01), target: expr(0.2) },
          },
        ],
      },
    );
    const k = 19 / 29;
    expect(weights.a).toBeCloseTo(20, 9);
    expect(weights.b).toBeCloseTo(1 + 10 * k, 9);
    expect(total(weights)).toBeCloseTo(100, 8);
  });

  it('until the total above a threshold is the target', () => {
    const { weights } = limitedTo(
      { a: 20, b: 20, c: 10, d: 3, ...small(47, 100) },
      {
        stages: [
          {
            cohort: { kind: 'above', threshold: expr(0.01) },
            action: { kind: 'toward', anchor: expr(0.01), target: expr(0.4), above: expr(0.045) },
          },
        ],
      },
    );
    // Three above: 3 + k (50 − 3) = 40, so k = 37 ÷ 47, at which c is 8.08 and still above 4.5.
    const k = 37 / 47;
    expect(weights.a).toBeCloseTo(1 + 19 * k, 9);
    expect(weights.c).toBeCloseTo(1 + 9 * k, 9);
    expect(weights.d).toBeCloseTo(1 + 2 * k, 9);
  });

  it('stops where the last of them falls to the threshold if no factor gives the target', () => {
    const { weights } = limitedTo(
      { a: 30, b: 5, ...small(65, 100) },
      {
        stages: [
          {
            cohort: { kind: 'above', threshold: expr(0.01) },
            action: { kind: 'toward', anchor: expr(0.01), target: expr(0.3), above: expr(0.045) },
          },
        ],
      },
    );
    // Both above: 2 + k 33 = 30 needs k = 28 ÷ 33, at which b is 4.39; at k = 3.5 ÷ 4 b is 4.5 and a is 26.375.
    expect(weights.b).toBeCloseTo(4.5, 9);
    expect(weights.a).toBeCloseTo(26.375, 9);
  });
});

describe('limits that cannot be met', () => {
  const stages = [{ action: { kind: 'cap', bound: expr(0.2) } }] satisfies Blocks[0]['stages'];
  const weights = { a: 50, b: 30, c: 20 };

  it('stop the review unless the rulebook says otherwise', () => {
    expect(() => limitedTo(weights, { stages })).toThrow(/RB7301/);
  });

  it.each([
    ['keep weights before', { a: 50, b: 30, c: 20 }, 'infeasible: kept weights before'],
    ['weight equally', { a: 100 / 3, b: 100 / 3, c: 100 / 3 }, 'infeasible: weighted equally'],
    ['relax to feasible', { a: 100 / 3, b: 100 / 3, c: 100 / 3 }, 'infeasible: relaxed'],
  ] as const)('%s', (infeasible, expected, outcome) => {
    const result = limitedTo(weights, { stages, infeasible, untilStable: true });
    for (const [line, weight] of Object.entries(expected)) expect(result.weights[line]).toBeCloseTo(weight, 8);
    expect(result.review.limits.at(-1)!.outcome).toBe(outcome);
  });
});
