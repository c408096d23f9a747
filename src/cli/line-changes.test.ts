import { expect, test } from 'vitest';
import { lineChanges } from './line-changes.ts';

test('tells the lines that differ, with what cannot be seen made visible', () => {
  expect(lineChanges('a\nb  \nc\n', 'a\nb\nc\n')).toBe('      2 - b··\n      2 + b\n');
  expect(lineChanges('a\nc\n', 'a\nb\nc\n')).toBe('      2 + b\n');
  expect(lineChanges('a\r\n', 'a\n')).toBe('      1 - a␍\n      1 + a\n');
});

test('of many places the first, and how many more', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`);
  const other = lines.map((line, i) => (i % 2 === 0 ? `${line}.` : line));
  const told = lineChanges(lines.join('\n'), other.join('\n'));
  expect(told.match(/ \+ /g)).toHaveLength(6);
  expect(told).toContain('… and 4 more places');
});
