import { expect, test } from 'vitest';
import { formatText, readRulebook, toYaml } from '../index.ts';

const formatted = (text: string) => {
  const { rulebook, diagnostics } = readRulebook(text, 'a.rulebook');
  expect(diagnostics).toEqual([]);
  const once = formatText(rulebook!);
  expect(readRulebook(once, 'a.rulebook').rulebook).toEqual(rulebook);
  expect(formatText(readRulebook(once, 'a.rulebook').rulebook!)).toBe(once);
  return once;
};

test('a ladder has each of its bands on a line', () => {
  const ladder = `measures
  # Bands of free float.
  band = if float <= 5% then 0%
      else if float <= 15% then 15%  # the second
      else if float <= 50% then 50%
      else 100%  until 2024-06-23  # the end
`;
  expect(formatted(ladder)).toBe(`measures
  # Bands of free float.
  # the second
  band = if float <= 5% then 0%
      else if float <= 15% then 15%
      else if float <= 50% then 50%
      else 100% until 2024-06-23  # the end
`);
  const joined = ladder.replaceAll(/\n +else/g, ' else').replace('  # the second', '');
  expect(formatted(joined)).toBe(formatted(ladder).replace('  # the second\n', ''));
  expect(toYaml(readRulebook(ladder, 'a.rulebook').rulebook!)).toContain('else if float <= 50% then 50% else 100%');
});

test('short choices stay on their line; a ladder in parentheses has its bands', () => {
  const short = 'measures\n  band = if float <= 5% then 0% else if float <= 15% then 15% else 100%\n';
  expect(formatted(short)).toBe(short);
  const inside = `measures
  cap = close * (if float <= 5% then 0%
      else if float <= 15% then 15%
      else if float <= 50% then 50%
      else 100%)
`;
  expect(formatted(inside)).toBe(inside);
});
