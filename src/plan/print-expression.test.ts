import { expect, test } from 'vitest';
import { planOf, smallRulebook } from '../../test/support/plan-of.ts';
import { canonicalJson } from './canonical-json.ts';
import { printExpression } from './print-expression.ts';

const before = `fields
  x of line: number
  y of line: number
  kind of line: text
  day of line: date
  flag of line: yes/no

universe
  lines
  group sector by kind

schedule
  review: in June
    reference: last trading day of May
    effective: last trading day of June

rankings
  r: lines by x, largest first, then by line

selection list of lines
  all: take

measures
  m = `;
const lowered = (words: string) => planOf(smallRulebook(`${before}${words}\n`)).measures[0]!.value;

test.each([
  'x - (y - 1) - 2',
  'x / (y / 2) * 3',
  '-x ^ 2 + (-y) ^ 2',
  '(x + y) * 2 ^ -1',
  'x > 1 and (flag or not flag) or y < 2',
  'not (x > 1 and flag)',
  '(x otherwise y otherwise 1) >= 2',
  'if flag then x else if x > 1 then y else 0',
  '(if flag then x else y) + 1',
  'kind in ("a", "b\\"c") and kind not in ("d")',
  'sum of x * y over company where (x > 1)',
  'sum of (if flag then x else y) over sector where flag',
  'largest of (full months since day) over company',
  'count of line over list - count of line over eligible where constituent',
  'average of x + y over 3 months needing 40 observations',
  'smallest of (average of x over month) over 12 months by month',
  'sum of x over year to date',
  '(x > 1) in at least 10 of 12 months',
  'x as of effective + (x + y) as of effective',
  'round half even (x / y) to 0.05',
  'max(x, min(y, 2), abs(x - y)) + sqrt(x) + exp(y) + ln(x)',
  'rank in r <= 100 and cumulative sum of x in r < 1',
  'value of x at rank 10 in r + value of (x + y) at rank (1 + 1) in r',
  'constituent of "SP500" or member of list or added since review',
  'known x and known (x + y)',
  'current weight + current cap factor + current membership > 1',
  'day >= 2020-02-29 and trading days since day > 3',
])('the words of `%s` mean the same when read again', (words) => {
  const once = lowered(words);
  const printed = printExpression(once);
  const again = lowered(printed);
  const meaning = (key: string) => key !== 'written';
  expect(canonicalJson(again, meaning)).toBe(canonicalJson(once, meaning));
  expect(printExpression(again)).toBe(printed);
});

test('words are those of the rulebook, with numbers in full', () => {
  expect(printExpression(lowered('sum of x*y over company >= 5 million'))).toBe('sum of x * y over company >= 5000000');
});
