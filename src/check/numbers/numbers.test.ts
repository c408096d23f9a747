import { expect, test } from 'vitest';
import { readRulebook } from '../../syntax/index.ts';
import { checkContext } from '../context.ts';
import { checkRulebook } from '../index.ts';

const told = (measure: string, base: string, level = '2', divisor = '14') => {
  const text = `index A "A"\n  currency USD\n  calendar XNYS\n\nfields\n  close of line: USD per share\n\nmeasures\n  m = ${measure}\n\nrankings\n  r: lines by m, largest first, then by line\n\nlevel\n  base ${base}\n  returns price\n  round level to ${level} decimals half up\n  round divisor to ${divisor} decimals half up\n`;
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'a.rulebook');
  expect(diagnostics).toEqual([]);
  const found = checkRulebook(checkContext(rulebook!, sourceMap, 'a.rulebook'));
  return found.filter((d) => /^RB(3106|4109|44)/.test(d.code)).map((d) => `${d.code} ${d.message} | ${d.help}`);
};
const sound = ['average of close over 20 trading days needing 20 observations', '1000 on 2023-03-20'] as const;

test('numbers that are right are not told of', () => {
  expect(told(...sound)).toEqual([]);
  expect(told('average of close over 3 months needing 60 observations', '0.01 on 2023-03-20', '2', '20')).toEqual([]);
  expect(told('average of (average of close over month) over 12 months by month', '0.005 on 2023-03-20')).toEqual([]);
  expect(told('average of close over year to date needing 200 observations', '1 on 1960-01-02', '0')).toEqual([]);
});

test.each([
  ['0 on 2023-03-20', '2', /^RB4401 the base of the level is 0/],
  ['0.0000001 on 2023-03-20', '2', /^RB4401 rounded to 2 decimals the base 0.0000001 is 0/],
  ['1000 on 2023-03-20', '21', /^RB4402 the level cannot be rounded to 21 decimals: 20 are the most/],
  [
    '1000 on 2023-04-07',
    '2',
    /^RB3106 the base date 2023-04-07 is no trading day.*`base 1000 on 2023-04-06` or `base 1000 on 2023-04-10`$/,
  ],
])('base %s, %s decimals', (base, decimals, expected) => {
  expect(told(sound[0], base, decimals)).toEqual([expect.stringMatching(expected)]);
});

test('a divisor rounded to more decimals than mean anything', () => {
  expect(told(...sound, '2', '200')).toEqual([expect.stringMatching(/^RB4402 the divisor/)]);
});

test.each([
  ['average of close over 0 trading days', 'a window over 0 trading days holds nothing'],
  [
    'average of close over 20 trading days needing 21 observations',
    '21 observations are needed of a window that has 20',
  ],
  ['average of close over 20 trading days needing 0 observations', 'a window needs 0 observations'],
  [
    'average of close over 12 months by month needing 13 observations',
    '13 observations are needed of a window that has 12',
  ],
])('%s', (measure, expected) => {
  expect(told(measure, sound[1])).toEqual([expect.stringContaining(`RB4109 ${expected}`)]);
});
