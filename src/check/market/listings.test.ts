import { expect, test } from 'vitest';
import { isoDate } from '../../calendar/index.ts';
import { foundIn } from '../../../test/support/found-in.ts';
import type { TinyMarket } from '../../../test/support/tiny-market.ts';

const days = Array.from({ length: 60 }, (_, i) => isoDate(19_783 + i));
const rulebook =
  'index DEMO "Demonstration"\n  currency USD\n  calendar WEEKDAYS\n\nfields\n  close of line: USD per share\n';
const until = (last: number) => days.map((_, i) => (i <= last ? 10 : null));
const told = (code: string, more: Partial<TinyMarket>) =>
  foundIn(rulebook, { days, lines: ['A', 'B'], close: { A: until(59), B: until(59) }, ...more }, [code]);

test('lines that never have a price, and lines whose prices stop', () => {
  expect(told('RB5119', {})).toEqual([]);
  expect(told('RB5119', { close: { A: until(59), B: until(50) } })).toEqual([]);
  const [stopped] = told('RB5119', { close: { A: until(59), B: until(30) } });
  expect(stopped).toContain(
    `a line has no close for more than 10 days, and no action says that it left: \`B\`, last on ${days[30]}, though it is listed to ${days[59]}`,
  );
  const [never] = told('RB5119', { lines: ['A', 'B', 'C'], close: { A: until(59) } });
  expect(never).toContain('2 lines have no close at all while listed: `B`; `C`');
});

test('who has left has no price', () => {
  const close = { A: until(59), B: until(30) };
  const gone = [{ line: 'B', exDate: days[31]!, kind: 'delisting' as const }];
  expect(told('RB5119', { close, actions: gone })).toEqual([]);
  expect(told('RB5119', { close, lines: ['A', { line: 'B', listedUntil: days[31]! }] })).toEqual([]);
});

test('published constituents on days on which they are not listed', () => {
  const lines = ['A', { line: 'B', listedUntil: days[31]! }];
  const member = (more: object) => [{ index: 'DEMO', line: 'B', from: days[2]!, ...more }];
  expect(told('RB5120', { lines, constituents: member({ until: days[32] }) })).toEqual([]);
  expect(told('RB5120', { lines, constituents: member({ index: 'OTHER' }) })).toEqual([]);
  const [found] = told('RB5120', { lines, constituents: member({}) });
  expect(found).toContain(`\`B\`, a member since ${days[2]}, listed until ${days[31]}`);
  const late = ['A', { line: 'B', listedFrom: days[31]! }];
  expect(told('RB5120', { lines: late, constituents: member({}) }).join()).toContain(`listed from ${days[31]}`);
});

test('a base date that the data do not cover', () => {
  const level = (base: string) =>
    `${rulebook}\nlevel\n  base 100 on ${base}\n  returns price\n  round level to 2 decimals half up\n`;
  const based = (base: string, more: Partial<TinyMarket> = {}) =>
    foundIn(level(base), { days, lines: ['A'], close: { A: until(59) }, ...more }, ['RB5122']);
  expect(based(days[3]!)).toEqual([]);
  expect(based('2013-01-02').join()).toContain(
    `2013-01-02 is before the first day of the data, which begin on ${days[0]}`,
  );
  expect(based('2033-01-03').join()).toContain(
    `2033-01-03 is after the last day of the data, which end on ${days[59]}`,
  );
  expect(based('2013-01-02', { constituents: [{ index: 'DEMO', line: 'A', from: '2013-01-02' }] })).toEqual([]);
  expect(based('2013-01-02', { levels: [{ index: 'DEMO', values: { '2024-03-01': 123 } }] })).toEqual([]);
});

test('a value above 100% among fractions says whose it is, and since when', () => {
  const text = `${rulebook}  float of line: ratio\n`;
  const lines = Array.from({ length: 12 }, (_, i) => `L${i}`);
  const values = (last: number) =>
    Object.fromEntries(lines.map((line, i) => [line, i === 11 ? [{ from: days[3]!, value: last }] : 1 - i / 20]));
  const floated = (last: number) =>
    foundIn(text, { days, lines, close: {}, fields: { float: { unit: 'percent', values: values(last) } } }, [
      'RB5121',
      'RB5106',
    ]);
  expect(floated(0.9)).toEqual([]);
  expect(floated(2.3).join()).toContain(
    `a value of \`float\` is above 100%, the other 11 are not: \`L11\` from ${days[3]} is 230%`,
  );
});
