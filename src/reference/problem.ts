import { type RulebookFailure, failure } from '../diagnostics/index.ts';
import { type RunProblem, runCatalogue } from '../diagnostics/catalogue/run.ts';

/**
 * Makes the failure that ends a run, to be thrown: what is wrong now, with why and, unless the case asks for other
 * words, how to mend it from the catalogue.
 */
export function problem(what: RunProblem, message: string, otherHelp?: string): RulebookFailure {
  const { code, why, help } = runCatalogue[what];
  return failure({ code, severity: 'error', message, spans: [], why, help: otherHelp ?? help });
}
