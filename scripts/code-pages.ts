import { writeFileSync } from 'node:fs';
import { codePages } from '../src/diagnostics/code-pages.ts';

// Writes docs/codes.md anew from the catalogue.
writeFileSync(new URL('../docs/codes.md', import.meta.url), codePages());
