import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
// The library alone, as one who installed it has it.
import {
  checkAndLower,
  epochDay,
  explainSecurity,
  explanationText,
  findSecurity,
  type Marks,
  neededFields,
  openMarket,
  readRulebook,
  reviewOn,
  type RulebookSource,
  rulePlaces,
} from '../../src/index.ts';

const root = resolve(import.meta.dirname, '../..');
const library = join(root, 'src/index.ts');
const file = 'examples/starter/leaders-50.rulebook';

test('the example at the head of the library runs as it stands', () => {
  const example = /```ts\n([\s\S]+?) \* ```/.exec(readFileSync(library, 'utf8'))![1]!.replaceAll(/^ \* ?/gm, '');
  const folder = mkdtempSync(join(tmpdir(), 'rulebook-library-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = join(folder, 'example.ts');
  writeFileSync(script, example.replace("'rulebook-lang'", `'${pathToFileURL(library)}'`));
  const said = execFileSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
  expect(said).toContain("date: '2024-12-31'");
  expect(said).toContain('It becomes a constituent');
});

test('the library explains a security, with the places of its rules, plain or marked', async () => {
  const { rulebook, sourceMap } = readRulebook(readFileSync(join(root, file)), file);
  const { plan } = checkAndLower(rulebook!, sourceMap, file);
  const opened = await openMarket(join(root, 'examples/starter'), { fields: neededFields(plan!) });
  if (!('market' in opened)) throw new Error(JSON.stringify(opened.diagnostics));
  const review = reviewOn(plan!, opened.market, { on: '2024-06-24', decisions: 'all' });
  const source: RulebookSource = { file: sourceMap, text: sourceMap };
  const { found } = findSecurity(opened.market, 'MOBD', epochDay('2024-06-24'));
  const explanation = explainSecurity(review, found[0]!, { index: plan!.index.name, places: rulePlaces(source) });
  expect(explanation.result).toBe('added');
  expect(explanation.rules.length).toBeGreaterThan(0);
  for (const rule of explanation.rules) expect(rule).toMatchObject({ file, line: expect.any(Number) });
  const plain = explanationText(explanation);
  expect(plain).toContain('It becomes a constituent');
  const same = (text: string) => text;
  const marks: Marks = { bold: (text) => `**${text}**`, dim: same, green: same, red: same, yellow: same };
  expect(explanationText(explanation, marks).replaceAll('**', '')).toBe(plain);
  expect(explanationText(explanation, marks)).toContain('**Rules**');
});
