import { checkAndLower } from '../../src/plan/compile.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readRulebook } from '../../src/syntax/index.ts';

/** The plan of a rulebook text without mistakes. */
export function planOf(text: string, file = 'test.rulebook'): Plan {
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, file);
  const compiled =
    rulebook === undefined ? { diagnostics: [], plan: undefined } : checkAndLower(rulebook, sourceMap, file);
  if (diagnostics.length > 0 || compiled.plan === undefined)
    throw new Error([...diagnostics, ...compiled.diagnostics].map((d) => `${d.code} ${d.message}`).join('\n'));
  return compiled.plan;
}

/** A small rulebook that has what every rulebook needs, with more sections after it. */
export function smallRulebook(more: string): string {
  return `index DEMO "Demonstration"
  currency USD
  calendar XNYS

level
  base 100 on 2020-01-31
  returns price, net after 15% + 15% tax
  round level to 2 decimals half up

${more}`;
}
