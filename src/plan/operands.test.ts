import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { planOf } from '../../test/support/plan-of.ts';
import { expressionsIn } from './operands.ts';

const folder = resolve(import.meta.dirname, '../../methodologies');
const rulebooks = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.rulebook'));

/** All objects that say both what they do and what they are of. */
function anyhow(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(anyhow);
  return 'op' in part && 'domain' in part ? [part, ...inside] : inside;
}

test.each(rulebooks)('no expression of %s is passed over', (name) => {
  const plan = planOf(readFileSync(join(folder, name), 'utf8'), name);
  const found = expressionsIn(plan);
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found)).toEqual(new Set(anyhow(plan)));
  expect(found.length).toBe(anyhow(plan).length);
});
