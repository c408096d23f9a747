import { expect, test } from 'vitest';
import { foundIn } from '../../../test/support/found-in.ts';
import type { TinyMarket } from '../../../test/support/tiny-market.ts';

const days = ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'];
const rulebook =
  'index DEMO "Demonstration"\n  currency USD\n  calendar WEEKDAYS\n\nfields\n  close of line: USD per share\n  type of line: text\n\nuniverse\n  lines\n\neligibility of lines\n  kind: require type in ("common")\n';
const told = (closes: (number | null)[], more: Partial<TinyMarket> = {}) =>
  foundIn(
    rulebook,
    {
      days,
      lines: ['A', 'W'],
      close: { A: closes, W: [1, 1, 1, 1] },
      fields: { type: { values: { A: 'common', W: 'warrant' } } },
      ...more,
    },
    ['RB5116'],
  );

test('what looks like a split says so', () => {
  const [found] = told([100, 101, 50.6, 51]);
  expect(found).toMatch(
    /^a close differs from the one before by a factor of 2 or of 3 and more.*`A` on 2024-01-04 from 101 to 50.6, as in a split 2:1\. Add the splits/,
  );
  expect(told([10, 10.1, 99, 100]).join()).toContain('as in a split 1:10');
  expect(told([30, 30, 10.2, 10]).join()).toContain('as in a split 3:1');
});

test('another move is told without', () => {
  const [found] = told([100, 101, 22.4, 22]);
  expect(found).toMatch(/from 101 to 22\.4\. Compare these closes with another source/);
});

test('an action of the line on those days explains it', () => {
  const actions = [{ line: 'A', exDate: '2024-01-04', kind: 'split' as const, ratio: 2 }];
  expect(told([100, 101, 50.6, 51], { actions })).toEqual([]);
});

test('lines that the rules leave out, smaller moves and long pauses are not told', () => {
  expect(told([1, 1, 1, 1], { close: { A: [1, 1, 1, 1], W: [1, 9, 1, 9] } })).toEqual([]);
  expect(told([100, 60, 100, 61])).toEqual([]);
  expect(told([null, 60, null, 61])).toEqual([]);
});

test('of an index with published members only these are looked at', () => {
  const constituents = [{ index: 'DEMO', line: 'W', from: '2024-01-02' }];
  expect(told([100, 101, 50.6, 51], { constituents })).toEqual([]);
});
