import { checkContext, checkRulebook } from '../../src/check/index.ts';
import { lower } from '../../src/plan/lower.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readRulebook } from '../../src/syntax/index.ts';

/** The plan of a rulebook text without mistakes; it may be without the sections that say who is in the index, with which weight and when. */
export function planOf(text: string, file = 'test.rulebook'): Plan {
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, file);
  const context = checkContext(rulebook ?? { rulebook: 1, sections: [] }, sourceMap, file);
  const partial = /^the sections? (?!.*`(?:index|level)`).* missing$/;
  const errors = checkRulebook(context).filter((d) => d.severity === 'error' && !partial.test(d.message));
  if (diagnostics.length > 0 || errors.length > 0)
    throw new Error([...diagnostics, ...errors].map((d) => `${d.code} ${d.message}`).join('\n'));
  return lower(context);
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
