import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarReference } from './grammar/reference.ts';

// Writes grammar/reference from the parser.
const folder = join(import.meta.dirname, '../grammar/reference');
const { markdown, html } = grammarReference();
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'grammar.md'), markdown);
writeFileSync(join(folder, 'grammar.html'), html);
