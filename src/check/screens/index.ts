// In: the conditions of a rulebook. Out: those that nothing can meet, that leave nothing out, or that have idle parts.
// Never here: market data; what only the data could tell is not told.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { sitesOf } from '../walk/sites.ts';
import { betweenRules } from './between-rules.ts';
import { conditionFindings } from './condition.ts';
import { knownOf } from './satisfiable.ts';

/** Everything about conditions: RB4101 to RB4108. */
export function checkScreens(context: CheckContext): Diagnostic[] {
  const fields = context.rulebook.sections.flatMap((s) => (s.section === 'fields' ? s.fields : []));
  const units = new Map(fields.map((field) => [field.name, field.unit]));
  const known = knownOf((name) => units.get(name));
  const alone = sitesOf(context.rulebook)
    .filter((site) => site.wanted === 'yes/no' && !site.inLimits)
    .flatMap((site) => conditionFindings(context, site.expression, site.pointer, site.name, known));
  return [...alone, ...betweenRules(context, known)];
}
