import { type RunProblem, runCatalogue } from '../../diagnostics/catalogue/run.ts';
import { failure, type RulebookFailure } from '../../diagnostics/index.ts';

/** The failure that ends a run, to be thrown: what is wrong now, with why and how to mend it from the catalogue. */
export function problem(what: RunProblem, message: string, ownHelp?: string): RulebookFailure {
  const { code, why, help } = runCatalogue[what];
  return failure({ code, severity: 'error', message, spans: [], why, help: ownHelp ?? help });
}
