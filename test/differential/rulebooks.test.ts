import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatText, readRulebook, toYaml } from '../../src/syntax/index.ts';
import { cases } from '../support/cases.ts';
import { compareAll, type Compared } from './differences.ts';
import { type Case, generatedCase, planFrom, planOf } from './generated-case.ts';
import { reduce } from './reduce.ts';

const wanted = cases(300);
const seed = process.env.RULEBOOK_SEED;

/**
 * Generated rulebooks, through text, data form and checks, on generated markets: engine, engine in decimals and reference give the
 * same run and the same review, or fail with the same code. `RULEBOOK_CASES` says how many, `RULEBOOK_SEED` runs one again.
 */
test('engine and reference agree on generated rulebooks', { timeout: 3_600_000 }, () => {
  const outcomes = { refused: 0, runs: 0, reviews: 0, failures: 0 };
  const property = fc.property(fc.noBias(fc.nat()), (one) => {
    const generated = generatedCase(one);
    const text = formatText(generated.rulebook);
    const { plan, rulebook, diagnostics } = planFrom(text, 'generated.rulebook');
    if (plan === undefined || rulebook === undefined) {
      // What the checks refuse is no case; what can't be read back is a mistake of the printer or the parser.
      expect(
        diagnostics.filter((d) => d.code.startsWith('RB0')).map((d) => `${d.code} ${d.message}`),
        text,
      ).toEqual([]);
      outcomes.refused += 1;
      return fc.pre(false);
    }
    expect(rulebook, `text form, seed ${one}`).toEqual(generated.rulebook);
    const yaml = toYaml(rulebook);
    expect(readRulebook(yaml, 'generated.yaml').rulebook, `data form, seed ${one}`).toEqual(rulebook);
    if (one % 5 === 0) expect(planFrom(yaml, 'generated.yaml').plan?.hash, `data form, seed ${one}`).toBe(plan.hash);
    for (const { what, differences, outcome } of compareAll(plan, generated.market, one)) {
      if (differences.length > 0) throw new Error(told(generated, what, differences));
      if (outcome !== 'result') outcomes.failures += 1;
      else if (what === 'run') outcomes.runs += 1;
      else outcomes.reviews += 1;
    }
  });
  if (seed !== undefined) {
    fc.assert(property, { examples: [[Number(seed)]], numRuns: 1 });
    return;
  }
  fc.assert(property, { numRuns: wanted, endOnFailure: true, maxSkipsPerRun: 5 });
  console.info(`${wanted} generated rulebooks: ${JSON.stringify(outcomes)}`);
  // Most of what is generated passes the checks, and enough of it runs to the end for the agreement to mean something.
  expect(outcomes.refused).toBeLessThan(wanted / 4);
  expect(outcomes.runs).toBeGreaterThan(wanted / 5);
  expect(outcomes.reviews).toBeGreaterThan(wanted / 5);
});

/** A difference with the smallest rulebook that still has one of its kind, and how to see it again. */
function told(generated: Case, what: string, differences: string[]): string {
  const kind = kindOf(what, differences[0]!);
  const found = (one: Case): Compared | undefined => {
    const plan = planOf(one.rulebook);
    const all = plan === undefined ? [] : compareAll(plan, one.market, one.seed);
    return all.find((compared) => compared.differences.some((text) => kindOf(compared.what, text) === kind));
  };
  const differs = (one: Case): boolean => {
    try {
      return found(one) !== undefined;
    } catch {
      return false;
    }
  };
  const small = reduce(generated, differs, 60_000);
  const { days, lines, actions, decisions, constituents } = small.market;
  return [
    `engine and reference differ; replay with RULEBOOK_SEED=${generated.seed}`,
    `${what}`,
    ...differences,
    '',
    'Made smaller:',
    formatText(small.rulebook),
    JSON.stringify({ days: [days[0], days.at(-1)], lines, actions, decisions, constituents }),
    ...(found(small)?.differences ?? []),
  ].join('\n');
}

/** What is compared and where the difference is, without the numbers in it. */
function kindOf(what: string, difference: string): string {
  const [place, values] = difference.split(': ');
  return `${what.slice(0, 4)} ${place?.replaceAll(/\d+/g, 'n')} ${values?.includes('the failure') ? values : ''}`;
}
