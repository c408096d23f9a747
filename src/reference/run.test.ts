import { describe, expect, it } from 'vitest';
import {
  compare,
  constituent,
  expr,
  field,
  ifElse,
  multiply,
  num,
  over,
  round,
} from '../../test/support/expressions.ts';
import { heldIndex } from '../../test/support/held-index.ts';
import { oneLevel, onDates, oneUniverse, plan, rule } from '../../test/support/plan-builder.ts';
import { tinyMarket } from '../../test/support/tiny-market.ts';
import { referenceReview } from './reference-review.ts';
import { referenceRun } from './reference-run.ts';

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'];
const always = (price: number) => DAYS.map(() => price);

describe('Nikkei 225', () => {
  it('swaps a stock of 400 for one of 1000: the divisor goes from 3 to 4, the level stays at 600', () => {
    const market = tinyMarket({
      days: DAYS,
      lines: ['A', 'B', 'C', 'D'],
      close: { A: always(400), B: always(500), C: always(900), D: always(1000) },
      fields: {
        units: { values: { A: 1, B: 1, C: 1, D: 1 } },
        in: {
          values: {
            A: [
              { from: '2023-01-01', value: true },
              { from: '2024-01-03', value: false },
            ],
            B: true,
            C: true,
            D: [
              { from: '2023-01-01', value: false },
              { from: '2024-01-03', value: true },
            ],
          },
        },
      },
    });
    const swapped = heldIndex(
      {},
      {
        events: [
          ...onDates('start', { '2024-01-02': '2024-01-01' }),
          ...onDates('swap', { '2024-01-04': '2024-01-03' }),
        ],
        level: oneLevel({
          base: { value: '600', date: '2024-01-01' },
          divisor: '3',
          variants: [{ kind: 'price' }],
          roundLevel: { decimals: 2, mode: 'half up' },
        }),
      },
    );
    const run = referenceRun(swapped, market, { from: '2024-01-01', to: '2024-01-05' });
    expect(run.divisors).toEqual([
      { date: '2024-01-02', divisor: '3', cause: 'start' },
      { date: '2024-01-04', divisor: '4', cause: 'swap' },
    ]);
    expect(run.levels.map((row) => row.price)).toEqual(['600.00', '600.00', '600.00', '600.00']);
    expect(run.reviews[1]).toMatchObject({ additions: ['D'], deletions: ['A'] });
  });

  it.each([
    [10, 0.1, '1.00000000000'],
    [3, 0.5, '1.50000000000'],
    [3, 0.1, '0.300000000000'],
    [4, 2, '8.00000000000'],
    [4, 1, '4.00000000000'],
    [3, 0.8, '2.40000000000'],
    [3, 2, '6.00000000000'],
    [2, 0.2, '0.400000000000'],
    [5, 0.1, '0.500000000000'],
  ])(
    'a split %i for one between reference and effective date takes the adjustment factor of %f to %s',
    (ratio, factor, after) => {
      const market = tinyMarket({
        days: DAYS,
        lines: ['A'],
        close: { A: [900, 900, 900 / ratio, 900 / ratio, 900 / ratio] },
        fields: { units: { values: { A: factor } }, in: { values: { A: true } } },
        actions: [{ line: 'A', exDate: '2024-01-03', kind: 'split', ratio }],
      });
      const events = [
        ...onDates('start', { '2024-01-02': '2024-01-01' }),
        ...onDates('again', { '2024-01-04': '2024-01-02' }),
        ...onDates('last', { '2024-01-05': '2024-01-04' }),
      ];
      // The last event only shows what is held: it does not weight anew.
      const held = heldIndex({ split: [{ effect: 'adjust shares' }] }, { events });
      held.weightings[0]!.at = ['start', 'again'];
      held.selections[0]!.at = ['start', 'again'];
      const run = referenceRun(held, market, { from: '2024-01-01', to: '2024-01-05' });
      expect(run.reviews[2]!.basket[0]!.indexShares).toBe(after);
      expect(run.divisors).toHaveLength(1);
      expect(new Set(run.levels.map((row) => row.price))).toEqual(new Set(['100.000000']));
    },
  );

  it('weighs a price of 6,680 at factor 0.1 in 29,570.57 × 28.373 at 0.0796 %', () => {
    const rest = 29_570.57 * 28.373 - 668;
    const market = tinyMarket({
      days: DAYS,
      lines: ['A', 'rest'],
      close: { A: always(6680), rest: always(rest) },
      fields: { units: { values: { A: 0.1, rest: 1 } }, in: { values: { A: true, rest: true } } },
    });
    const { basket } = referenceReview(heldIndex({}), market, { on: '2024-01-02' });
    expect((Number(basket[0]!.weight) * 100).toFixed(4)).toBe('0.0796');
  });
});

/** The index shares of lines held at a value each, as the market has it in `x`. */
function sharesOf(values: Record<string, number>, value: Parameters<typeof multiply>[0]) {
  const market = tinyMarket({
    days: DAYS,
    lines: Object.keys(values),
    close: Object.fromEntries(Object.keys(values).map((id) => [id, always(1)])),
    fields: { x: { values } },
  });
  const p = plan({
    selections: [{ ...rule('all'), set: 'constituents', of: 'line', tiers: [{ ...rule('take'), action: 'take' }] }],
    weightings: [
      {
        ...rule('hold'),
        of: 'line',
        method: 'hold',
        value: expr(value),
        roundShares: { decimals: 5, mode: 'half up' },
      },
    ],
    events: onDates('review', { '2024-01-02': '2024-01-01' }),
  });
  const { basket } = referenceReview(p, market, { on: '2024-01-02' });
  return basket.map((row) => row.indexShares);
}

describe('TOPIX: free float rounded up to the next 0.05', () => {
  it('leaves an exact multiple where it is', () => {
    expect(sharesOf({ a: 0.5312, b: 0.55, c: 0.5501, d: 0.6999 }, round('up', field('x'), num('0.05')))).toEqual([
      '0.55000',
      '0.55000',
      '0.60000',
      '0.70000',
    ]);
  });

  it('and times 0.75 where liquidity is low gives the published factors', () => {
    const raw = { a: 0.38, b: 0.5301, c: 0.7, d: 0.56, e: 0.3101, f: 0.3, g: 0.4999, h: 0.45, i: 0.2004, j: 0.61 };
    expect(sharesOf(raw, multiply(round('up', field('x'), num('0.05')), num('0.75')))).toEqual(
      '0.30000 0.41250 0.52500 0.45000 0.26250 0.22500 0.37500 0.33750 0.18750 0.48750'.split(' '),
    );
  });
});

it('MSCI Quality: a score of 1 + z above zero and 1 ÷ (1 − z) below', () => {
  const z = field('x');
  const one = num('1');
  const arithmetic = (operator: '+' | '-' | '/', left: typeof z, right: typeof z) =>
    ({ domain: 'line', type: 'number', op: 'arithmetic', operator, left, right }) as const;
  const score = ifElse(compare(z, '>', 0), arithmetic('+', one, z), arithmetic('/', one, arithmetic('-', one, z)));
  expect(sharesOf({ a: 0.5, b: -0.5 }, score)).toEqual(['1.50000', '0.66667']);
});

describe('the level', () => {
  const market = tinyMarket({
    days: DAYS,
    lines: [{ line: 'A', currency: 'EUR' }],
    close: { A: [10, 11, 12, null, 14] },
    fields: { units: { values: { A: 1 } }, in: { values: { A: true } } },
    fx: [{ base: 'EUR', quote: 'USD', rates: { '2024-01-01': 1, '2024-01-03': 1.5 } }],
  });
  const level = (date: string) => ({
    base: { value: '100', date },
    variants: [{ kind: 'price' as const }],
    roundLevel: { decimals: 2, mode: 'half up' as const },
  });

  it('is the base value at the base date, converts at the day’s rate and carries a missing price', () => {
    const run = referenceRun(heldIndex({}, { level: oneLevel(level('2024-01-02')) }), market, {
      from: '2000-01-01',
      to: '2024-01-05',
    });
    expect(run.levels.map((row) => [row.date, row.price])).toEqual([
      ['2024-01-02', '100.00'],
      ['2024-01-03', '163.64'],
      ['2024-01-04', '163.64'],
      ['2024-01-05', '190.91'],
    ]);
    expect(run.warnings).toEqual([]);
  });

  it('goes on from the published level when the run begins later, or says that it cannot', () => {
    const p = heldIndex({}, { level: oneLevel(level('2020-01-01')) });
    const from = { from: '2024-01-02', to: '2024-01-02' };
    const alone = referenceRun(p, market, from);
    expect(alone.levels).toEqual([{ date: '2024-01-02', price: '110.00' }]);
    expect(alone.warnings).toMatchObject([{ code: 'RB7103', count: 1 }]);
    const levels = [
      { index: 'IDX', variant: 'price_return' as const, days: Int32Array.of(19_723), values: Float64Array.of(200) },
    ];
    const known = referenceRun(p, { ...market, levels }, from);
    expect(known.levels).toEqual([{ date: '2024-01-02', price: '220.00' }]);
    expect(known.warnings).toEqual([]);
  });

  it('is computed with the divisor as it is published', () => {
    const rounded = { ...level('2024-01-01'), roundDivisor: { decimals: 1, mode: 'down' as const } };
    const cheap = { ...market, fx: [], currencyOf: ['USD'] };
    const p = heldIndex({}, { level: oneLevel({ ...rounded, base: { value: '30', date: '2024-01-01' } }) });
    const run = referenceRun(p, cheap, { from: '2024-01-01', to: '2024-01-02' });
    // 10 ÷ 30 is 0.3, and 11 ÷ 0.3 is 36.67 where 11 ÷ 0.333… would be 33.
    expect(run.divisors[0]!.divisor).toBe('0.3');
    expect(run.levels[0]!.price).toBe('36.67');
  });
});

describe('between reviews', () => {
  const three = {
    days: DAYS,
    lines: ['A', 'B', 'C', 'D'],
    close: { A: always(50), B: always(40), C: always(30), D: always(20) },
    actions: [{ line: 'A', exDate: '2024-01-04', kind: 'delisting' as const }],
  };
  const ranked = (
    method: Partial<ReturnType<typeof plan>['weightings'][0]>,
    by: 'highest ranked newcomer' | 'nobody' | 'entrant takes weight of leaver',
  ) =>
    plan({
      rankings: [
        {
          ...rule('by_close'),
          of: 'line',
          keys: [{ value: field('close'), order: 'largest first' }],
          remembered: false,
        },
      ],
      selections: [
        {
          ...rule('best'),
          set: 'constituents',
          of: 'line',
          ranking: 'by_close',
          tiers: [{ ...rule('two'), action: 'take', upTo: expr(2) }],
        },
      ],
      weightings: [{ ...rule('weights'), of: 'line', method: 'hold', value: expr(1), ...method }],
      events: onDates('review', { '2024-01-02': '2024-01-01' }),
      policies: [
        { ...rule('delisted'), on: 'delisting', effects: [{ effect: 'remove', at: 'last price' }] },
        { ...rule('gone'), on: 'deletion', effects: [{ effect: 'replace', by }] },
      ],
    });
  const end = (p: ReturnType<typeof plan>) => {
    p.events.push(...onDates('show', { '2024-01-05': '2024-01-04' }));
    for (const step of [p.selections[0]!, p.weightings[0]!]) step.at = ['review'];
    const run = referenceRun(p, tinyMarket(three), { from: '2024-01-01', to: '2024-01-05' });
    expect(new Set(run.levels.map((row) => row.price))).toEqual(new Set(['100.00']));
    return Object.fromEntries(run.reviews[1]!.basket.map((row) => [row.line, Number(row.indexShares)]));
  };

  it('the highest ranked newcomer replaces who leaves, as the weighting has it', () => {
    expect(end(ranked({}, 'highest ranked newcomer'))).toEqual({ B: 1, C: 1 });
    expect(end(ranked({ method: 'by', value: field('close') }, 'highest ranked newcomer'))).toEqual({ B: 1, C: 1 });
    // Equal halves of what the basket was worth before: 90 ÷ 2 ÷ 30.
    const equal = ranked({ method: 'equally', notional: expr(90) }, 'highest ranked newcomer');
    delete equal.weightings[0]!.value;
    expect(end(equal)).toEqual({ B: 1.125, C: 1.5 });
  });

  it('or with the weight of the leaver, or nobody does', () => {
    expect(end(ranked({}, 'entrant takes weight of leaver')).C).toBeCloseTo(50 / 30, 10);
    expect(end(ranked({}, 'nobody'))).toEqual({ B: 1 });
  });

  it('an index that derives from another follows its changes', () => {
    const market = tinyMarket({
      ...three,
      actions: [],
      constituents: [
        { index: 'PARENT', line: 'A', from: '2023-01-01', until: '2024-01-04' },
        { index: 'PARENT', line: 'B', from: '2023-01-01' },
        { index: 'PARENT', line: 'C', from: '2024-01-04' },
      ],
    });
    const p = plan({
      universe: oneUniverse({ where: constituent('line', 'PARENT') }),
      selections: [
        {
          ...rule('all'),
          set: 'constituents',
          of: 'company',
          tiers: [{ ...rule('take'), action: 'take' }],
          at: ['review'],
        },
      ],
      weightings: [{ ...rule('equal'), of: 'company', method: 'equally', notional: expr(100), at: ['review'] }],
      events: [
        ...onDates('review', { '2024-01-02': '2024-01-01' }),
        ...onDates('show', { '2024-01-05': '2024-01-04' }),
      ],
      policies: [
        {
          ...rule('parent'),
          on: 'parent change',
          effects: [{ effect: 'replace', by: 'entrant takes weight of leaver' }],
        },
      ],
    });
    const run = referenceRun(p, market, { from: '2024-01-01', to: '2024-01-05' });
    expect(run.reviews[1]!.basket.map((row) => [row.line, row.weight])).toEqual([
      ['B', '0.500000000000'],
      ['C', '0.500000000000'],
    ]);
    expect(run.changes.map((c) => [c.date, c.kind, c.line])).toEqual([
      ['2024-01-04', 'removed', 'A'],
      ['2024-01-04', 'added', 'C'],
    ]);
  });
});

describe('a company over its lines', () => {
  const market = tinyMarket({
    days: DAYS,
    lines: [{ line: 'G1', company: 'G' }, { line: 'G2', company: 'G' }, 'H'],
    close: { G1: always(10), G2: always(20), H: always(5) },
    fields: { cap: { values: { G1: 300, G2: 100, H: 200 } } },
  });
  const of = (weighting: Partial<ReturnType<typeof plan>['weightings'][0]>) =>
    plan({
      measures: [
        { ...rule('company_cap'), domain: 'company', value: over('sum', field('cap'), 'company'), remembered: false },
      ],
      selections: [
        { ...rule('all'), set: 'constituents', of: 'company', tiers: [{ ...rule('take'), action: 'take' }] },
      ],
      weightings: [
        { ...rule('w'), of: 'company', method: 'equally', splitBy: field('cap'), notional: expr(1000), ...weighting },
      ],
      events: onDates('review', { '2024-01-02': '2024-01-01' }),
    });
  const rows = (p: ReturnType<typeof plan>) =>
    referenceReview(p, market, { on: '2024-01-02' }).basket.map((row) => [
      row.line,
      Number(row.weight),
      Number(row.indexShares),
    ]);

  it('shares an equal weight by the measure that splits it', () => {
    expect(rows(of({}))).toEqual([
      ['G1', 0.375, 37.5],
      ['G2', 0.125, 6.25],
      ['H', 0.5, 100],
    ]);
  });

  it('or one in proportion to the company', () => {
    const value = { domain: 'company', type: 'number', op: 'measure', measure: 'company_cap' } as const;
    expect(rows(of({ method: 'by', value })).map((row) => row[1])).toEqual(
      [0.5, 1 / 6, 1 / 3].map((w) => Number(w.toFixed(12))),
    );
  });

  it('a missing value is an error that names the company', () => {
    const value = multiply(field('cap'), -1);
    expect(() => rows(of({ of: 'line', method: 'by', value }))).toThrow(/RB7202: `G1` has the value -300/);
  });
});

it('an event that only weights, where there is nobody yet, leaves things as they are', () => {
  const market = tinyMarket({
    days: DAYS,
    lines: ['A'],
    close: { A: always(10) },
    fields: { units: { values: { A: 1 } }, in: { values: { A: true } } },
  });
  const events = [
    ...onDates('early', { '2024-01-02': '2024-01-01' }),
    ...onDates('start', { '2024-01-03': '2024-01-02' }),
  ];
  const p = heldIndex({}, { events });
  p.selections[0]!.at = ['start'];
  const run = referenceRun(p, market, { from: '2024-01-01', to: '2024-01-03' });
  expect(run.reviews.map((review) => review.basket.length)).toEqual([0, 1]);
  expect(run.levels.map((row) => row.date)).toEqual(['2024-01-03']);
});
