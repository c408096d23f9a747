import type { OwnCalendars } from '../calendar/index.ts';
import { checkContext, checkRulebook, type SourceMap } from '../check/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { lower } from './lower.ts';
import type { Plan } from './plan.ts';

/**
 * Checks a rulebook and, if no finding is an error, lowers it to its plan. `today` (ISO date) is for checks that ask
 * for the day at hand; without it they are left out. `calendars` are those that the data set brings, where there is
 * one.
 */
export function checkAndLower(
  rulebook: Rulebook,
  sourceMap: SourceMap,
  file: string,
  today?: string,
  calendars?: OwnCalendars,
): { plan?: Plan; diagnostics: Diagnostic[] } {
  const context = checkContext(rulebook, sourceMap, file, today, calendars);
  const diagnostics = checkRulebook(context);
  if (diagnostics.some((d) => d.severity === 'error')) return { diagnostics };
  return { plan: lower(context), diagnostics };
}
