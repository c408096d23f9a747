import { expect, test } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

test.each([
  ['chekc', 'check'],
  ['fnt', 'fmt'],
  ['REVIEW', 'review'],
  ['zzz', undefined],
])('%s may mean %s', (word, meant) => {
  expect(nearest(word, ['check', 'fmt', 'review', 'explain'])).toBe(meant);
});

test('names near a misspelt one are found, with swapped letters as one mistake', () => {
  expect(editDistance('clsoe', 'close')).toBe(1);
  expect(editDistance('close', 'volume')).toBe(4);
  expect(nearest('clsoe', ['volume', 'close', 'closed'])).toBe('close');
  expect(nearest('xyz', ['volume', 'close'])).toBeUndefined();
});

test('mistakes are counted up to a limit', () => {
  expect(editDistance('close', 'volume', 2)).toBe(2);
  expect(editDistance('a', 'abcdef', 3)).toBe(3);
  expect(editDistance('clsoe', 'close', 1)).toBe(1);
});

test('of two as close the first in order of text, whatever the order they are given in', () => {
  expect(nearest('cat', ['rat', 'bat', 'hat'])).toBe('bat');
  expect(nearest('cat', ['bat', 'rat', 'cats'])).toBe('bat');
});

test('one mistake in every three letters, and never a candidate of one letter', () => {
  expect(nearest('weights', ['weihgst'])).toBe('weihgst');
  expect(nearest('weigh', ['weihgst'])).toBeUndefined();
  expect(nearest('b', ['a'])).toBeUndefined();
});
