import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outline, type Statement } from '../outline.ts';
import { scan, type Token } from '../scan.ts';
import { chevrotainParser } from './chevrotain-parser.ts';
import type { Grammar } from './grammar.ts';
import { lookaheadTable } from './lookahead-table.ts';
import { quickReader } from './quick-reader.ts';

const root = join(import.meta.dirname, '../../..');
const rulebooks = ['methodologies', 'examples', 'bench'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rulebook'))
    .map((name) => join(folder, name)),
);
const full = chevrotainParser();
// As the bundle carries it.
const quick = quickReader(JSON.parse(JSON.stringify(lookaheadTable())));

function sentencesOf(statement: Statement): Token[][] {
  return [statement.tokens, ...statement.children.flatMap(sentencesOf)];
}

function same(rule: keyof Grammar, tokens: Token[]): boolean {
  const places = { slow: new Map(), fast: new Map() };
  const slow = full.read(rule, tokens, { places: places.slow, report: () => {} });
  const fast = quick(rule, tokens, { places: places.fast, report: () => {} });
  const sound = slow.mistakes.length === 0;
  const what = `${rule}: ${tokens.map((t) => t.image).join(' ')}`;
  expect(fast, what).toEqual(sound ? { value: slow.value } : undefined);
  if (sound) expect([...places.fast], what).toEqual([...places.slow]);
  return sound;
}

describe('the quick reader reads as the parser that works out the grammar itself', () => {
  test.each(rulebooks)('%s', (name) => {
    const { sections } = outline(
      scan(readFileSync(join(root, name), 'utf8'), () => {}),
      () => {},
    );
    let sound = 0;
    // Every rule tries every sentence, with and without its name, so that most of what it tries is wrong.
    for (const tokens of sections.flatMap(sentencesOf))
      for (const rule of full.rules)
        for (const part of [tokens, tokens.slice(2)]) if (part.length > 0 && same(rule, part)) sound += 1;
    expect(sound).toBeGreaterThan(10);
  });
});
