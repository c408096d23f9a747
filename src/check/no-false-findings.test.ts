import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRulebook } from '../syntax/index.ts';
import { checkContext } from './context.ts';
import { checkRulebook } from './index.ts';

const root = resolve(import.meta.dirname, '../..');
const files = ['methodologies', 'examples'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.rulebook'))
    .map((file) => join(folder, file)),
);

describe('rulebooks that are right', () => {
  test('are there to be checked', () => {
    expect(files.length).toBeGreaterThan(5);
  });

  test.each(files)('%s gives no error and no doubt about feasibility', (file) => {
    const read = readRulebook(readFileSync(join(root, file), 'utf8'), file);
    const found = checkRulebook(checkContext(read.rulebook!, read.sourceMap, file, '2026-06-22'));
    const told = [...read.diagnostics, ...found].filter((d) => d.severity === 'error' || d.code.startsWith('RB4'));
    expect(told.map((d) => `${d.code} ${d.message}`)).toEqual([]);
  });
});
