import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ACTION_KINDS, DECISION_ACTIONS, LEVEL_VARIANTS } from '../../src/market/index.ts';
import { shapeFindings } from '../../src/market/dataset-shape.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/datasets.md'), 'utf8');
const schema = JSON.parse(readFileSync(join(root, 'grammar/dataset.schema.json'), 'utf8')) as object;

/** Every key that a schema knows, and every word that it allows as a value. */
function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'properties')
      return [...Object.keys(value as object), ...Object.values(value as object).flatMap(wordsOf)];
    if (key === 'enum') return (value as unknown[]).filter((word): word is string => typeof word === 'string');
    if (key === 'const') return typeof value === 'string' ? [value] : [];
    return wordsOf(value);
  });
}

const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);

describe('the page about data sets', () => {
  test('names every key of the schema, and every word that a key may have', () => {
    const named = new Set(page.match(/[\w/]+|[,;|]|\\t/g));
    const separators = [',', ';', '\t', '|'];
    const wanted = [...new Set([...wordsOf(schema), ...ACTION_KINDS, ...DECISION_ACTIONS, ...LEVEL_VARIANTS])];
    expect(wanted.length).toBeGreaterThan(60);
    expect(wanted.filter((word) => !separators.includes(word) && !named.has(word))).toEqual([]);
  });

  test('has examples that fit the schema', () => {
    const sets = examples.flatMap((text) => dataSetOf(text) ?? []);
    expect(sets.length).toBeGreaterThan(5);
    for (const set of sets) expect(shapeFindings(set, () => ({ file: 'docs/datasets.md' }))).toEqual([]);
  });
});

/** An example as a data set: a whole one, tables of one, or its derivations; nothing for a single field. */
function dataSetOf(text: string): object | undefined {
  const sessions = { files: 's.csv', calendar: 'c', date: 'd', known: 'always' };
  if (/^(dataset|derive):/.test(text)) return { dataset: 'x', tables: { sessions }, ...(parse(text) as object) };
  const tables = parse(text) as object;
  return 'market_cap' in tables ? undefined : { dataset: 'x', tables };
}
