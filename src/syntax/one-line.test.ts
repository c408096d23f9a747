import { expect, test } from 'vitest';
import { starterRulebook } from '../cli/starter/starter-rulebook.ts';
import { checkContext, checkRulebook } from '../check/index.ts';
import { readRulebook } from './read-rulebook.ts';

const sound = starterRulebook('DEMO', 'Demo', 'rulebook check demo');
const told = (text: string) => {
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'a.rulebook');
  const found = rulebook === undefined ? [] : checkRulebook(checkContext(rulebook, sourceMap, 'a.rulebook'));
  return [...diagnostics, ...found]
    .filter((d) => d.severity === 'error')
    .map((d) => `${text.slice(0, d.spans[0]!.start).split('\n').length} ${d.code} ${d.message}`);
};
const lineOf = (word: string) => sound.slice(0, sound.indexOf(word)).split('\n').length;

test.each(['price       =', 'largest: take', 'splits:', 'close of line'])(
  'a line that is indented otherwise is told alone: %s',
  (word) => {
    for (const indent of [' ', '   ']) {
      expect(told(sound.replace(`\n  ${word}`, `\n${indent}${word}`))).toEqual([
        `${lineOf(word)} RB0006 this line is indented by ${indent.length}, its neighbours by 2`,
      ]);
    }
  },
);

test('a section line that is lost is told alone', () => {
  expect(told(sound.replace('\nmeasures\n', '\n'))).toEqual([
    `${lineOf('  price       =') - 1} RB0015 the line \`measures\` is missing before this one`,
  ]);
});

test('a source that nobody declared, and a date given twice, are one mistake each', () => {
  expect(told(sound.replaceAll('cite house', 'cite hose'))).toEqual([
    expect.stringMatching(/RB1008 `hose` is not known/),
  ]);
  expect(told(sound.replace(/ {4}announce: .*\n/, '$&$&'))).toEqual([expect.stringMatching(/RB3001/)]);
});

test('other mistakes stay what they are', () => {
  const two = sound.replace('\n  price       =', '\n   price       =').replace('in March, June', 'in Marsh');
  expect(told(two).length).toBeGreaterThan(1);
});

test('lines may end with a carriage return alone', () => {
  expect(told(sound.replaceAll('\n', '\r'))).toEqual([]);
});
