import { expect, test } from 'vitest';
import { findingsIn, pointedAt } from '../../../test/support/findings-in.ts';
import { namesCatalogue } from '../../diagnostics/catalogue/names.ts';
import { checkSize } from '../size/index.ts';
import { checkNames } from './index.ts';

const codes = (text: string) => findingsIn(text, (c) => [...checkSize(c), ...checkNames(c)]).map((d) => d.code);
const besides = ['RB1010', 'RB1011'];

test.each(namesCatalogue.map((e) => [e.code, e] as const))(
  '%s: its example fails, and passes when mended',
  (code, e) => {
    const found = codes(e.failing!).filter((c) => c === code || !besides.includes(c));
    expect(new Set(found)).toEqual(new Set([code]));
    expect(codes(e.passing!).filter((c) => c === code || !besides.includes(c))).toEqual([]);
  },
);

test('an unknown name is told where it stands, with the nearest known one', () => {
  const text = 'fields\n  close of line: USD per share\n\nmeasures\n  dear = average of clsoe over 3 months\n';
  const found = findingsIn(text, checkNames).find((d) => d.code === 'RB1001')!;
  expect(pointedAt(text, found)).toEqual(['clsoe']);
  expect(found.message).toBe('`clsoe` is not known as a field or measure');
  expect(found.help).toBe('Did you mean `close`?');
});

test('text without quotes is recognised', () => {
  const found = findingsIn(
    'fields\n  kind of line: text\n\neligibility of lines\n  a: require kind in (common, "b")\n',
    checkNames,
  );
  expect(found.find((d) => d.code === 'RB1001')!.help).toBe('Text is written in quotes: `"common"`');
});

test('a measure in the place of a ranking says so', () => {
  const text =
    'fields\n  cap of company: USD\n\nmeasures\n  size = cap * 2\n\nselection of companies, ranked by size\n  a: take ranked 1 to 5\n';
  const found = findingsIn(text, checkNames).find((d) => d.code === 'RB1009')!;
  expect(found.message).toBe('`size` is a measure, but a ranking is wanted here');
});

test('a group may have the name of its field', () => {
  const text =
    'fields\n  sector of line: text\n\nuniverse\n  lines\n  group sector by sector\n\neligibility of lines\n  a: require sector is "x"\n';
  expect(codes(text).filter((c) => c !== 'RB1011')).toEqual([]);
});

test('equal weights need a notional, weights by amounts of lines do not', () => {
  const text = (line: string, rule: string) =>
    `fields\n  cap of line: USD\n\nweighting${line}\n  basis: weight ${rule}\n`;
  const notional = (words: string) =>
    findingsIn(words, checkNames).filter((d) => d.message.includes('notional')).length;
  expect(notional(text('', 'companies equally'))).toBe(1);
  expect(notional(text(', notional 1 billion USD', 'companies equally'))).toBe(0);
  expect(notional(text('', 'lines by cap'))).toBe(0);
});

test('the line offered for a notional keeps what stands there and is in the currency of the index', () => {
  const text =
    'index A "A"\n  currency NHC\n\nweighting at review, round shares to 2 decimals half up from 2024-01-01\n  even: weight companies equally\n';
  const found = findingsIn(text, checkNames).find((d) => d.message.includes('notional'))!;
  expect(found.help).toContain(
    '`weighting at review, notional 1 billion NHC, round shares to 2 decimals half up from 2024-01-01`',
  );
});
