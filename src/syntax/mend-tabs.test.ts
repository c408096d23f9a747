import { expect, test } from 'vitest';
import { readWithoutTabs } from './mend-tabs.ts';
import { readRulebook } from './read-rulebook.ts';

const plain =
  'index A "A"\n  currency USD\n\nselection of lines\n  top: take ranked 1 to 5\n    en "x"\n  rest: fill to 9\n';
const rulebook = readRulebook(plain, 'a.rulebook').rulebook;

test.each([
  ['throughout', plain.replaceAll('  ', '\t')],
  ['on one line', plain.replace('  top', '\ttop')],
  ['after blanks', plain.replace('    en', '  \ten')],
])('tabs %s can be read in one way', (_, text) =>
  expect(readWithoutTabs(text, 'a.rulebook')?.rulebook).toEqual(rulebook),
);

test('tabs that could mean two things, and texts with other mistakes, are left', () => {
  // Prose of the rule where a tab is wide, of the section where it is narrow.
  expect(readWithoutTabs('selection of lines\n  top: take ranked 1 to 5\n\ten "x"\n', 'a.rulebook')).toBeUndefined();
  expect(readWithoutTabs(plain.replaceAll('  ', '\t').replace('take', 'tkae'), 'a.rulebook')).toBeUndefined();
});
