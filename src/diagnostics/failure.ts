import type { Diagnostic } from './diagnostic.ts';

/** Thrown where work cannot go on; carries the findings that say why. The command line renders them. */
export type RulebookFailure = Error & { diagnostics: Diagnostic[] };

/** Makes a failure from findings, to be thrown. */
export function failure(...diagnostics: Diagnostic[]): RulebookFailure {
  const error = new Error(diagnostics.map((d) => `${d.code}: ${d.message}`).join('\n'));
  return Object.assign(error, { name: 'RulebookFailure', diagnostics });
}

/** Tells a failure that carries findings from any other thrown thing. */
export function isFailure(error: unknown): error is RulebookFailure {
  return error instanceof Error && error.name === 'RulebookFailure' && 'diagnostics' in error;
}
