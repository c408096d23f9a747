import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarReference } from './grammar/reference.ts';
import { vocabulary } from './grammar/vocabulary.ts';

// Writes grammar/reference from the parser, and grammar/vocabulary.json from the sources.
const folder = join(import.meta.dirname, '../grammar/reference');
const { markdown, html } = grammarReference();
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'grammar.md'), markdown);
writeFileSync(join(folder, 'grammar.html'), html);
writeFileSync(join(folder, '../vocabulary.json'), `${JSON.stringify(vocabulary(), null, 2)}\n`);
