import { describe, expect, test } from 'vitest';
import type { DecisionRecord, LimitTrace, Review } from '../run/run.ts';
import { readRulebook } from '../syntax/index.ts';
import { tinyMarket } from '../../test/support/tiny-market.ts';
import { explainSecurity } from './explain-security.ts';
import { explanationText } from './explanation-text.ts';
import { findSecurity } from './find-security.ts';
import { limitWords } from './limit-words.ts';
import { rulePlaces } from './rule-place.ts';

const text = `index DEMO "Demo"
  currency USD
  calendar XNYS

sources
  house = "House Methodology", "Us", "2024"
    clause "Size"

eligibility of lines at review
  en "Who may join."
  cite house "Size"
  # what trades
  traded: require volume >= 100 shares,   # a day
    of constituents volume >= 50 shares
  cheap: guideline close < 5 USD per share
    en "Dear shares are reported."

limits on companies at review, until stable, otherwise fail
  single: when any weight > 30%, cap each at 25%
    cite house "Size" because "read so"
`;
const { sourceMap } = readRulebook(text, 'demo.rulebook');
const places = rulePlaces({ file: sourceMap, text: sourceMap });
const place = places.at;

const marks = { bold: same, dim: same, green: same, red: same, yellow: same };
function same(shown: string): string {
  return shown;
}

const cut: LimitTrace = {
  block: 'companies',
  stage: 'single',
  pointer: '/sections/3/rules/0',
  round: 1,
  fired: true,
  observed: '0.4',
  bound: '0.3',
  cohort: ['A', 'B'],
  changes: [
    { item: 'A', before: '0.4', after: '0.25', how: 'fixed' },
    { item: 'B', before: '0.2', after: '0.25', how: 'shared' },
  ],
};
const record: DecisionRecord = {
  review: 'review 2024-03-18',
  of: 'line',
  id: 'A1',
  symbol: 'AAA',
  incumbent: true,
  eligible: true,
  rules: [
    {
      rule: 'traded',
      pointer: '/sections/2/rules/0',
      force: 'require',
      outcome: 'yes',
      compared: [{ left: 'volume (12345)', operator: '>=', right: '50', outcome: 'yes' }],
    },
    { rule: 'cheap', pointer: '/sections/2/rules/1', force: 'guideline', outcome: 'unknown', compared: [] },
  ],
  ranks: { size: 2 },
  tiers: [],
  membership: '1',
};
const review: Review = {
  id: 'review 2024-03-18',
  event: 'review',
  dates: { reference: '2024-02-29', effective: '2024-03-18' },
  incumbents: 'published constituents',
  basket: [
    { line: 'A1', symbol: 'AAA', company: 'A', membership: '1', weight: '0.25', indexShares: '12.5', capFactor: '0.5' },
  ],
  additions: [],
  deletions: ['C'],
  gone: [],
  reserve: ['Z'],
  limits: [cut, { ...cut, round: 2, fired: false, changes: [] }],
  decisions: [
    record,
    { ...record, id: 'C1', symbol: 'CCC', eligible: false, rules: [{ ...record.rules[0]!, outcome: 'no' }] },
  ],
  particulars: [
    {
      line: 'A1',
      universe: [],
      rankings: [
        {
          of: 'line',
          ranking: 'size',
          pointer: '/sections/2/rules/0',
          rank: 2,
          among: 3456,
          where: [],
          keys: [{ by: 'cap', order: 'largest first', value: '1234567' }],
        },
      ],
      steps: [],
    },
    {
      line: 'Z1',
      universe: [{ left: 'listed (2023-01-02 to 2023-12-29)', operator: 'on', right: '2024-02-29', outcome: 'no' }],
      rankings: [],
      steps: [],
    },
  ],
};
const security = { line: 'A1', symbol: 'AAA', company: 'A', name: 'Alpha' };

describe('where a rule stands', () => {
  test('its sentence on one line without comments, its line, and the prose and clause of itself or its section', () => {
    expect(place('/sections/2/rules/0')).toMatchObject({
      rule: 'traded',
      sentence: 'traded: require volume >= 100 shares, of constituents volume >= 50 shares',
      prose: { en: 'Who may join.' },
      cites: [{ title: 'House Methodology', edition: '2024', clause: 'Size' }],
      file: 'demo.rulebook',
      line: 13,
    });
    expect(place('/sections/2/rules/1')).toMatchObject({
      sentence: 'cheap: guideline close < 5 USD per share',
      prose: { en: 'Dear shares are reported.' },
    });
    expect(place('/sections/3/rules/0').cites[0]).toMatchObject({ because: 'read so' });
  });
});

describe('an explanation', () => {
  test('of one that stays: rules with numbers, rank, what each stage did to it, weight', () => {
    const e = explainSecurity(review, security, { index: 'Demo', places });
    expect(e).toMatchObject({ result: 'kept', eligible: true, ranks: { size: 2 }, basket: { weight: '0.25' } });
    expect(e.limits.map((l) => [l.round, l.change?.after])).toEqual([
      [1, '0.25'],
      [2, undefined],
    ]);
    const told = explanationText(e, marks);
    expect(told).toContain('It stays a constituent, at 25.00%.');
    expect(told).toContain('volume (12,345) >= 50: yes');
    expect(told).toContain('guideline: reported, does not decide');
    expect(told).toContain('House Methodology (2024), "Size"; demo.rulebook:13');
    expect(told).toContain('2nd of 3456 in size');
    expect(told).toContain('by cap (1,234,567), largest first');
    expect(told).toContain('single: 40.00% became 25.00%, set by this limit (found 40.00%, bound 30.00%)\n');
    expect(told).toContain('cap factor          0.5');
  });

  test('of one that leaves: the rules it does not meet', () => {
    const e = explainSecurity(review, { line: 'C1', symbol: 'CCC', company: 'C', name: '' }, { index: 'Demo', places });
    expect(e).toMatchObject({ result: 'deleted', selected: false, limits: [] });
    expect(explanationText(e, marks)).toContain('It was a constituent and leaves: it does not meet traded.');
  });

  test('of one on the reserve list, and of one the rules did not look at', () => {
    const e = explainSecurity(review, { line: 'Z1', symbol: 'Z', company: 'Z', name: '' }, { index: 'Demo', places });
    expect(e).toMatchObject({ reserve: 1, result: 'not looked at' });
    const told = explanationText(e, marks);
    expect(told).toContain('The rules did not look at it: it was not listed on 2024-02-29.');
    expect(told).toContain('listed (2023-01-02 to 2023-12-29) on 2024-02-29: no');
  });
});

test('limits in words: what was cut from what to what, and what did not act', () => {
  expect(limitWords(review.limits, (id) => `<${id}>`)).toEqual([
    'companies, single: acted (found 40.00%, bound 30.00%); cut <A> 40.00% to 25.00%.',
  ]);
  const lifted = { item: 'B', before: '0.2', after: '0.25', how: 'fixed' as const };
  expect(limitWords([{ ...cut, changes: [cut.changes[0]!, lifted] }])[0]).toContain(
    'cut A 40.00% to 25.00%; lifted, and held there, B 20.00% to 25.00%.',
  );
  expect(limitWords([{ ...cut, fired: false, changes: [] }])).toEqual([
    'companies, single: did not act (found 40.00%, bound 30.00%).',
  ]);
});

describe('why one that meets the rules is not in', () => {
  const step = { set: 'constituents', tier: 'committee', pointer: '/sections/2/rules/0' };
  const own = { ...record, id: 'X1', symbol: 'XXX', incumbent: true, rules: [], ranks: { size: 4 } };
  const told = (decision: DecisionRecord, more: object = {}) => {
    const one = { ...review, basket: [], decisions: [decision] };
    const named = { line: 'X1', symbol: 'XXX', company: 'X', name: '' };
    return explanationText(explainSecurity(one, named, { index: 'Demo', places, ...more }), marks);
  };

  test('a step dropped it: who decided so, and why', () => {
    const dropped = { ...own, tiers: [{ ...step, result: 'dropped' as const }] };
    const decisions = [
      { subject: 'XXX', action: 'remove' as const, author: 'Committee', reason: 'under investigation' },
      { subject: 'YYY', action: 'add' as const, author: 'Committee', reason: 'of someone else' },
    ];
    expect(told(dropped)).toContain('It was a constituent and leaves: dropped by committee.');
    const text = told(dropped, { decisions });
    expect(text).toContain('dropped by committee (Committee: under investigation).');
    expect(text).toContain('decision to remove it, Committee: under investigation');
    expect(text).not.toContain('of someone else');
  });

  test('its company is selected without it', () => {
    const selected = { ...own, of: 'company' as const, id: 'X', tiers: [{ ...step, result: 'selected' as const }] };
    expect(told(selected)).toContain('its company is selected by committee, but not with this line');
  });

  test('the event selects nobody', () => {
    expect(told({ ...own, tiers: [] })).toContain('leaves: the event selects nobody.');
  });
});

describe('finding a security', () => {
  const market = tinyMarket({
    days: ['2024-01-02', '2024-01-03'],
    lines: [
      {
        line: 'L1',
        company: 'alpha',
        symbols: [
          { from: '2024-01-01', symbol: 'FB' },
          { from: '2024-01-03', symbol: 'META' },
        ],
        name: 'Alpha Inc',
      },
      { line: 'L2', company: 'beta', symbol: 'BETA' },
    ],
    close: { L1: [1, 1], L2: [1, 1] },
  });
  const first = market.days[0]!;

  test('by the symbol of the day, line, company or name, in any case', () => {
    const lines = (word: string, day = first) => findSecurity(market, word, day).found.map((s) => s.line);
    expect(lines('FB')).toEqual(['L1']);
    expect(lines('FB', first + 1)).toEqual([]);
    expect(lines('meta', first + 1)).toEqual(['L1']);
    expect(lines('L2')).toEqual(['L2']);
    expect(lines('beta')).toEqual(['L2']);
    expect(lines('alpha inc')).toEqual(['L1']);
  });

  test('symbols of another time are told with that of the day', () => {
    const renamedMarket = {
      ...market,
      actions: [{ kind: 'symbol_change', line: 0, exDate: first + 1, symbol: 'META' } as never],
    };
    const renamed = (word: string, day: number) => findSecurity(renamedMarket, word, day).renamed;
    expect(renamed('fb', first + 1)).toEqual([{ symbol: 'META', word: 'FB', change: first + 1, before: true }]);
    expect(renamed('META', first)).toEqual([{ symbol: 'FB', word: 'META', change: first + 1, before: false }]);
    expect(renamed('BETTA', first)).toBeUndefined();
  });

  test('near misses are named', () => {
    expect(findSecurity(market, 'BETTA', first)).toEqual({ found: [], close: ['BETA'] });
    expect(findSecurity(market, 'alph', first).close).toEqual(['FB']);
  });
});
