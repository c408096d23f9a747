import { expect, test } from 'vitest';
import { readRulebook } from '../read-rulebook.ts';

const level = {
  section: 'level',
  base: { value: '100', date: '2020-01-31' },
  variants: [{ kind: 'price' }],
  roundLevel: { decimals: 2, mode: 'half up' },
};
const told = (section: object, file = 'a.json', version: unknown = 1) => {
  const { diagnostics } = readRulebook(JSON.stringify({ rulebook: version, sections: [section] }), file);
  return diagnostics.map((d) => `${d.code} ${d.message} | ${d.help}`);
};

test('comments of lines that are not there are no comments', () => {
  expect(told({ ...level, comments: { lines: { base: { before: ['x'] }, variants: { after: 'y' } } } })).toEqual([]);
  expect(told({ ...level, comments: { lines: { bas: { before: ['x'] } } } })).toEqual([
    'RB0031 unknown key `bas` in `comments.lines`: there is no such line here | Did you mean `base`?',
  ]);
  expect(
    told({ ...level, comments: { lines: { 'prose/en': { before: ['x'] }, divisor: { after: 'x' } } } }),
  ).toHaveLength(2);
  expect(told({ ...level, prose: { en: 'Hello.' }, comments: { lines: { 'prose/en': { before: ['x'] } } } })).toEqual(
    [],
  );
});

test('values of another kind are told in words', () => {
  expect(told({ ...level, roundLevel: { decimals: 2, mode: { half: 'up' } } })[0]).toMatch(
    /^RB0033 a set of keys cannot stand/,
  );
  expect(told({ ...level, section: { level: 1 } })[0]).toMatch(/cannot be a set of keys/);
  expect(told(level, 'a.json', '1')).toEqual([
    expect.stringMatching(
      /^RB0033 the text `"1"` stands where a number is wanted.*write `1`, without quotation marks$/i,
    ),
  ]);
  for (const all of [told(level, 'a.json', {}), told({ section: 'index', id: {}, name: [] })])
    expect(all.join()).not.toContain('[object');
});

test('merge keys are refused in words', () => {
  const yaml =
    'rulebook: 1\nsections:\n  - &a\n    section: index\n    id: A\n    name: A\n  - <<: *a\n    section: index\n    id: B\n    name: B\n';
  expect(readRulebook(yaml, 'a.yaml').diagnostics.map((d) => `${d.code} ${d.help}`)).toEqual([
    expect.stringMatching(/^RB0031 Merge keys have no meaning/i),
  ]);
});

test('JSON is known by its first character', () => {
  expect(told(level, 'a.rulebook')).toEqual([]);
  expect(readRulebook('\n { "rulebook": 1, ', 'a.txt').diagnostics.map((d) => d.code)).toEqual(['RB0030']);
});
