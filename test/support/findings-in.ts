import type { Diagnostic } from '../../src/diagnostics/index.ts';
import { type Check, checkContext, checkRulebook } from '../../src/check/index.ts';
import { readRulebook } from '../../src/syntax/index.ts';

/** What checks (all, where none is given) find in a rulebook text; the text itself has to be readable. */
export function findingsIn(text: string, check: Check = checkRulebook): Diagnostic[] {
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'test.rulebook');
  if (rulebook === undefined || diagnostics.length > 0)
    throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  return check(checkContext(rulebook, sourceMap, 'test.rulebook'));
}

/** The words of the text that a finding points at, with their labels. */
export function pointedAt(text: string, finding: Diagnostic): string[] {
  return finding.spans.map((s) => `${text.slice(s.start, s.end)}${s.label === undefined ? '' : ` <${s.label}>`}`);
}
