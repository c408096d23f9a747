import { expect, test } from 'vitest';
import { findingsIn, pointedAt } from '../../../test/support/findings-in.ts';
import { unitsCatalogue } from '../../diagnostics/catalogue/units.ts';
import { checkUnits } from './index.ts';

const fields = `fields
  close of line: USD per share
  volume of line: shares
  issued of line: shares
  float of line: ratio
  score of line: number
  type of line: text
  listed_on of line: date
  cap of company: USD
  sector_name of company: text
  branch of line: text

universe
  lines
  group sector by sector_name
  group trade by branch

`;
const lines = (condition: string) => `${fields}eligibility of lines\n  rule: require ${condition}\n`;
const companies = (condition: string) => `${fields}eligibility of companies\n  rule: require ${condition}\n`;
const codes = (text: string) => findingsIn(text, checkUnits).map((d) => d.code);

test.each(unitsCatalogue.map((e) => [e.code, e] as const))(
  '%s: its example fails, and passes when mended',
  (code, e) => {
    expect(codes(e.failing!)).toEqual([code]);
    expect(codes(e.passing!)).toEqual([]);
  },
);

test.each([
  'close * issued * float >= 1 billion USD',
  'average of close * volume over 3 months >= 5 million USD',
  '1 - float <= 90%',
  'float - 10% >= 2 points',
  'float - previous float >= -2.5 points',
  'float + 2 points <= 1 * 50%',
  'close * issued / cap >= 10%',
  'close * issued / cap >= 0.1',
  'full months since listed_on >= 3',
  'full months since listed_on >= 2 years',
  'listed_on <= 2020-02-29',
  'score >= 0 and cap > 0',
  'round up (1 - float) to 0.05 <= 30%',
  'min(100%, 3 * float) >= 20%',
  '(float otherwise 100%) >= 15%',
  'if type is "a" then close > 5 USD per share else volume > 1 thousand shares',
  'ln(cap / (1 million USD)) + score ^ 2 > 3',
  'sqrt(close * close) >= 1 USD per share',
  'count of company over universe >= 10',
  'sum of close * issued over company >= 1 million USD in EUR in USD',
  'current weight <= 5% and current index shares >= 100 shares',
  'rank in r <= 50',
  '(close * issued >= 1 million USD) in at least 10 of 12 months',
  'cap / sum of cap over sector > 5%',
  'cap / sum of cap over universe > 5%',
  'sum of close * issued over trade > 1 USD and sum of cap over sector > 1 USD',
])('%s has no mistake', (condition) => {
  const ranking = 'rankings\n  r: lines by close, largest first, then by symbol\n';
  expect(findingsIn(`${lines(condition)}\n${ranking}`, checkUnits)).toEqual([]);
});

test.each([
  ['close >= 5 million USD', 'RB2001'],
  ['close * issued >= 5 million JPY', 'RB2001'],
  ['volume >= 5 million USD', 'RB2001'],
  ['close >= 5', 'RB2001'],
  ['float >= 2 points', 'RB2001'],
  ['float >= 10', 'RB2004'],
  ['float between 0.1 and 90%', 'RB2004'],
  ['cap + volume > 1 USD', 'RB2001'],
  ['type >= "a"', 'RB2003'],
  ['type is listed_on', 'RB2002'],
  ['type in ("a", 3)', 'RB2002'],
  ['not score', 'RB2003'],
  ['close and volume > 1 shares', 'RB2003'],
  ['sum of type over company > 1', 'RB2003'],
  ['full months since close > 3', 'RB2003'],
  ['cap ^ 0.3 > 1', 'RB2012'],
  ['min(close, volume) > 1', 'RB2001'],
  ['(close otherwise 1) > 1 USD per share', 'RB2001'],
  ['count of (close > 1 USD per share) over company > 1', 'RB2003'],
  ['score in USD > 1 USD', 'RB2011'],
])('%s is told once, as %s', (condition, code) => {
  expect(codes(lines(condition))).toEqual([code]);
});

test('both sides of a mismatch say where they got their unit, following measures to fields', () => {
  const text = `${fields}measures\n  traded = average of close over 3 months\n\neligibility of lines\n  rule: require traded >= 5 million JPY\n`;
  const [finding] = findingsIn(text, checkUnits);
  expect(pointedAt(text, finding!)).toEqual([
    'traded <`traded` is in `USD per share`>',
    '5 million JPY <`5 million JPY` is in `JPY`>',
    'traded = average of close over 3 months <`traded` is defined here>',
    'close of line: USD per share <`close` is in `USD per share`: declared here>',
  ]);
  expect(finding!.help).toBe('Convert one side, for example `traded in JPY`');
});

test('a bare number gets the words to write instead', () => {
  expect(findingsIn(lines('float >= 0.1'), checkUnits)[0]!.help).toBe('Write `10%` (0.1 of the whole)');
  expect(findingsIn(lines('close >= 5'), checkUnits)[0]!.help).toBe('Write `5 USD per share`');
});

test('a line value in a rule of companies is told at the value itself', () => {
  const text = companies('cap > 1 USD and close > 1 USD per share');
  const [finding, ...more] = findingsIn(text, checkUnits);
  expect(more).toEqual([]);
  expect(finding!.code).toBe('RB2006');
  expect(pointedAt(text, finding!)[0]).toBe('close');
  expect(finding!.help).toContain('`sum of close over company`');
});

test.each([
  'cap > 1 USD',
  'sum of close * issued over company > 1 USD',
  'sector is "Banks"',
  'trade is "Banks"',
  'constituent or symbol is "A"',
  'smallest of type over company is "a"',
  'current index shares > 10 shares',
  'cap / sum of close * issued over trade > 1%',
])('%s can be asked of companies', (condition) => {
  expect(codes(companies(condition))).toEqual([]);
});

test('an unknown name causes no finding about units', () => {
  expect(codes(lines('clsoe >= 5 and float * nothing > type'))).toEqual([]);
});

test('prices in the own currency of each line count as the currency of the universe', () => {
  const text = (priced: string) =>
    `index A "A"\n  currency USD\n\nfields\n  price of line: currency per share\n\nuniverse\n  lines\n${priced}\nweighting\n  basis: weight lines by price * 3\n`;
  expect(codes(text('  priced in USD\n'))).toEqual([]);
  expect(codes(text(''))).toEqual(['RB2005']);
  expect(codes(text('  priced in JPY\n'))).toEqual(['RB2001']);
});

test('a measure may be made of its own earlier value', () => {
  const text = (words: string) =>
    `${fields}measures\n  m = ${words}\n\neligibility of companies\n  rule: require m >= 5%\n`;
  expect(codes(text('(previous m otherwise 100%) - 10%'))).toEqual([]);
  expect(codes(text('previous m + 5%'))).toEqual([]);
  expect(codes(text('min(previous m, 5%)'))).toEqual([]);
  expect(codes(text('(previous m otherwise 1 USD) - 10 USD'))).toEqual(['RB2001']);
  expect(codes(text('(previous m otherwise 1 USD) * 10 USD'))).toContain('RB2001');
});

test('a ring of measures causes no finding about units', () => {
  expect(codes('measures\n  a = a * 2\n  b = c * 2\n  c = b * 2\n')).toEqual([]);
});

test('a field may bring in a unit of its own, but not a slip of one of the language', () => {
  const text = (unit: string) =>
    `fields\n  mined of line: ${unit}\n\neligibility of lines\n  rule: require mined >= 3 ${unit}\n`;
  expect(codes(text('pounds'))).toEqual([]);
  expect(codes(text('tonnes per share'))).toEqual([]);
  expect(codes(text('sharse'))).toEqual(['RB2007']);
  expect(codes(`${fields}eligibility of lines\n  rule: require volume >= 3 pounds\n`)).toEqual(['RB2007']);
});

test('a notional and the prices of policies are in the currency of the index', () => {
  const text = (currency: string) =>
    `index A "A"\n  currency JPY\n\nweighting, notional 1 billion ${currency}\n  even: weight companies equally\n\nmaintenance\n  gone: on delisting, remove at 1 ${currency} per share\n`;
  expect(codes(text('JPY'))).toEqual([]);
  expect(codes(text('USD'))).toEqual(['RB2001', 'RB2001']);
  expect(findingsIn(text('USD'), checkUnits)[0]).toMatchObject({
    message: '`1 billion USD` is in `USD`, but the index is in `JPY`',
    help: 'Write the amount in `JPY`',
  });
});

test('a conversion that is forgotten in a measure is told once, with where to write it and all that it shows in', () => {
  const text = `${fields.replace('close of line: USD', 'close of line: currency')}measures
  price = close
  value = price * issued * float
  share = value / (1 million USD) + cap / (1 million USD)

eligibility of lines
  one: require price >= 5 USD per share
  two: require value >= 1 million USD

weighting at review
  basis: weight lines by value
`;
  const found = findingsIn(text, checkUnits).filter((d) => d.code !== 'RB2006');
  expect(found.map((d) => d.message)).toEqual([expect.stringContaining('and so in 3 other places')]);
  expect(found[0]!.help).toContain('Convert it in the measure `price`, which all of these use: `price = close in USD`');
  expect(pointedAt(text, found[0]!).filter((p) => p.endsWith('<so too here>'))).toHaveLength(3);
});

test('a field with another unit than all its comparisons take it for is told once', () => {
  const text = lines(
    '(if score <= 5% then 0% else if score <= 15% then 15% else if 50% >= score then 50% else 100%) > 10%',
  );
  const found = findingsIn(text, checkUnits);
  expect(found.map((d) => d.message)).toEqual([expect.stringContaining('and so in 2 other places')]);
  expect(found[0]!.help).toContain('`score of line: ratio`');
});

test.each([
  ['"no"', 'Write `sin is no`, without quotation marks'],
  ['"Yes"', 'Write `sin is yes`, without quotation marks'],
  ['0', 'Write `sin is no`, without quotation marks'],
  ['"tobacco"', 'It is yes or no: write `sin is yes` or `sin is no`'],
])('a value that is yes or no compared with %s', (value, help) => {
  const text = lines(`sin is ${value}`).replace('type of line: text', 'sin of line: yes/no');
  expect(findingsIn(text, checkUnits).map((d) => d.help)).toEqual([help]);
});
