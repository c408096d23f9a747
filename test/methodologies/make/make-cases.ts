// Writes the tables of the cases that are made by rule: `node test/methodologies/make/make-cases.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allCases } from './all-cases.ts';

for (const [path, text] of Object.entries(allCases())) {
  const file = join(import.meta.dirname, '../../../methodologies', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
