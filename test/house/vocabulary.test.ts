import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../scripts/grammar/vocabulary.ts';
import { readRulebook } from '../../src/syntax/index.ts';

const file = JSON.parse(readFileSync(join(import.meta.dirname, '../../grammar/vocabulary.json'), 'utf8'));

describe('grammar/vocabulary.json', () => {
  it('is what the sources say (else run `npm run grammar`)', () => {
    expect(file).toEqual(JSON.parse(JSON.stringify(vocabulary())));
  });

  const measureCalled = (word: string) => readRulebook(`measures\n  ${word} = 1\n`, 'a.rulebook').diagnostics;

  it('has as reserved the words that no measure may be called, and as soft those that one may', () => {
    expect(file.reservedWords.filter((word: string) => measureCalled(word).length === 0)).toEqual([]);
    expect(file.softWords.filter((word: string) => measureCalled(word).length > 0)).toEqual([]);
  });

  it('names every action in words that policies answer to, but for the end of a suspension', () => {
    const words = Object.values(file.corporateActions as Record<string, { words: string }>).map((a) => a.words);
    expect(words.filter((w) => !file.occasions.ofActions.includes(w))).toEqual(['resumption']);
  });
});
