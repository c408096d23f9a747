import { expect, test } from 'vitest';
import { formOf } from './form-of.ts';

test('the name tells the form; under any other name a brace does', () => {
  expect(formOf('rulebook: 1\n', 'a.YML')).toBe('yaml');
  expect(formOf('{"rulebook": 1}', 'a.json')).toBe('json');
  expect(formOf('{rulebook: 1}', 'a.yaml')).toBe('yaml');
  expect(formOf(' \n{"rulebook": 1}', 'a.txt')).toBe('json');
  expect(formOf('index A "A"\n', 'a.txt')).toBe('text');
});
