import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { refused, yaml } from '../market/test-folder.ts';
import { readRulebook } from '../syntax/index.ts';
import { toYaml } from '../syntax/data/write-data.ts';

const file = resolve(import.meta.dirname, '../../examples/starter/ten-largest.rulebook');
const { rulebook } = readRulebook(readFileSync(file), 'a.rulebook');
const data = toYaml(rulebook!);
const told = (text: string) =>
  readRulebook(text, 'a.yaml').diagnostics.map((d) => `${d.code} ${d.message} | ${d.help}`);

test.each([
  [
    '    currency: NHC',
    '   currency: NHC',
    'indented by 3, and belongs where 4 would be | Indent it by 4 blanks, like line',
  ],
  ['    currency: NHC', '      currency: NHC', 'indented by 6, and belongs where 4 would be | Indent it by 4 blanks'],
  [
    '        unit: shares',
    '       unit: shares',
    'indented by 7, and belongs where 8 would be | Indent it by 8 blanks',
  ],
  ['    fields:', '  fields:', 'indented by 2, and belongs where 4 would be | Indent it by 4 blanks'],
])('one line of the data form with a wrong indentation is one finding: %s', (right, wrong, says) => {
  expect(told(data)).toEqual([]);
  expect(data).toContain(`\n${right}\n`);
  const found = told(data.replace(`\n${right}\n`, `\n${wrong}\n`));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('RB0006 this line is ');
  expect(found[0]).toContain(says);
});

test('a tab in YAML is one finding', async () => {
  const found = told(data.replace('\n    currency: NHC', '\n\tcurrency: NHC'));
  expect(found).toEqual([expect.stringMatching(/^RB0005 a tab in the indentation \| Indent with blanks/)]);
  const ofData = await refused({ 'dataset.yaml': yaml().replace('      close:', '\tclose:') });
  expect(ofData.map((d) => `${d.message} | ${d.help}`)).toEqual([
    'This is not valid YAML: a tab stands in the indentation | Indent with blanks (the space bar); YAML allows no tabs there',
  ]);
});

test.each([
  ['    line: line', '     line: line', 5],
  ['    line: line', '  line: line', 5],
  ['    fields:', '  fields:', 8],
  ['      close:', '    close:', 9],
  ['  prices:', 'prices:', 3],
])('one line of `dataset.yaml` with a wrong indentation is one finding: `%s`', async (right, wrong, line) => {
  const found = await refused({ 'dataset.yaml': yaml().replace(right, wrong) });
  expect(found.map((d) => d.message)).toEqual([`Line ${line} is indented differently from its neighbours`]);
  expect(found[0]!.spans[0]!.row).toBe(line);
});

test('other mistakes stay what they are', async () => {
  const found = await refused({ 'dataset.yaml': yaml().replace('    files:', '    filse:') });
  expect(found.map((d) => d.help)).toContain('Did you mean `files`?');
  expect(told(data.replace('currency: NHC', 'curency: NHC'))).toEqual([
    expect.stringContaining('Did you mean `currency`?'),
  ]);
});
