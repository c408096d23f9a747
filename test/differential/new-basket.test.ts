import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import { compare, expr, field } from '../support/expressions.ts';
import { onDates, rule } from '../support/plan-builder.ts';
import { byCap, does, type Given, reviewed, run, selected } from './held-run.ts';

describe('a line that comes in on the day that something happens to it', () => {
  const flat = [100, 100, 100, 100];

  it('has the price of the close before, less its dividend, at its first review', () => {
    const { price } = run(
      { 'special dividend': does({ effect: 'adjust divisor' }) },
      {
        close: { A: [100, 80], B: [100] },
        actions: [{ line: 'A', exDate: '2024-01-02', kind: 'special_dividend', amount: 20 }],
      },
    );
    expect(new Set(price)).toEqual(new Set([100]));
  });

  it.each(['special dividend', 'cash dividend'] as const)('or at a later one (%s)', (on) => {
    const kind = on === 'cash dividend' ? 'cash_dividend' : 'special_dividend';
    const { price, divisors } = run(
      { [on]: does({ effect: 'adjust divisor' }) },
      {
        close: { A: flat, B: flat, E: [...flat, 80] },
        outside: { E: '2024-01-03' },
        actions: [{ line: 'E', exDate: '2024-01-05', kind, amount: 20 }],
        parts: reviewed('2024-01-05'),
        to: '2024-01-08',
      },
    );
    expect(new Set(price)).toEqual(new Set([100]));
    expect(Number(divisors[1]!.divisor)).toBeCloseTo(2.8, 12);
  });

  it('brings what was spun off into it by another line at its value', () => {
    // A 100 and B 50 become A 45 and two of E, one at 50 and one at 55, and these 45 and 110.
    const { price } = run(
      { 'spin-off': does({ effect: 'add child', untilNextReview: false }) },
      {
        close: { A: [...flat, 45], B: [50], E: [50, 50, 50, 50, 55] },
        outside: { E: '2024-01-03' },
        actions: [{ line: 'A', exDate: '2024-01-05', kind: 'spin_off', ratio: 1, other: 'E' }],
        parts: reviewed('2024-01-05'),
        to: '2024-01-08',
        leaves: { B: '2024-01-03' },
      },
    );
    expect(price.slice(2)).toEqual([100, 103.333333, 103.333333]);
  });

  it('has none of the close before on the first day of the market data', () => {
    const { price } = run(
      { split: does({ effect: 'adjust shares' }) },
      {
        close: { A: [100, 50], B: [100, 150] },
        actions: [{ line: 'A', exDate: '2024-01-01', kind: 'split', ratio: 2 }],
        parts: { events: onDates('start', { '2024-01-01': '2024-01-01' }) },
      },
    );
    expect(new Set(price)).toEqual(new Set([100]));
  });

  it('has the price of the close before as a split makes it, where its shares are of that day', () => {
    const { price } = run(
      { split: does({ effect: 'adjust shares' }) },
      {
        close: { A: [100, 50], B: [100] },
        actions: [{ line: 'A', exDate: '2024-01-02', kind: 'split', ratio: 2 }],
        parts: { events: onDates('start', { '2024-01-02': '2024-01-02' }) },
      },
    );
    expect(new Set(price)).toEqual(new Set([100]));
  });
});

describe('between reference and effective date the new basket is treated as the old one', () => {
  const between = { exDate: '2024-01-04' };

  it('a change of shares at once stays', () => {
    // 150 of A from the 4th on, beside 100 of B; on the 8th A rises by a tenth.
    const { price } = run(
      { 'share change': does({ effect: 'update', when: 'at once' }) },
      {
        close: { A: [100, 100, 100, 100, 100, 110], B: [100] },
        units: { A: 100, B: 100 },
        actions: [{ line: 'A', ...between, kind: 'share_change', value: 150, ratio: 1.5 }],
        parts: { ...reviewed('2024-01-05'), ...byCap },
        to: '2024-01-08',
      },
    );
    expect(price).toEqual([100, 100, 100, 100, 106]);
  });

  it('who was bought for shares is in its buyer', () => {
    // A became B on the 4th: 200 of B beside 100 of C; on the 8th B rises by a tenth.
    const { price } = run(
      { 'stock merger': does({ effect: 'convert' }) },
      {
        close: { A: [100], B: [100, 100, 100, 100, 100, 110], C: [100] },
        units: { A: 100, B: 100, C: 100 },
        actions: [{ line: 'A', ...between, kind: 'merger_stock', ratio: 1, other: 'B' }],
        parts: { ...reviewed('2024-01-05'), ...byCap },
        to: '2024-01-08',
      },
    );
    expect(price).toEqual([100, 100, 100, 100, 106.666667]);
  });

  it('shares that a dividend bought are held', () => {
    // 100 less 20: 1.25 shares of 80 beside 100 of B; on the 8th A rises by a tenth.
    const { price } = run(
      { 'special dividend': does({ effect: 'adjust shares' }) },
      {
        close: { A: [100, 100, 100, 80, 80, 88], B: [100] },
        actions: [{ line: 'A', ...between, kind: 'special_dividend', amount: 20 }],
        parts: reviewed('2024-01-05'),
        to: '2024-01-08',
      },
    );
    expect(price).toEqual([100, 100, 100, 100, 105]);
  });
});

describe('a line of a new basket that leaves before it takes effect', () => {
  // A leaves on the 4th; the basket of the 3rd takes effect on the 5th.
  const leaving = (weighting: Partial<Plan>): Given => ({
    close: { A: [100], B: [100], E: [100, 100, 100, 100, 100, 200] },
    units: { A: 10, B: 9, E: 1 },
    actions: [{ line: 'A', exDate: '2024-01-04', kind: 'merger_cash', amount: 100 }],
    parts: { ...reviewed('2024-01-05'), ...selected, ...weighting },
    to: '2024-01-08',
  });
  const merged = (by: 'highest ranked newcomer' | 'nobody' | 'entrant takes weight of leaver') => ({
    'cash merger': does({ effect: 'remove', at: 'terms' }, { effect: 'replace', by }),
  });
  const equally: Partial<Plan> = {
    weightings: [{ ...rule('same'), of: 'line', method: 'equally', notional: expr(1000) }],
  };

  it('is replaced as the policy says, from the ranking of the review', () => {
    const { price, changes, reviews, warnings } = run(merged('highest ranked newcomer'), leaving(byCap));
    expect(reviews[1]!.basket.map((row) => row.line)).toEqual(['A', 'B']);
    expect(reviews[1]!.gone).toEqual(['A']);
    expect(changes.map(({ date, kind, line }) => `${date} ${kind} ${line}`)).toEqual([
      '2024-01-04 cash merger A',
      '2024-01-04 removed A',
      '2024-01-04 added E',
      '2024-01-05 added E',
    ]);
    // 9 of B and 1 of E, which doubles.
    expect(price).toEqual([100, 100, 100, 100, 110]);
    expect(warnings).toEqual([]);
  });

  it('by the weight that the weighting gives', () => {
    expect(run(merged('highest ranked newcomer'), leaving(equally)).price.at(-1)).toBe(150);
  });

  it('or by its own', () => {
    // 1,000 of E beside 900 of B.
    const { price } = run(merged('entrant takes weight of leaver'), leaving(byCap));
    expect(price.at(-1)).toBe(152.631579);
  });

  it('or by nobody, where that is meant', () => {
    const { price, warnings } = run(merged('nobody'), leaving(byCap));
    expect(new Set(price)).toEqual(new Set([100]));
    expect(warnings).toEqual([]);
  });

  it('or else the run says that nobody came', () => {
    const { A, B } = leaving(byCap).close;
    const alone = run(merged('highest ranked newcomer'), { ...leaving(byCap), close: { A: A!, B: B! } });
    expect(alone.warnings).toMatchObject([
      { code: 'RB7108', examples: ['A 2024-01-04'] },
      { code: 'RB7111', count: 1, examples: ['A 2024-01-05'] },
    ]);
    const untold = run({ 'cash merger': does({ effect: 'remove', at: 'terms' }) }, leaving(byCap));
    expect(untold.warnings).toMatchObject([{ code: 'RB7111', examples: ['A 2024-01-05'] }]);
  });

  it('on the very day, too', () => {
    const given = leaving(byCap);
    const { price, changes } = run(merged('highest ranked newcomer'), {
      ...given,
      actions: [{ ...given.actions[0]!, exDate: '2024-01-05' }],
    });
    expect(changes.filter(({ kind }) => kind === 'added')).toHaveLength(1);
    expect(price).toEqual([100, 100, 100, 100, 110]);
  });
});

it('who comes in for a leaver is of the latest selection that has a ranking', () => {
  // F comes in on the 4th by an event that only adds; for A, which leaves on the 5th, E does.
  const [members] = selected.selections!;
  const adds: Plan['selections'][number] = {
    ...rule('adds'),
    set: 'constituents',
    of: 'line',
    at: ['review'],
    tiers: [
      { ...rule('stay'), action: 'keep' },
      { ...rule('new'), action: 'take', where: compare(field('in', 'line', 'yes/no'), 'is', true) },
    ],
  };
  const { changes, reviews } = run(
    { 'cash merger': does({ effect: 'remove', at: 'terms' }, { effect: 'replace', by: 'highest ranked newcomer' }) },
    {
      close: { A: [100], B: [100], E: [100], F: [100] },
      units: { A: 10, B: 9, E: 2, F: 1 },
      outside: { E: undefined, F: '2024-01-03' },
      actions: [{ line: 'A', exDate: '2024-01-05', kind: 'merger_cash', amount: 100 }],
      parts: { ...reviewed('2024-01-04'), ...selected, selections: [{ ...members!, at: ['start'] }, adds] },
      to: '2024-01-05',
    },
  );
  expect(reviews[1]!.basket.map((row) => row.line)).toEqual(['A', 'B', 'F']);
  expect(changes.filter(({ kind }) => kind === 'added').map(({ line }) => line)).toEqual(['E']);
});
