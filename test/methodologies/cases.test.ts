import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Review } from '../../src/run/run.ts';
import { readCase } from './case-file.ts';
import { expected, found, needsRecords } from './found.ts';
import { canRun, type Machine, openCase, type Result, runCase } from './run-case.ts';

const root = join(import.meta.dirname, '../..');
const files = globSync('methodologies/*/cases/*/case.yaml', { cwd: root }).toSorted();
// The reference looks at everyone anew for each of everyone.
const patience = 300_000;

it('there are cases', () => {
  expect(files.length).toBeGreaterThan(10);
});

describe.each(files)('%s', (file) => {
  const one = readCase(readFileSync(join(root, file), 'utf8'));
  const machines: Machine[] = one.verb === 'calendar' ? ['reference'] : ['reference', 'engine'];
  const results = new Map<Machine, Result>();
  beforeAll(async () => {
    const open = await openCase(join(root, dirname(file)), one);
    for (const by of machines) if (canRun(one, by)) results.set(by, runCase(open, one, by));
  }, patience);

  describe.each(machines.filter((by) => canRun(one, by)))('by the %s', (by) => {
    it.each(one.expect.map((fact) => [fact.fact, fact] as const))('%s', (_, fact) => {
      const result = results.get(by)!;
      if (needsRecords(fact) && !hasRecords(result)) return expect(by).toBe('engine');
      expect(found(fact, result)).toEqual(expected(fact));
    });

    it('warns of nothing else', () => {
      expect(results.get(by)!.warnings.map((warning) => warning.code)).toEqual(one.warnings ?? []);
    });
  });

  it.runIf(one.verb !== 'calendar' && canRun(one, 'engine'))('comes out alike by both', () => {
    const [engine, reference] = [results.get('engine')!, results.get('reference')!];
    expect(hasRecords(engine) ? engine : withoutRecords(engine)).toEqual(
      hasRecords(engine) ? reference : withoutRecords(reference),
    );
  });
});

function hasRecords({ reviews }: Result): boolean {
  return reviews.some((review) => review.decisions.length > 0);
}

function withoutRecords(result: Result): Result {
  return { ...result, reviews: result.reviews.map((review): Review => ({ ...review, decisions: [] })) };
}
