import { describe, expect, it } from 'vitest';
import {
  add,
  both,
  compare,
  constituent,
  cumulative,
  either,
  expr,
  field,
  member,
  previous,
  rankIn,
  subtract,
} from '../../test/support/expressions.ts';
import { onDates, plan, rule } from '../../test/support/plan-builder.ts';
import { type TinyField, type TinyMarket, tinyMarket } from '../../test/support/tiny-market.ts';
import type { PlanExpression } from '../plan/expression.ts';
import type { Plan, PlanTier } from '../plan/plan.ts';
import { referenceReview } from './reference-review.ts';
import { referenceRun } from './reference-run.ts';

const DAYS = ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'];
const tier = (name: string, parts: Partial<PlanTier> & Pick<PlanTier, 'action'>): PlanTier => ({
  ...rule(name),
  ...parts,
});
const size = field('size');
const line = { domain: 'line', type: 'text', op: 'attribute', attribute: 'line' } as const;

/** A market of lines of a size, some of them published constituents. */
function marketOf(sizes: Record<string, number>, members: string[], more: Partial<TinyMarket> = {}) {
  return tinyMarket({
    days: DAYS,
    lines: Object.keys(sizes),
    close: Object.fromEntries(Object.keys(sizes).map((id) => [id, [10, 10, 10, 10]])),
    constituents: members.map((id) => ({ index: 'IDX', line: id, from: '2023-12-01' })),
    ...more,
    fields: { size: { values: sizes }, ...more.fields },
  });
}

function planOf(tiers: PlanTier[], parts: Partial<Plan> = {}): Plan {
  return plan({
    rankings: [
      {
        ...rule('by_size'),
        of: 'line',
        keys: [
          { value: size, order: 'largest first' },
          { value: line, order: 'smallest first' },
        ],
        remembered: false,
      },
    ],
    selections: [{ ...rule('selection'), set: 'constituents', of: 'line', ranking: 'by_size', tiers }],
    weightings: [{ ...rule('size'), of: 'line', method: 'by', value: size }],
    events: onDates('review', { '2024-01-04': '2024-01-03' }),
    ...parts,
  });
}

const selected = (review: { basket: { line: string }[] }) => review.basket.map((row) => row.line);
const review = (p: Plan, market: ReturnType<typeof tinyMarket>) => referenceReview(p, market, { on: '2024-01-04' });

describe('Russell: bands of 2.5 points of cumulative share around the breakpoint company', () => {
  // The provider's table. What lies before and after it makes the total of 182,500 and the cumulative 154,000 at XYZ.
  const table: [string, number, 1 | 2, 1 | 2][] = [
    ['XYZ', 2115, 1, 1],
    ['ABC', 2105, 2, 1],
    ['Drugstore', 2100, 1, 1],
    ['PYK', 2011, 2, 2],
    ['Z Tech', 2010, 2, 2],
    ['RE Trust', 2000, 2, 2],
    ['Foods', 1995, 1, 1],
    ['PETs', 1950, 2, 2],
    ['RYT', 1923, 1, 2],
  ];
  const sizes = {
    before: 154_000 - 2115,
    ...Object.fromEntries(table.map(([name, cap]) => [name, cap])),
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`after${i}`, (182_500 - 170_094) / 12 + (i - 5.5) / 64]),
    ),
  };
  const percentile = cumulative('share', size, 'by_size');
  // "Before" stands for the 994 largest, so the 1,000th company is the 7th here.
  const breakpoint = {
    domain: 'all',
    type: 'number',
    op: 'at rank',
    value: percentile,
    rank: expr(7),
    ranking: 'by_size',
  } as const;
  const was = (index: string) => constituent('line', index);
  const inLarge = either(
    both(was('R1'), compare(percentile, '<=', add(breakpoint, 0.025))),
    either(
      both(was('R2'), compare(percentile, '<', subtract(breakpoint, 0.025))),
      both(
        { domain: 'line', type: 'yes/no', op: 'not', operand: either(was('R1'), was('R2')) },
        compare(percentile, '<=', breakpoint),
      ),
    ),
  );

  it('gives the provider’s column of new memberships', () => {
    const market = marketOf(sizes, [], {
      constituents: [
        ...table.map(([name, , from]) => ({ index: `R${from}`, line: name, from: '2023-06-01' })),
        { index: 'R1', line: 'before', from: '2023-06-01' },
      ],
    });
    const result = review(planOf([tier('large', { action: 'take', where: inLarge })]), market);
    const large = new Set(selected(result));
    expect(Object.fromEntries(table.map(([name]) => [name, large.has(name) ? 1 : 2]))).toEqual(
      Object.fromEntries(table.map(([name, , , to]) => [name, to])),
    );
  });
});

describe('EURO STOXX: coverage of a group closest to 60 %', () => {
  const coverage = { ...rule('in_group'), of: 'line', remembered: false } as const;
  it.each([
    [
      '65 is nearer than 50, so the third comes in',
      { a: 30, b: 20, c: 15, d: 10, e: 25 / 3, f: 25 / 3 - 0.25, g: 25 / 3 + 0.25 },
      ['a', 'b', 'c'],
    ],
    [
      '52 is nearer than 74, so the third does not',
      { a: 30, b: 22, c: 22 - 1 / 128, d: 10, e: 9, f: 7 + 1 / 128 },
      ['a', 'b'],
    ],
  ])('%s', (_, sizes, expected) => {
    const p = planOf(
      [
        tier('coverage', {
          action: 'take',
          within: 'sector',
          reach: { measure: cumulative('share', size, 'in_group'), mode: 'closest to', target: expr(0.6) },
        }),
      ],
      {
        groups: [{ ...rule('sector'), by: field('sector', 'line', 'text') }],
        rankings: [{ ...coverage, within: 'sector', keys: [{ value: size, order: 'largest first' }] }],
      },
    );
    p.selections[0]!.ranking = 'in_group';
    // A second group with the same sizes is covered on its own.
    const twice = Object.fromEntries(
      Object.entries(sizes).flatMap(([id, s]) => [
        [id, s],
        [`z${id}`, s],
      ]),
    );
    const sector: TinyField = {
      values: Object.fromEntries(Object.keys(twice).map((id) => [id, id[0] === 'z' ? 'Z' : 'A'])),
    };
    const result = review(p, marketOf(twice, [], { fields: { sector } }));
    expect(selected(result)).toEqual([...expected, ...expected.map((id) => `z${id}`)]);
  });

  it.each([
    ['reaches', ['a', 'b', 'c']],
    ['stays below', ['a', 'b']],
  ] as const)('or %s it', (mode, expected) => {
    const tiers = [
      tier('coverage', {
        action: 'take',
        reach: { measure: cumulative('share', size, 'by_size'), mode, target: expr(0.6) },
      }),
    ];
    expect(selected(review(planOf(tiers), marketOf({ a: 30, b: 22, c: 21, d: 20, e: 7 }, [])))).toEqual(expected);
  });
});

describe('FTSE 100: in at 90, out at 111, always 100', () => {
  const sizes = Object.fromEntries(
    Array.from({ length: 130 }, (_, i) => [`n${String(i + 1).padStart(3, '0')}`, 1000 - i]),
  );
  const rank = (n: number) => `n${String(n).padStart(3, '0')}`;
  // Outsiders at ranks 85, 88 and 90; one member at 115; the members are 97 of the first 103 and that one, and two
  // more.
  const outsiders = [85, 88, 90];
  const members = [...Array.from({ length: 102 }, (_, i) => i + 1).filter((n) => !outsiders.includes(n)), 115];
  const result = review(
    planOf(
      [
        tier('promoted', { action: 'take', ranks: { from: 1, to: 90 } }),
        tier('kept', { action: 'keep', ranks: { from: 1, to: 110 } }),
        tier('constant', { action: 'balance', upTo: expr(100) }),
      ],
      {},
    ),
    marketOf(sizes, members.map(rank)),
  );

  it('inserts three, deletes the one at 115 and the two lowest ranked that remain', () => {
    expect(members).toHaveLength(100);
    expect(result.basket).toHaveLength(100);
    expect(result.additions).toEqual(outsiders.map(rank));
    expect(result.deletions).toEqual([rank(101), rank(102), rank(115)]);
  });

  it('or takes the highest ranked others when too many leave', () => {
    const few = members.filter((n) => n < 95);
    const short = review(
      planOf([
        tier('promoted', { action: 'take', ranks: { from: 1, to: 90 } }),
        tier('kept', { action: 'keep', ranks: { from: 1, to: 110 } }),
        tier('constant', { action: 'balance', upTo: expr(100) }),
      ]),
      marketOf(sizes, few.map(rank)),
    );
    expect(short.basket.at(-1)!.line).toBe(rank(100));
    expect(short.deletions).toEqual([]);
  });
});

describe('ranked tiers with memory', () => {
  const tiers = [
    tier('largest', { action: 'take', ranks: { from: 1, to: 2 } }),
    tier('grace', {
      action: 'keep',
      ranks: { from: 3, to: 5 },
      where: compare(previous(rankIn('by_size', 'line')), '<=', 3),
      upTo: expr(4),
    }),
    tier('rest', { action: 'fill', upTo: expr(4) }),
  ];
  it('see the rank of the review before', () => {
    const p = planOf(tiers, { events: onDates('review', { '2024-01-03': '2024-01-02', '2024-01-05': '2024-01-04' }) });
    // At the first review c is 3rd and d 4th; at the second they are 5th and 4th.
    const steps = (first: number, second: number) => [
      { from: '2024-01-01', value: first },
      { from: '2024-01-04', value: second },
    ];
    const market = marketOf({ a: 9, b: 8, c: 7, d: 6, e: 5, f: 4 }, [], {
      fields: {
        size: { values: { a: 9, b: 8, c: steps(7, 5), d: 6, e: steps(5, 7), f: steps(4, 1) } },
      },
    });
    const run = referenceRun(p, market, { from: '2024-01-01', to: '2024-01-05' });
    expect(selected(run.reviews[0]!)).toEqual(['a', 'b', 'c', 'd']);
    // Ranks now: a, b, e, d, c, f. c had rank 3 and stays, d had 4 and has to hope for the last place, which e gets.
    expect(selected(run.reviews[1]!)).toEqual(['a', 'b', 'c', 'e']);
    expect(run.reviews[1]).toMatchObject({ additions: ['e'], deletions: ['d'], incumbents: 'previous review' });
    // Alone, the review finds the same by running the one before for its memory.
    expect(selected(referenceReview(p, market, { on: '2024-01-05' }))).toEqual(['a', 'b', 'c', 'e']);
  });
});

describe('what else tiers do', () => {
  const sizes = { a: 9, b: 8, c: 7, d: 6, e: 5 };

  it('candidates come from a named set, and the best that are left make the reserve', () => {
    const p = planOf([tier('best', { action: 'take', upTo: expr(2) })]);
    p.selections.push({
      ...rule('list'),
      set: 'list',
      of: 'line',
      ranking: 'by_size',
      tiers: [tier('not_largest', { action: 'take', ranks: { from: 2 } })],
    });
    p.selections[0] = { ...p.selections[0]!, candidates: 'list', reserve: 1 };
    p.screens.push({ ...rule('small'), of: 'line', force: 'require', everyone: compare(size, '>', 5) });
    const result = review(p, marketOf(sizes, []));
    expect(selected(result)).toEqual(['b', 'c']);
    expect(result.reserve).toEqual(['d']);
  });

  it('drop takes from the lowest ranked up, and the dropped do not come back', () => {
    const tiers = [
      tier('all', { action: 'take' }),
      tier('out', { action: 'drop', where: compare(size, '<', 8), atMost: expr(2) }),
      tier('again', { action: 'fill', upTo: expr(4) }),
    ];
    expect(selected(review(planOf(tiers), marketOf(sizes, [])))).toEqual(['a', 'b', 'c']);
  });

  it('decisions add and remove, also who is no candidate', () => {
    const p = planOf([tier('best', { action: 'take', upTo: expr(2) }), tier('committee', { action: 'decided' })]);
    p.screens.push({ ...rule('not_e'), of: 'line', force: 'require', everyone: compare(size, '>', 5) });
    const decisions: TinyMarket['decisions'] = [
      { date: '2024-01-04', event: 'review', action: 'add', subject: 'e' },
      { date: '2024-01-04', event: 'committee', action: 'remove', subject: 'a' },
      { date: '2024-01-05', event: 'review', action: 'add', subject: 'd' },
    ];
    expect(selected(review(p, marketOf(sizes, [], { decisions })))).toEqual(['b', 'e']);
    const lost: TinyMarket['decisions'] = [{ date: '2024-01-04', event: 'review', action: 'add', subject: 'x' }];
    expect(() => review(p, marketOf(sizes, [], { decisions: lost }))).toThrow(/RB7206: `x`/);
  });

  it('membership scales the weight; of none at all it is no membership', () => {
    const half: PlanExpression = expr(0.5);
    const p = planOf([
      tier('whole', { action: 'take', ranks: { from: 1, to: 1 } }),
      tier('half', { action: 'take', ranks: { from: 2, to: 2 }, membership: half }),
      tier('none', { action: 'take', membership: expr(0) }),
    ]);
    const result = review(p, marketOf({ a: 8, b: 8, c: 8 }, []));
    expect(result.basket.map((row) => [row.line, row.membership, row.weight])).toEqual([
      ['a', '1', '0.666666666667'],
      ['b', '0.5', '0.333333333333'],
    ]);
  });

  it('equal values need a last key that differs', () => {
    const p = planOf([tier('all', { action: 'take' })]);
    p.rankings[0]!.keys.pop();
    expect(() => review(p, marketOf({ a: 8, b: 8 }, []))).toThrow(/RB7203: `a` and `b` are equal/);
  });

  it('binds constituents and newcomers by conditions of their own', () => {
    const p = planOf([tier('all', { action: 'take' })]);
    p.screens.push({
      ...rule('size'),
      of: 'line',
      force: 'require',
      everyone: compare(size, '>=', 8),
      constituents: compare(size, '>=', 6),
    });
    p.screens.push({ ...rule('fresh'), of: 'line', force: 'require', newcomers: compare(size, '<', 9) });
    expect(selected(review(p, marketOf(sizes, ['d', 'e'])))).toEqual(['b', 'd']);
  });

  it('a named set that an earlier event made is still there', () => {
    const p = planOf([tier('listed', { action: 'take', where: member('list', 'line') })], {
      events: [
        ...onDates('list', { '2024-01-03': '2024-01-02' }),
        ...onDates('review', { '2024-01-04': '2024-01-03' }),
      ],
    });
    p.selections[0]!.at = ['review'];
    p.weightings[0]!.at = ['review'];
    p.selections.push({
      ...rule('list'),
      set: 'list',
      of: 'line',
      ranking: 'by_size',
      at: ['list'],
      tiers: [tier('top', { action: 'take', upTo: expr(3) })],
    });
    expect(selected(review(p, marketOf(sizes, [])))).toEqual(['a', 'b', 'c']);
    const run = referenceRun(p, marketOf(sizes, []), { from: '2024-01-01', to: '2024-01-05' });
    expect(run.reviews.map((r) => [r.id, r.basket.length])).toEqual([
      ['list 2024-01-03', 0],
      ['review 2024-01-04', 3],
    ]);
  });
});
