import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContext, checkRulebook } from '../../check/index.ts';
import { tinyMarket } from '../../../test/support/tiny-market.ts';
import { checkData } from '../../check/data/index.ts';
import { checkMarket } from '../../check/market/index.ts';
import { readRulebook } from '../../syntax/index.ts';
import { codePages } from '../code-pages.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type CatalogueEntry, catalogue, type Given } from './index.ts';

const src = resolve(import.meta.dirname, '../..');

function findings(text: string, given: Given | undefined): Diagnostic[] {
  const read = readRulebook(text, 'example.rulebook');
  if (read.rulebook === undefined) return read.diagnostics;
  const context = checkContext(read.rulebook, read.sourceMap, 'example.rulebook', given?.today);
  const data = given?.fields === undefined ? [] : checkData(context, given.fields);
  const market = given?.market === undefined ? [] : checkMarket(context, tinyMarket(given.market));
  return [...read.diagnostics, ...checkRulebook(context), ...data, ...market];
}

function emitted(folder: string): Set<string> {
  const codes = new Set<string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const catalogueItself = path.includes(join('diagnostics', 'catalogue')) && !/syntax\.ts$|run\.ts$/.test(path);
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts') || catalogueItself) continue;
    for (const code of readFileSync(path, 'utf8').matchAll(/'(RB\d{3,4})'/g)) codes.add(code[1]!);
  }
  return codes;
}

describe('the catalogue', () => {
  const codes = catalogue.map((entry) => entry.code);

  test('has each code once', () => {
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    expect(codes.filter((code) => !/^RB\d{3,4}$/.test(code))).toEqual([]);
  });

  test('has a page for every code in the sources, and no other', () => {
    const inUse = emitted(src);
    expect([...inUse].filter((code) => !codes.includes(code)).sort()).toEqual([]);
    expect(codes.filter((code) => !inUse.has(code))).toEqual([]);
  });

  test('keeps to the wording rules', () => {
    const bad = catalogue.filter(
      (e) =>
        /\.$/.test(e.title) ||
        e.title === '' ||
        e.why === '' ||
        e.help === '' ||
        /undefined|\[object/.test(e.why + e.help),
    );
    expect(bad.map((e) => e.code)).toEqual([]);
  });

  test('is what docs/codes.md says (`npm run codes` writes it anew)', () => {
    expect(readFileSync(resolve(src, '../docs/codes.md'), 'utf8')).toBe(codePages());
  });
});

const pairs = catalogue.filter((e): e is CatalogueEntry & { failing: string } => e.failing !== undefined);

describe.each(pairs.map((e) => [e.code, e] as const))('%s', (code, entry) => {
  test('is found where it should be', () => {
    const found = findings(entry.failing, entry.given);
    const own = found.filter((d) => d.code === code);
    expect(found.map((d) => d.code)).toContain(code);
    for (const d of own) {
      expect(d.message).not.toMatch(/\.$|undefined|\[object|NaN/);
      expect(d.spans[0]?.file).toBe('example.rulebook');
    }
  });

  test.skipIf(entry.passing === undefined)('is not found where all is well', () => {
    // Nor is anything in it unreadable.
    const readable = (d: Diagnostic) => code.startsWith('RB0') || !d.code.startsWith('RB0');
    const found = findings(entry.passing!, entry.given).filter((d) => d.code === code || !readable(d));
    expect(found.map((d) => `${d.code} ${d.message}`)).toEqual([]);
  });
});
