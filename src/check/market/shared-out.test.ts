import { expect, test } from 'vitest';
import { foundIn } from '../../../test/support/found-in.ts';

const head = 'index DEMO "Demonstration"\n  currency USD\n  calendar WEEKDAYS\n\n';
const rulebook = `${head}fields\n  cap of line: USD\n  part of line: ratio\n\nmeasures\n  line_cap = cap * part\n`;
const companies = ['a', 'b', 'c', 'd', 'e', 'f'];
const lines = companies.flatMap((company) => ['1', '2'].map((n) => ({ line: `${company}${n}`, company })));

/** What is found where the second line of each company is so many times its first, and of so many companies each line has the given part. */
function told(times: number, part: number, of = 1): string[] {
  const cap = Object.fromEntries(lines.map(({ line }, i) => [line, i % 2 === 0 ? 100 : 100 * times]));
  const parts = Object.fromEntries(lines.map(({ line }, i) => [line, i < 2 * of ? part : 0.5]));
  const fields = { cap: { unit: 'USD', values: cap }, part: { unit: 'ratio', values: parts } };
  const close = Object.fromEntries(lines.map(({ line }) => [line, [10]]));
  return foundIn(rulebook, { days: ['2024-01-02'], lines, close, fields }, ['RB5123']);
}

test('a company that is counted twice', () => {
  expect(told(1.01, 1)).toEqual([
    '`cap` is that of the whole company on each of its lines, and `part` shares out more than all of it for one company: `a1` and `a2` with 200% on 2024-01-02. Complete `part` in the data set, so that the lines of a company come to 100% at most',
  ]);
  expect(told(1, 0.7, 2).join()).toContain('for 2 companies: `a1` and `a2` with 140% on 2024-01-02; `b1` and `b2`');
});

test('amounts of lines, and parts that come to the whole, are fine', () => {
  expect(told(3, 1, 6)).toEqual([]);
  expect(told(1, 0.5)).toEqual([]);
});
