import { describe, expect, it } from 'vitest';
import { expr } from '../../../test/support/expressions.ts';
import { heldIndex } from '../../../test/support/held-index.ts';
import { oneLevel, onDates } from '../../../test/support/plan-builder.ts';
import { type TinyAction, tinyMarket } from '../../../test/support/tiny-market.ts';
import type { PlanPolicyEffect } from '../../plan/plan-policy.ts';
import type { Plan } from '../../plan/plan.ts';
import { referenceRun } from '../reference-run.ts';

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08', '2024-01-09'];

type Given = {
  close: Record<string, (number | null)[]>;
  /** Lines that are not held at the start. */
  outside?: string[];
  listedUntil?: Record<string, string>;
  actions: TinyAction[];
  units?: Record<string, number>;
  to?: string;
  parts?: Partial<Plan>;
};

/** One share of each line from 2024-01-02 on; prices by day from 2024-01-01, the last one goes on. */
function run(policies: Parameters<typeof heldIndex>[0], given: Given) {
  const lines = Object.keys(given.close);
  const market = tinyMarket({
    days: DAYS,
    lines: lines.map((line) => ({
      line,
      ...(given.listedUntil?.[line] === undefined ? {} : { listedUntil: given.listedUntil[line] }),
    })),
    close: given.close,
    fields: {
      in: { values: Object.fromEntries(lines.map((l) => [l, !given.outside?.includes(l)])) },
      units: { values: Object.fromEntries(lines.map((l) => [l, given.units?.[l] ?? 1])) },
    },
    actions: given.actions,
  });
  const result = referenceRun(heldIndex(policies, given.parts), market, {
    from: '2024-01-01',
    to: given.to ?? '2024-01-03',
  });
  return {
    ...result,
    divisor: result.divisors.map((d) => Number(d.divisor)),
    price: result.levels.map((row) => Number(row.price)),
    totalReturn: result.levels.map((row) => Number(row.total)),
    net: result.levels.map((row) => Number(row.net)),
  };
}

const does = (...effects: PlanPolicyEffect[]) => effects;
const level = (divisor: string, base: string): Partial<Plan> => ({
  level: oneLevel({
    base: { value: base, date: '2024-01-01' },
    divisor,
    variants: [{ kind: 'price' }],
    roundLevel: { decimals: 2, mode: 'half up' },
  }),
});

describe('a price-weighted average through a split', () => {
  it('takes a divisor of 2 to 1.20 when 100 of 100 and 25 splits two for one (textbook)', () => {
    const { price, divisor } = run(
      { split: does({ effect: 'adjust divisor' }) },
      {
        close: { a: [100, 100, 45, 45], b: [25, 25, 30, 30] },
        actions: [{ line: 'a', exDate: '2024-01-03', kind: 'split', ratio: 2 }],
        parts: level('2', '62.5'),
      },
    );
    expect(price).toEqual([62.5, 62.5]);
    expect(divisor).toEqual([2, 1.2]);
  });

  it('takes 3 to 2.625 when the 50 of 10, 50 and 140 splits two for one, and the next level is 72.38', () => {
    const { price, divisor } = run(
      { split: does({ effect: 'adjust divisor' }) },
      {
        close: { a: [10, 10, 15], b: [50, 50, 25], c: [140, 140, 150] },
        actions: [{ line: 'b', exDate: '2024-01-03', kind: 'split', ratio: 2 }],
        parts: level('3', '66.67'),
      },
    );
    expect(divisor).toEqual([3, 2.625]);
    expect(price).toEqual([66.67, 72.38]);
  });

  it('leaves the divisor alone when index shares follow', () => {
    const { price, divisor, changes } = run(
      { split: does({ effect: 'adjust shares' }) },
      {
        close: { a: [100, 100, 50], b: [25, 25, 25] },
        actions: [{ line: 'a', exDate: '2024-01-03', kind: 'split', ratio: 2 }],
      },
    );
    expect(price).toEqual([100, 100]);
    expect(divisor).toEqual([1.25]);
    expect(changes).toMatchObject([{ date: '2024-01-03', kind: 'split', line: 'a', policy: 'split' }]);
  });

  it('is a reverse split with a ratio below one', () => {
    const { price, divisor } = run(
      { split: does({ effect: 'adjust shares' }) },
      { close: { a: [2, 2, 22] }, actions: [{ line: 'a', exDate: '2024-01-03', kind: 'split', ratio: 0.1 }] },
    );
    expect(price).toEqual([100, 110]);
    expect(divisor).toEqual([0.02]);
  });
});

describe('adjustment factors of shares: the level stays, the value of the line stays', () => {
  // MSCI's events, computed from the price after the event: 2.0, 1.1, 1.0634920635, 1.0887096774, 1.09375.
  it.each([
    ['split', { kind: 'split', ratio: 2 }, 100, 50],
    ['stock dividend', { kind: 'stock_dividend', ratio: 0.1 }, 110, 100],
    ['special dividend', { kind: 'special_dividend', amount: 6 }, 100.5, 94.5],
    ['rights', { kind: 'rights', ratio: 0.25, price: 60 }, 101.25, 93],
    ['spin-off', { kind: 'spin_off', ratio: 0.5, price: 15 }, 87.5, 80],
  ] as const)('%s', (on, action, cum, ex) => {
    const { price, divisor } = run(
      { [on]: does({ effect: 'adjust shares' }) },
      // Price after the event is 3 % above the theoretical one.
      { close: { a: [cum, cum, ex * 1.03] }, actions: [{ line: 'a', exDate: '2024-01-03', ...action }] },
    );
    expect(price).toEqual([100, 103]);
    expect(divisor).toHaveLength(1);
  });

  it.each([
    // One line beside another of 100; the divisor moves by the value that goes or comes.
    ['special dividend', { kind: 'special_dividend', amount: 6 }, 100.5, 94.5, 194.5 / 200.5],
    ['rights', { kind: 'rights', ratio: 0.25, price: 60 }, 101.25, 93, (100 + 93 * 1.25) / 201.25],
    ['spin-off', { kind: 'spin_off', ratio: 0.5, price: 15 }, 87.5, 80, 180 / 187.5],
    ['stock dividend', { kind: 'stock_dividend', ratio: 0.1 }, 110, 100, 200 / 210],
  ] as const)('or the divisor does: %s', (on, action, cum, ex, factor) => {
    const { price, divisor } = run(
      { [on]: does({ effect: 'adjust divisor' }) },
      { close: { a: [cum, cum, ex], b: [100, 100, 100] }, actions: [{ line: 'a', exDate: '2024-01-03', ...action }] },
    );
    expect(price).toEqual([100, 100]);
    expect(divisor[1]! / divisor[0]!).toBeCloseTo(factor, 12);
  });

  it('rights at or above the price do nothing', () => {
    const { divisor } = run(
      { rights: does({ effect: 'adjust divisor' }) },
      {
        close: { a: [50, 50, 50] },
        actions: [{ line: 'a', exDate: '2024-01-03', kind: 'rights', ratio: 1, price: 50 }],
      },
    );
    expect(divisor).toHaveLength(1);
  });
});

describe('a cash dividend', () => {
  const given: Given = {
    close: { a: [50, 50, 49], b: [50, 50, 50] },
    actions: [{ line: 'a', exDate: '2024-01-03', kind: 'cash_dividend', amount: 1 }],
  };

  it('is seen by total and net return only', () => {
    const { price, totalReturn, net, divisor } = run({ 'cash dividend': does({ effect: 'reinvest' }) }, given);
    expect(divisor).toEqual([1]);
    expect(price).toEqual([100, 99]);
    expect(totalReturn).toEqual([100, 100]);
    expect(net).toEqual([100, 99.7]);
  });

  it('needs a policy if they are published', () => {
    expect(() => run({}, given)).toThrow(/RB7401.*cash dividend of `a` on 2024-01-03/);
    expect(() => run({}, given)).toThrow(
      expect.objectContaining({
        diagnostics: [
          expect.objectContaining({ help: expect.stringContaining('`dividends: on cash dividend, reinvest`') }),
        ],
      }),
    );
    expect(run({}, { ...given, parts: level('1', '100') }).price).toEqual([100, 99]);
  });
});

describe('a spin-off', () => {
  const spun: Given = {
    close: { parent: [80, 80, 60, 60, 60], child: [null, null, 22, 24, 24], other: [100, 100, 100, 100, 100] },
    outside: ['child'],
    actions: [{ line: 'parent', exDate: '2024-01-03', kind: 'spin_off', ratio: 1, other: 'child' }],
    to: '2024-01-04',
  };

  it('brings the child in at its first close', () => {
    const { price, divisor, changes } = run(
      { 'spin-off': does({ effect: 'add child', untilNextReview: false }) },
      spun,
    );
    // Parent 80 − 22 = 58 and child 22 are still 80; then 60 + 22 and 60 + 24.
    expect(divisor).toEqual([1.8]);
    expect(price).toEqual([100, 101.111111, 102.222222]);
    expect(changes).toMatchObject([
      { kind: 'spin-off', line: 'parent' },
      { kind: 'added', line: 'child' },
    ]);
  });

  it('until the next review, where the rulebook says so', () => {
    const later = run(
      { 'spin-off': does({ effect: 'add child', untilNextReview: true }) },
      {
        ...spun,
        parts: {
          events: [
            ...onDates('start', { '2024-01-02': '2024-01-01' }),
            ...onDates('review', { '2024-01-05': '2024-01-04' }),
          ],
        },
        to: '2024-01-05',
      },
    );
    expect(later.reviews[1]!.basket.map((row) => row.line)).toEqual(['other', 'parent']);
    expect(later.divisor[1]! / later.divisor[0]!).toBeCloseTo(160 / 184, 12);
    expect(later.price[3]).toBe(later.price[2]);
  });

  it('worth more than its parent is an error', () => {
    expect(() =>
      run(
        { 'spin-off': does({ effect: 'adjust divisor' }) },
        {
          close: { a: [10, 10, 1] },
          actions: [{ line: 'a', exDate: '2024-01-03', kind: 'spin_off', ratio: 1, price: 11 }],
        },
      ),
    ).toThrow(/RB7403/);
  });
});

describe('a line that leaves', () => {
  const two = { close: { a: [50, 50, 50, 50], b: [150, 150, 150, 150] } };

  it('bankrupt at zero takes the index down by its weight', () => {
    const { price, divisor } = run(
      { delisting: does({ effect: 'remove', at: { price: expr(0) } }) },
      { ...two, actions: [{ line: 'a', exDate: '2024-01-03', kind: 'delisting' }] },
    );
    // Worth 150 after booking, 150 in the new basket: the divisor stays, the level falls by a quarter.
    expect(price).toEqual([100, 75]);
    expect(divisor).toEqual([2]);
  });

  it('at its last price moves the divisor, not the level', () => {
    const { price, divisor } = run(
      { delisting: does({ effect: 'remove', at: 'last price' }) },
      { ...two, actions: [{ line: 'a', exDate: '2024-01-03', kind: 'delisting' }] },
    );
    expect(price).toEqual([100, 100]);
    expect(divisor).toEqual([2, 1.5]);
  });

  it('at the value of its delisting', () => {
    const { price } = run(
      { delisting: does({ effect: 'remove', at: 'terms' }) },
      { ...two, actions: [{ line: 'a', exDate: '2024-01-03', kind: 'delisting', value: 10 }] },
    );
    expect(price).toEqual([100, 80]);
    expect(() =>
      run(
        { delisting: does({ effect: 'remove', at: 'terms' }) },
        { ...two, actions: [{ line: 'a', exDate: '2024-01-03', kind: 'delisting' }] },
      ),
    ).toThrow(/RB7404/);
  });

  it('in a merger for cash at its terms (5.02 against a last close of 5.00)', () => {
    const { price } = run(
      { 'cash merger': does({ effect: 'remove', at: 'terms' }) },
      {
        close: { target: [5, 5, 5], b: [5, 5, 5] },
        actions: [{ line: 'target', exDate: '2024-01-03', kind: 'merger_cash', amount: 5.02 }],
      },
    );
    expect(price).toEqual([100, 100.2]);
  });

  it('in a merger for stock: the acquirer takes its shares over if it is in', () => {
    // One A for five B: A 10, B 2.05 at the close before. B leaves at 2, A is held 1.2 times.
    const { price, divisor } = run(
      { 'stock merger': does({ effect: 'convert' }) },
      {
        close: { a: [10, 10, 12], b: [2.05, 2.05, null] },
        actions: [{ line: 'b', exDate: '2024-01-03', kind: 'merger_stock', ratio: 0.2, other: 'a' }],
      },
    );
    expect(divisor).toEqual([0.1205]);
    expect(price[1]).toBeCloseTo((1.2 * 12) / 0.1205, 4);
  });

  it('in a merger for stock and cash: at what the terms are worth if the acquirer is not in', () => {
    const { price } = run(
      { 'stock merger': does({ effect: 'convert' }) },
      {
        close: { a: [10, 10, 12], b: [4, 4, null], c: [4, 4, 4] },
        outside: ['a'],
        actions: [{ line: 'b', exDate: '2024-01-03', kind: 'merger_stock', ratio: 0.2, amount: 2.4, other: 'a' }],
      },
    );
    // 0.2 × 10 + 2.4 = 4.4 against 4: (4.4 + 4) ÷ 8.
    expect(price).toEqual([100, 105]);
  });

  it('after so many days of suspension at the stated price', () => {
    const { price, changes } = run(
      { suspension: does({ effect: 'hold', removeAfter: 2, price: expr(1) }) },
      {
        close: { a: [50, 50, 60, 70, 80, 90], b: [50, 50, 50, 50, 50, 50] },
        actions: [{ line: 'a', exDate: '2024-01-03', kind: 'suspension' }],
        to: '2024-01-08',
      },
    );
    // Suspended on the 3rd and 4th at 50, leaves before the open of the 5th at 1.
    expect(price).toEqual([100, 100, 100, 51, 51]);
    expect(changes.at(-1)).toMatchObject({ date: '2024-01-05', kind: 'removed', line: 'a', policy: 'suspension' });
  });

  it('does not leave if trading is resumed in time', () => {
    const { price } = run(
      { suspension: does({ effect: 'hold', removeAfter: 2, price: expr(1) }) },
      {
        close: { a: [50, 50, 60, 70, 80], b: [50, 50, 50, 50, 50] },
        actions: [
          { line: 'a', exDate: '2024-01-03', kind: 'suspension' },
          { line: 'a', exDate: '2024-01-04', kind: 'resumption' },
        ],
        to: '2024-01-05',
      },
    );
    expect(price).toEqual([100, 100, 120, 130]);
  });
});

describe('a share change', () => {
  const given: Given = {
    close: { a: [50, 50, 50], b: [50, 50, 50] },
    actions: [{ line: 'a', exDate: '2024-01-03', kind: 'share_change', value: 112, ratio: 1.12 }],
  };

  it('is followed at once when it is large enough', () => {
    const { price, divisor } = run(
      { 'share change': does({ effect: 'update', when: 'at once', threshold: expr(0.1) }) },
      given,
    );
    expect(price).toEqual([100, 100]);
    expect(divisor).toEqual([1, 1.06]);
  });

  it('waits for the next review when it is not', () => {
    const policy = does({ effect: 'update', when: 'at once', threshold: expr(0.13) });
    expect(run({ 'share change': policy }, given).divisor).toEqual([1]);
    expect(run({ 'share change': does({ effect: 'update', when: 'next review' }) }, given).divisor).toEqual([1]);
  });
});

it('a new symbol changes nothing, and is followed without a policy', () => {
  const { price, changes } = run(
    {},
    { close: { a: [50, 50, 55] }, actions: [{ line: 'a', exDate: '2024-01-03', kind: 'symbol_change', symbol: 'AA' }] },
  );
  expect(price).toEqual([100, 110]);
  expect(changes).toMatchObject([{ kind: 'symbol change', line: 'a', detail: 'now AA' }]);
});

it('an action that no policy answers is an error that names it', () => {
  expect(() =>
    run({}, { close: { a: [1, 1, 1] }, actions: [{ line: 'a', exDate: '2024-01-03', kind: 'split', ratio: 2 }] }),
  ).toThrow(/RB7401: the split of `a` on 2024-01-03 meets no policy/);
});

it('several actions of one morning make one divisor', () => {
  // 100 splits two for one while 25 pays 5 out: (50 + 20) ÷ 125 of 2.
  const { price, divisor } = run(
    { split: does({ effect: 'adjust divisor' }), 'special dividend': does({ effect: 'adjust divisor' }) },
    {
      close: { a: [100, 100, 50], b: [25, 25, 20] },
      actions: [
        { line: 'a', exDate: '2024-01-03', kind: 'split', ratio: 2 },
        { line: 'b', exDate: '2024-01-03', kind: 'special_dividend', amount: 5 },
      ],
      parts: level('2', '62.5'),
    },
  );
  expect(divisor).toEqual([2, 1.12]);
  expect(price).toEqual([62.5, 62.5]);
});
