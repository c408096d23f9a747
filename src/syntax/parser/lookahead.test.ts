import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outline, type Statement } from '../outline.ts';
import { readQuickly } from '../parse-sentence.ts';
import { scan, type Token } from '../scan.ts';
import { lookaheadTable, RulebookParser } from './rulebook-parser.ts';

const root = join(import.meta.dirname, '../../..');
const rulebooks = ['methodologies', 'examples', 'bench'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rulebook'))
    .map((name) => join(folder, name)),
);
const full = new RulebookParser();
const quick = new RulebookParser({ known: JSON.parse(JSON.stringify(lookaheadTable())) });
const rules = Object.keys(full.rules) as (keyof typeof full.rules)[];

function sentencesOf(statement: Statement): Token[][] {
  return [statement.tokens, ...statement.children.flatMap(sentencesOf)];
}

/** What the parser that works out the grammar itself reads; undefined where there is a mistake. */
function read(rule: keyof typeof full.rules, tokens: Token[]): unknown {
  full.report = () => {};
  full.input = tokens as never;
  const value = (full.rules[rule] as () => unknown).call(full);
  return full.errors.length === 0 ? { value } : undefined;
}

function same(rule: keyof typeof full.rules, tokens: Token[]): boolean {
  const slow = read(rule, tokens);
  const fast = readQuickly(quick, rule, tokens, new WeakMap());
  expect(fast && { value: fast.value }, `${rule}: ${tokens.map((t) => t.image).join(' ')}`).toEqual(slow);
  return slow !== undefined;
}

describe('a parser that was told what to look ahead to reads as one that worked it out', () => {
  test.each(rulebooks)('%s', (name) => {
    const { sections } = outline(
      scan(readFileSync(join(root, name), 'utf8'), () => {}),
      () => {},
    );
    let sound = 0;
    // Every rule tries every sentence, with and without its name, so that most of what it tries is wrong.
    for (const tokens of sections.flatMap(sentencesOf))
      for (const rule of rules)
        for (const part of [tokens, tokens.slice(2)]) if (part.length > 0 && same(rule, part)) sound += 1;
    expect(sound).toBeGreaterThan(10);
  });
});
