import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import { constituent, expr } from '../support/expressions.ts';
import { rule } from '../support/plan-builder.ts';
import { byCap, does, type Given, reviewed, run, selected } from './held-run.ts';

describe('a spin-off into a line that is held', () => {
  const addChild = { 'spin-off': does({ effect: 'add child', untilNextReview: true }) };
  const spun = { line: 'A', kind: 'spin_off', ratio: 1, other: 'B' } as const;

  it('brings its shares at their value, and leaves those held at their own price', () => {
    // A 100 and B 50 become 45 and two of 55: 155 after 150.
    const { price, divisors } = run(addChild, { close: { A: [100, 100, 45], B: [50, 50, 55] }, actions: [spun] });
    expect(price).toEqual([100, 103.333333, 103.333333]);
    expect(divisors).toHaveLength(1);
  });

  it('at the price of the action, too', () => {
    // 40 are gone from A for one B that trades at 50 all the time: 60 + 50 + 40 before the open, 50 + 2 × 50 after it.
    const { price } = run(addChild, {
      close: { A: [100, 100, 50], B: [50, 50, 50] },
      actions: [{ ...spun, price: 40 }],
    });
    expect(new Set(price)).toEqual(new Set([100]));
  });

  it('by two parents of one morning', () => {
    const { price } = run(addChild, {
      close: { A: [100, 100, 60], B: [null, null, 40], C: [100, 100, 60] },
      outside: { B: undefined },
      actions: [spun, { ...spun, line: 'C' }],
    });
    expect(new Set(price)).toEqual(new Set([100]));
  });

  it('a second time', () => {
    // A 100 and C 150: on the 3rd A 80 and B 20; on the 4th B 25, of which A gives another at 30: 50 + 2 × 30 + 150.
    const { price } = run(addChild, {
      close: { A: [100, 100, 80, 50], B: [null, null, 20, 30], C: [150, 150, 150] },
      outside: { B: undefined },
      actions: [spun, { ...spun, exDate: '2024-01-04' }],
    });
    expect(price).toEqual([100, 100, 104]);
  });
});

describe('who comes in for a leaver on the day that something happens to it', () => {
  // Three of 100 at most; the smallest, E, comes in for A, which 100 are paid for.
  const leaver = { line: 'A', kind: 'merger_cash', amount: 100 } as const;
  const happens = {
    split: [does({ effect: 'adjust shares' }), { kind: 'split', ratio: 2 }, 50],
    'special dividend': [does({ effect: 'adjust divisor' }), { kind: 'special_dividend', amount: 10 }, 90],
    rights: [does({ effect: 'adjust divisor' }), { kind: 'rights', ratio: 1, price: 40 }, 70],
  } as const;
  const weightings = {
    'its own shares': byCap,
    units: {},
    'equal weights': {
      weightings: [{ ...rule('same'), of: 'line', method: 'equally', notional: expr(1000) }],
    },
  } satisfies Record<string, Partial<Plan>>;

  it.each(
    (['highest ranked newcomer', 'entrant takes weight of leaver'] as const).flatMap((by) =>
      Object.keys(weightings).flatMap((weighting) =>
        Object.keys(happens).map(
          (on) => [on, weighting, by] as [keyof typeof happens, keyof typeof weightings, typeof by],
        ),
      ),
    ),
  )('%s, by %s, %s: nothing is gained or lost', (on, weighting, by) => {
    const [effects, action, after] = happens[on];
    const { price, changes } = run(
      { 'cash merger': does({ effect: 'remove', at: 'terms' }, { effect: 'replace', by }), [on]: effects },
      {
        close: { A: [100], B: [100], E: [100, 100, after] },
        units: { A: 10, B: 9, E: 1 },
        actions: [leaver, { line: 'E', ...action }],
        parts: { ...selected, ...weightings[weighting] },
      },
    );
    expect(changes.map((change) => change.kind)).toEqual(['cash merger', 'removed', 'added', on]);
    expect(new Set(price)).toEqual(new Set([100]));
  });

  it('from the index it derives from, too', () => {
    const { price } = run(
      { 'parent change': does({ effect: 'follow' }), split: does({ effect: 'adjust shares' }) },
      {
        close: { A: [100], B: [100], E: [100, 100, 50] },
        outside: { E: undefined },
        actions: [{ line: 'E', kind: 'split', ratio: 2 }],
        parts: {
          measures: [{ ...rule('asked'), domain: 'line', value: constituent('line', 'OTHER'), remembered: false }],
        },
        market: {
          constituents: [
            { index: 'OTHER', line: 'A', from: '2023-01-01', until: '2024-01-03' },
            { index: 'OTHER', line: 'E', from: '2024-01-03' },
          ],
        },
      },
    );
    expect(new Set(price)).toEqual(new Set([100]));
  });

  it('nobody who leaves as well', () => {
    const { changes } = run(
      { 'cash merger': does({ effect: 'remove', at: 'terms' }, { effect: 'replace', by: 'highest ranked newcomer' }) },
      {
        close: { A: [100], B: [100], E: [100], F: [100] },
        units: { A: 10, B: 9, E: 2, F: 1 },
        actions: [leaver, { ...leaver, line: 'E' }],
        parts: { ...selected, ...byCap },
      },
    );
    expect(changes.filter(({ kind }) => kind === 'added').map(({ line }) => line)).toEqual(['F']);
  });
});

describe('a spun-off line that does not trade on its ex-date', () => {
  const late: Given = {
    close: { A: [100, 100, 80], X: [null, null, null, 30], B: [100] },
    outside: { X: undefined },
    actions: [{ line: 'A', kind: 'spin_off', ratio: 1, other: 'X' }],
    to: '2024-01-05',
  };
  const priced: Given = { ...late, actions: [{ ...late.actions[0]!, price: 20 }] };
  const addChild = { 'spin-off': does({ effect: 'add child', untilNextReview: true }) };

  it('is held at the price of the action until it trades', () => {
    // 80 + 20 + 100, then 80 + 30 + 100.
    const { price, warnings } = run(addChild, priced);
    expect(price).toEqual([100, 100, 105, 105]);
    expect(warnings).toEqual([]);
  });

  it('without one it counts for nothing, and the run says so', () => {
    const { price, warnings } = run(addChild, late);
    expect(price).toEqual([100, 90, 105, 105]);
    expect(warnings).toMatchObject([{ code: 'RB7114', count: 1, examples: ['X 2024-01-03'] }]);
  });

  it.each(['adjust divisor', 'adjust shares'] as const)('needs a price to %s', (effect) => {
    expect(() => run({ 'spin-off': does({ effect }) }, late)).toThrow(
      /RB7404: the spin-off of `A` on 2024-01-03 has no price, and there is no close of a new line/,
    );
    expect(run({ 'spin-off': does({ effect }) }, priced).price).toEqual([100, 100, 100, 100]);
  });
});

describe('a suspended line that has closes all the same', () => {
  const suspended: Given = {
    close: { A: [100, 100, 90], B: [100] },
    units: { A: 100, B: 100 },
    actions: [{ line: 'A', kind: 'suspension' }],
    parts: { ...reviewed('2024-01-05'), ...byCap },
    to: '2024-01-08',
  };

  it('has index shares by the close that its value was read with, and is held at its last price before', () => {
    const { price, reviews } = run({ suspension: does({ effect: 'hold' }) }, suspended);
    // 100 × 90 ÷ 90; of the weights before limits 9,000 of 19,000.
    expect(reviews[1]!.basket.map((row) => [row.indexShares, row.weight])).toEqual([
      ['100.000000000', '0.473684210526'],
      ['100.000000000', '0.526315789474'],
    ]);
    expect(new Set(price)).toEqual(new Set([100]));
  });

  it('has an equal weight at the price that it is held at', () => {
    const equally: Partial<Plan> = {
      weightings: [{ ...rule('same'), of: 'line', method: 'equally', notional: expr(2000) }],
    };
    const { reviews } = run(
      { suspension: does({ effect: 'hold' }) },
      { ...suspended, parts: { ...suspended.parts, ...equally } },
    );
    expect(reviews[1]!.basket.map((row) => Number(row.indexShares))).toEqual([10, 10]);
  });
});

describe('actions of days on which the index was closed', () => {
  // The 3rd is no day of the index: a dividend of 20 on it, and a split two for one on the 4th, make 100 to 40.
  const closed = (kind: 'cash_dividend' | 'special_dividend'): Given => ({
    close: { A: [100, 100, 80, 40], B: [100] },
    actions: [
      { line: 'A', kind, amount: 20 },
      { line: 'A', exDate: '2024-01-04', kind: 'split', ratio: 2 },
    ],
    parts: { index: { id: 'IDX', name: 'Index', currency: 'USD', calendar: { op: 'calendar', mic: 'OWN' } } },
    market: {
      calendars: { OWN: ['2023-12-29', '2024-01-01', '2024-01-02', '2024-01-04', '2024-01-05', '2024-01-08'] },
    },
  });

  it('are taken in the order of their dates', () => {
    const { price } = run(
      { 'special dividend': does({ effect: 'adjust divisor' }), split: does({ effect: 'adjust shares' }) },
      closed('special_dividend'),
    );
    expect(price).toEqual([100, 100]);
  });

  it.each(['adjust shares', 'adjust divisor'] as const)(
    'a dividend is paid on the shares of its date (split: %s)',
    (effect) => {
      const { price, total, net } = run(
        { 'cash dividend': does({ effect: 'reinvest' }), split: does({ effect }) },
        closed('cash_dividend'),
      );
      // Two of 40 beside 100 with 20 paid, of 200; or one of 40, which is half of one before, with 10 paid, of 150.
      const by = effect === 'adjust shares' ? [90, 100, 97] : [93.333333, 100, 98];
      expect([price[1], total[1], net[1]]).toEqual(by);
    },
  );
});

describe('net return pays tax on dividends that are adjusted for', () => {
  it.each([
    ['special dividend', 'adjust divisor'],
    ['special dividend', 'adjust shares'],
    ['cash dividend', 'adjust divisor'],
  ] as const)('a %s, %s', (on, effect) => {
    // 20 of 200 are paid, of which 30 percent are lost: 194 of 200.
    const kind = on === 'cash dividend' ? 'cash_dividend' : 'special_dividend';
    const { price, total, net } = run(
      { [on]: does({ effect }) },
      { close: { A: [100, 100, 80], B: [100] }, actions: [{ line: 'A', kind, amount: 20 }] },
    );
    expect(new Set([...price, ...total])).toEqual(new Set([100]));
    expect(net).toEqual([100, 97, 97]);
  });

  it('also of who comes in that morning', () => {
    // E for B, and A stays: 20 of 200.
    const { net } = run(
      { 'special dividend': does({ effect: 'adjust divisor' }) },
      {
        close: { A: [100], B: [100], E: [100, 100, 100, 100, 80] },
        outside: { E: '2024-01-03' },
        leaves: { B: '2024-01-03' },
        actions: [{ line: 'E', exDate: '2024-01-05', kind: 'special_dividend', amount: 20 }],
        parts: reviewed('2024-01-05'),
        to: '2024-01-08',
      },
    );
    expect(net).toEqual([100, 100, 100, 97, 97]);
  });

  it('not of who goes', () => {
    const { net } = run(
      { 'special dividend': does({ effect: 'adjust divisor' }) },
      {
        close: { A: [100], B: [100, 100, 100, 100, 80] },
        leaves: { B: '2024-01-03' },
        actions: [{ line: 'B', exDate: '2024-01-05', kind: 'special_dividend', amount: 20 }],
        parts: reviewed('2024-01-05'),
        to: '2024-01-08',
      },
    );
    expect(new Set(net)).toEqual(new Set([100]));
  });
});
