import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../test/support/cases.ts';
import { arbitraryRulebook } from '../../test/support/arbitrary-rulebook.ts';
import { formatText, readRulebook, toJson, toYaml } from './index.ts';

const root = join(import.meta.dirname, '../..');
const example = readFileSync(join(root, 'docs/language.md'), 'utf8').split('```')[1]!.trimStart();
const files = ['methodologies', 'examples'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.rulebook'))
    .map((path) => join(folder, path)),
);
const texts: [string, string][] = [
  ['the language page', example],
  ...files.map((path): [string, string] => [path, readFileSync(join(root, path), 'utf8')]),
];

describe.each(texts)('%s', (_, text) => {
  const { rulebook, diagnostics } = readRulebook(text, 'a.rulebook');
  it('is read without findings', () => expect(diagnostics).toEqual([]));
  it('is formatted without loss, and a second time without change', () => {
    const once = formatText(rulebook!);
    const again = readRulebook(once, 'a.rulebook');
    expect(again.diagnostics).toEqual([]);
    expect(again.rulebook).toEqual(rulebook);
    expect(formatText(again.rulebook!)).toBe(once);
  });
  it('is the same through YAML and JSON', () => {
    expect(readRulebook(toYaml(rulebook!), 'a.yaml').rulebook).toEqual(rulebook);
    expect(readRulebook(toJson(rulebook!), 'a.json').rulebook).toEqual(rulebook);
  });
  it('keeps every one of numbered comments, once each', () => {
    let count = 0;
    const numbered = text
      .replace(/[ \t]*#[^"\n]*$/gm, '')
      .split('\n')
      .flatMap((line) => {
        if (line.trim() === '') return [line];
        const indent = line.match(/^ */)![0];
        // A whole line before, one at the end, and inside parentheses one after every comma.
        // Not in lines with texts, which may hold parentheses of their own.
        const broken = line.includes('"')
          ? line
          : line.replace(
              /(?<=\([^()"]*),(?=[^()"]*\))/g,
              () => `, # c${++count}.\n   ${indent} # c${++count}.\n   ${indent}`,
            );
        return [`${indent}# c${++count}.`, `${broken} # c${++count}.`];
      })
      .join('\n');
    const read = readRulebook(`${numbered}\n# c${++count}.\n`, 'a.rulebook');
    expect(read.diagnostics).toEqual([]);
    const kept = formatText(read.rulebook!).match(/# c\d+\./g)!;
    expect(kept.toSorted()).toEqual(Array.from({ length: count }, (_, i) => `# c${i + 1}.`).toSorted());
    expect({ ...read.rulebook, comments: 0 }).not.toEqual({ ...rulebook, comments: 0 });
  });
});

describe('any rulebook', () => {
  it('is the same through text, YAML and JSON', () => {
    fc.assert(
      fc.property(arbitraryRulebook, (rulebook) => {
        const text = formatText(rulebook);
        const read = readRulebook(text, 'a.rulebook');
        expect(read.diagnostics.map((d) => [d.message, text.slice(d.spans[0]!.start! - 40, d.spans[0]!.end)])).toEqual(
          [],
        );
        expect(read.rulebook).toEqual(rulebook);
        expect(formatText(read.rulebook!)).toBe(text);
        const yaml = readRulebook(toYaml(rulebook), 'a.yaml');
        expect(yaml.diagnostics).toEqual([]);
        expect(yaml.rulebook).toEqual(rulebook);
        expect(readRulebook(toJson(rulebook), 'a.json').rulebook).toEqual(rulebook);
      }),
      { numRuns: cases(200) },
    );
  });
});
