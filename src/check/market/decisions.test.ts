import { expect, test } from 'vitest';
import type { TinyDecision } from '../../../test/support/tiny-market.ts';
import { foundIn } from '../../../test/support/found-in.ts';

const rulebook = `index DEMO "Demonstration"
  currency USD
  calendar WEEKDAYS

selection of lines at review, special
  all: take ranked 1 to 2
  committee: decided

selection of lines at other
  others: take ranked 1 to 2

schedule
  review: in March, June
    reference: last trading day of previous month
    effective: trading day after 3rd Friday of month
  other: in March
    reference: last trading day of previous month
    effective: trading day after 3rd Friday of month
  special: when decided
    reference: decided
    effective: decided

discretion
  extraordinary: "The committee" may "call a special review" at special

maintenance
  changes: on parent change, entrant takes weight of leaver
  splits: on split, adjust shares
`;

const days = ['2024-03-15', '2024-03-18', '2024-06-24'];

/** Message and help of each finding about these decisions. */
function told(...decisions: TinyDecision[]): string[] {
  const market = { days, lines: ['ELM', 'FIR'], close: { ELM: [10, 11, 12], FIR: [20, 21, 22] }, decisions };
  return foundIn(rulebook, market, ['RB5112', 'RB5113']);
}

test('decisions that are taken up are not told', () => {
  expect(
    told(
      { date: '2024-03-18', event: 'review', action: 'add', subject: 'ELM' },
      { date: '2024-03-18', event: 'committee', action: 'remove', subject: 'FIR' },
      { date: '2024-05-02', event: 'special', action: 'call' },
      { date: '2024-05-02', event: 'special', action: 'set', field: 'reference', value: '2024-04-30' },
      { date: '2024-05-02', event: 'committee', action: 'add', subject: 'FIR' },
      { date: '2024-05-03', event: 'divisor', action: 'set', field: 'divisor', value: '1.5' },
      { date: '2024-05-03', event: 'changes', action: 'set', field: 'replaces', subject: 'ELM', value: 'FIR' },
    ),
  ).toEqual([]);
});

const idle: [string, TinyDecision, RegExp][] = [
  [
    'an event that is misspelt',
    { date: '2024-03-18', event: 'reveiw', action: 'add', subject: 'ELM' },
    /no event or step of the rulebook has the name `reveiw`: `add` `ELM` on 2024-03-18 \(row 2\).*Did you mean `review`\?/,
  ],
  [
    'a name that nothing is like',
    { date: '2024-03-18', event: 'annual', action: 'add', subject: 'ELM' },
    /has the name `annual`.*The events are `review`, `other` and `special`/,
  ],
  [
    'a date on which the event is not effective',
    { date: '2024-03-19', event: 'review', action: 'add', subject: 'ELM' },
    /no `review` is effective on 2024-03-19.*nearest effective dates are 2024-03-18 and 2024-06-24/,
  ],
  [
    'a date without an event that has the step',
    { date: '2024-03-19', event: 'committee', action: 'add', subject: 'ELM' },
    /no event with the step `committee` is effective on 2024-03-19.*2024-03-18 and 2024-06-24/,
  ],
  [
    'an event that nothing calls',
    { date: '2024-05-02', event: 'special', action: 'add', subject: 'ELM' },
    /no `special` is effective on 2024-05-02.*Add a row with action `call`/,
  ],
  ['an event that is not called', { date: '2024-03-18', event: 'review', action: 'call' }, /`review` is not called by/],
  [
    'a selection without a step for it',
    { date: '2024-03-18', event: 'other', action: 'add', subject: 'ELM' },
    /no step of the selection at `other` takes up decisions/,
  ],
  [
    'a step that takes none',
    { date: '2024-03-18', event: 'all', action: 'add', subject: 'ELM' },
    /the step `all` takes up no decisions/,
  ],
  [
    'a date by another name',
    { date: '2024-05-02', event: 'special', action: 'set', field: 'refrence', value: '2024-04-30' },
    /`special` has no date `refrence`.*Did you mean `reference`\?/,
  ],
  [
    'a date that follows a rule',
    { date: '2024-03-18', event: 'review', action: 'set', field: 'reference', value: '2024-03-01' },
    /the date `reference` of `review` follows a rule/,
  ],
  ['a weight', { date: '2024-03-18', event: 'review', action: 'weight', subject: 'ELM' }, /no rule reads/],
  [
    'who may decide in place of what',
    { date: '2024-05-02', event: 'extraordinary', action: 'call' },
    /`extraordinary` says who may decide.*Write `special`/,
  ],
  [
    'another policy',
    { date: '2024-03-18', event: 'splits', action: 'set' },
    /the policy `splits` takes up no decisions/,
  ],
  [
    'someone unknown',
    { date: '2024-03-18', event: 'review', action: 'add', subject: 'EML' },
    /`EML` of the decision `add` for `review` on 2024-03-18 \(row 2\) is no line.*Did you mean `ELM`\?/,
  ],
];

test.each(idle)('%s', (_, decision, expected) => {
  const found = told(decision);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(expected);
});

test('decisions of one mistake are told together', () => {
  const [found, ...others] = told(
    { date: '2024-03-18', event: 'reveiw', action: 'add', subject: 'ELM' },
    { date: '2024-03-18', event: 'reveiw', action: 'remove', subject: 'FIR' },
  );
  expect(others).toEqual([]);
  expect(found).toContain('`add` `ELM` on 2024-03-18 (row 2); `remove` `FIR` on 2024-03-18 (row 3)');
});

test('a rulebook without decisions may stand beside decisions of another', () => {
  const text = 'schedule\n  review: in March\n    effective: trading day after 3rd Friday of month\n';
  const decisions: TinyDecision[] = [{ date: '2024-03-18', event: 'special', action: 'call' }];
  const market = { days, lines: ['ELM'], close: { ELM: [10, 11, 12] }, decisions };
  expect(foundIn(text, market, ['RB5112'])).toEqual([]);
});
