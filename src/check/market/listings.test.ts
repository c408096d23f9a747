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
