import type { Diagnostic } from '../../src/diagnostics/index.ts';
import type { Rulebook } from '../../src/model/index.ts';
import { checkAndLower, type Plan } from '../../src/plan/index.ts';
import { formatText, readRulebook } from '../../src/syntax/index.ts';
import type { TinyMarket } from '../support/tiny-market.ts';
import { generatedMarket } from './generated-market.ts';
import { generatedRulebook } from './generated-rulebook.ts';
import { random } from './random.ts';

/** A rulebook with a market to run it on; all of it follows from the seed. */
export type Case = { seed: number; rulebook: Rulebook; market: TinyMarket };

export function generatedCase(seed: number): Case {
  const r = random(seed);
  const world = generatedMarket(r);
  return { seed, rulebook: generatedRulebook(r, world), market: world.market };
}

/** Reads a rulebook as a file of the name given and lowers it; without a plan there are errors among the findings. */
export function planFrom(
  source: string,
  file: string,
): { plan?: Plan; rulebook?: Rulebook; diagnostics: Diagnostic[] } {
  const { rulebook, sourceMap, diagnostics } = readRulebook(source, file);
  if (rulebook === undefined || diagnostics.some((d) => d.severity === 'error')) return { diagnostics };
  return { rulebook, ...checkAndLower(rulebook, sourceMap, file) };
}

/** The plan of a typed rulebook, by way of its text; undefined where the checks refuse it. */
export function planOf(rulebook: Rulebook): Plan | undefined {
  return planFrom(formatText(rulebook), 'generated.rulebook').plan;
}
