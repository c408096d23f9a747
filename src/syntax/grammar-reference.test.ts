import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { grammarReference } from '../../scripts/grammar/reference.ts';

const file = (name: string) => readFileSync(join(import.meta.dirname, '../../grammar/reference', name), 'utf8');

it('the grammar reference is that of the parser (else run `npm run grammar`)', () => {
  const { markdown, html } = grammarReference();
  expect(file('grammar.md')).toBe(markdown);
  expect(file('grammar.html')).toBe(html);
});

it('every rule that a diagram leads to has a diagram', () => {
  const { html } = grammarReference();
  for (const [, name] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${name}"`);
});
