import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allCases } from './all-cases.ts';

const files = allCases();

it.each(Object.keys(files))('%s is as it is made', (path) => {
  const text = readFileSync(join(import.meta.dirname, '../../../methodologies', path), 'utf8');
  expect(text === files[path], 'run `node test/methodologies/make/make-cases.ts`').toBe(true);
});
