import { expect, test } from 'vitest';
import { planOf, smallRulebook } from '../../test/support/plan-of.ts';
import { canonicalJson } from './canonical-json.ts';
import type { PlanExpression } from './expression.ts';

const fields = `fields
  close of line: USD per share
  price of line: currency per share
  volume of line: shares
  float of line: ratio
  type of line: text
  active of line: yes/no
  listed_on of line: date
  cap of company: USD

rankings
  size: companies by cap, largest first, then by company

`;
const measure = (words: string): PlanExpression =>
  planOf(smallRulebook(`${fields}measures\n  m = ${words}\n`)).measures.find((m) => m.name === 'm')!.value;
const screen = (words: string): PlanExpression =>
  planOf(smallRulebook(`${fields}eligibility of lines\n  s: require ${words}\n`)).screens[0]!.everyone!;

test('literals lose scale and unit, and keep how they were written', () => {
  expect(screen('close >= 5 million USD per share')).toEqual({
    domain: 'line',
    type: 'yes/no',
    op: 'compare',
    operator: '>=',
    left: { domain: 'line', type: 'number', op: 'field', field: 'close' },
    right: { domain: 'all', type: 'number', op: 'number', value: '5000000', written: '5 million USD per share' },
  });
  const right = (e: PlanExpression) => (e.op === 'compare' && e.right.op === 'number' ? e.right.value : undefined);
  expect(right(screen('float <= 24%'))).toBe('0.24');
  expect(right(screen('float - previous float <= 2.5 points'))).toBe('0.025');
  expect(right(screen('full months since listed_on >= 2 years'))).toBe('24');
  expect(right(screen('calendar days since listed_on >= 2 weeks'))).toBe('14');
});

test('`between` is two comparisons', () => {
  const between = screen('float between 10% and 20%');
  const both = screen('float >= 10% and float <= 20%');
  expect(between).toEqual(both);
});

test('likeness of conditions is said in and, or, not', () => {
  expect(screen('active is yes')).toEqual(screen('active'));
  expect(screen('active is no')).toEqual(screen('not active'));
  expect(screen('active is not (float > 1%)').op).toBe('or');
});

test('a conversion names the currency it is from, unless that is the own one of each line', () => {
  expect(measure('close in EUR')).toMatchObject({ op: 'convert', from: 'USD', to: 'EUR' });
  expect(measure('price in EUR')).not.toHaveProperty('from');
  expect(measure('close in USD')).toMatchObject({ op: 'field', field: 'close' });
});

test.each([
  ['close * volume', 'line'],
  ['sum of close * volume over company', 'company'],
  ['cap - sum of close * volume over company', 'company'],
  ['cap * float', 'line'],
  ['sum of cap over universe', 'all'],
  ['rank in size', 'company'],
  ['value of cap at rank 10 in size', 'all'],
  ['average of close over 3 months', 'line'],
  ['1 + 2', 'all'],
  ['if constituent then cap else 2 * cap', 'company'],
  ['if constituent then close else 2 * close', 'line'],
])('%s has a value for each %s', (words, domain) => {
  expect(measure(words).domain).toBe(domain);
});

test('`previous` makes measures and rankings remembered, and gives other values a measure of their own', () => {
  const plan = planOf(
    smallRulebook(
      `${fields}measures\n  a = cap * 2\n  b = previous a + previous (cap * 3)\n  c = previous rank in size\n`,
    ),
  );
  expect(plan.measures.map((m) => [m.name, m.remembered])).toEqual([
    ['a', true],
    ['b', false],
    ['c', false],
    ['(cap * 3)', true],
  ]);
  expect(plan.rankings.map((r) => r.remembered)).toEqual([true]);
});

test('the period of a section bounds that of its rules', () => {
  const plan = planOf(
    smallRulebook(
      `${fields}eligibility of lines  from 2020-01-01 until 2022-12-31\n  a: require float > 1%  until 2021-12-31\n  b: require float > 1%  from 2019-01-01\n`,
    ),
  );
  expect(plan.screens.map(({ name, from, until }) => [name, from, until])).toEqual([
    ['a', '2020-01-01', '2021-12-31'],
    ['b', '2020-01-01', '2022-12-31'],
  ]);
});

test('the tax rate is worked out', () => {
  expect(planOf(smallRulebook('')).level.versions[0]?.variants).toEqual([
    { kind: 'price' },
    { kind: 'net', tax: '0.3' },
  ]);
});

test('comments, prose and layout do not change the hash; a rule does', () => {
  const plain = planOf(smallRulebook(`${fields}measures\n  m = cap * 2\n`));
  const dressed = planOf(
    smallRulebook(`# a comment\n${fields}measures\n  # more\n  m = (cap\n      * 2.0)\n    en "Twice the size."\n`),
  );
  const changed = planOf(smallRulebook(`${fields}measures\n  m = cap * 2.1\n`));
  expect(dressed.hash).toBe(plain.hash);
  expect(changed.hash).not.toBe(plain.hash);
  expect(plain.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('canonical JSON has its keys in order', () => {
  expect(canonicalJson({ b: [1, { d: undefined, c: 'x' }], a: null })).toBe('{"a":null,"b":[1,{"c":"x"}]}');
});

test('a thousand measures, each made of the next, are lowered', () => {
  const chain = Array.from({ length: 3000 }, (_, i) => `  m${i} = m${i + 1} + cap\n`).join('');
  const plan = planOf(smallRulebook(`${fields}measures\n${chain}  m3000 = cap\n`));
  expect(plan.measures).toHaveLength(3001);
});
