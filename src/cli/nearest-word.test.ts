import { expect, test } from 'vitest';
import { nearestWord } from './nearest-word.ts';

test.each([
  ['chekc', 'check'],
  ['fnt', 'fmt'],
  ['REVIEW', 'review'],
  ['zzz', undefined],
])('%s may mean %s', (word, meant) => {
  expect(nearestWord(word, ['check', 'fmt', 'review', 'explain'])).toBe(meant);
});
