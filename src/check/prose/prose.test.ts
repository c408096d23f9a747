import { expect, test } from 'vitest';
import { findingsIn, pointedAt } from '../../../test/support/findings-in.ts';
import { renderDiagnostics } from '../../diagnostics/render/index.ts';
import { checkProse } from './index.ts';

const rules = (section: number, under = '') =>
  `eligibility of lines at event_${section}\n${[1, 2, 3]
    .map((k) => `  rule_${section}${k}: require close > ${k} USD per share\n${under}`)
    .join('')}\n`;
const said = '    en "Said."\n    ja "言った。"\n';
const fields = 'fields\n  close of line: USD per share\n\n';

test('rules without prose or a source are told once a file, by name and line, with all places', () => {
  const text = `${fields}${rules(1)}${rules(2, said)}${rules(3)}`;
  const found = findingsIn(text, checkProse);
  expect(found.map((d) => d.code)).toEqual(['RB6001', 'RB6002']);
  const [prose, source] = found;
  expect(prose!.message).toContain('6 rules have no prose: `rule_11` (line 5), `rule_12` (line 6)');
  expect(prose!.message).toMatch(/and `rule_33` \(line \d+\)$/);
  expect(pointedAt(text, prose!)[5]).toBe('rule_33: require close > 3 USD per share <no prose>');
  expect(source!.spans).toHaveLength(9);
  const shown = renderDiagnostics([prose!], new Map([['test.rulebook', text]]), { format: 'human' });
  expect(shown).toContain('... and 3 more places');
  expect(shown.split('\n').length).toBeLessThan(22);
});

test('a code that stands for no language is told once, and asked of no other rule', () => {
  const text = `${fields}${rules(1, said)}${rules(2, said).replace('ja "', 'jp "')}${rules(3, said)}`;
  const found = findingsIn(text, checkProse).filter((d) => d.code !== 'RB6002');
  expect(found.map((d) => `${d.code} ${d.message} | ${d.help}`)).toEqual([
    'RB6007 `jp` stands for no language | Write `ja`: `ja "…"`',
  ]);
  const missing = findingsIn(text.replace('    jp "言った。"\n', ''), checkProse);
  expect(missing.map((d) => d.code)).toEqual(['RB6002', 'RB6004']);
});
