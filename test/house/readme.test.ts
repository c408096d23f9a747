import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const text = (name: string): string => readFileSync(join(root, name), 'utf8');

test('the rulebook in the README is the one of the starter example', () => {
  expect(text('README.md')).toContain(text('examples/starter/ten-largest.rulebook'));
});

test('files that the README points to exist', () => {
  const links = [...text('README.md').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!);
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(() => readFileSync(join(root, link)), link).not.toThrow(/ENOENT/);
});
