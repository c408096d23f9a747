// In: a rulebook that was read. Out: findings where amounts in different units or values of different types meet, where
// a value is not what its place needs, or has no single value there. Never here: unknown names, which the check of
// names tells.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { checkCycles } from '../cycles/index.ts';
import { analysisOf } from './analysis.ts';
import { checkRankings } from './check-rankings.ts';
import { checkMadeOfItself } from './check-made-of-itself.ts';
import { checkSite } from './check-site.ts';
import { checkTax } from './check-tax.ts';
import { checkFieldUnits } from './fields.ts';
import { checkIndexCurrency } from './index-currency.ts';

const done = new WeakMap<CheckContext, Diagnostic[]>();

/** Checks the units, types and domains of all values of a rulebook. */
export function checkUnits(context: CheckContext): Diagnostic[] {
  const known = done.get(context);
  if (known !== undefined) return known;
  const analysis = analysisOf(context);
  analysis.findings.push(...checkIndexCurrency(context));
  checkFieldUnits(analysis.world);
  for (const site of analysis.sites) checkSite(site, analysis);
  checkRankings(context, analysis);
  checkTax(analysis.sites, analysis.world);
  if (analysis.findings.length === 0 && checkCycles(context).length === 0) checkMadeOfItself(analysis);
  done.set(context, analysis.findings);
  return analysis.findings;
}
