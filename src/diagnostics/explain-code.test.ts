import { expect, test } from 'vitest';
import { explainCode } from './explain-code.ts';

test('a page says what, why, how, and shows a wrong and a right rulebook', () => {
  const page = explainCode('rb4001');
  expect(page.split('\n')[0]).toBe('RB4001: a ranking without a tie-break');
  expect(page).toContain('Why: ');
  expect(page).toContain('How to mend it: ');
  expect(page).toMatch(/This is wrong:\n\n {4}fields\n/);
  expect(page).toContain('then by company\n');
});

test('an unknown code is told, with those nearby', () => {
  expect(explainCode('RB4010')).toMatch(/^There is no code `RB4010`\.\n\nDid you mean .*RB4/);
  expect(explainCode('hello')).toBe('There is no code `hello`.\n');
});
