// In: a rulebook that was read, with the places of its nodes. Out: findings, one for each mistake, errors and warnings
// alike.
// Never here: reading text, market data or the clock, or changing the rulebook.
// One folder per check, run in the order of registry.ts. Four are none of these: data/ sets the declared fields against
// those of a data set, market/ a rulebook against a market that was read (the command line calls both where it has
// data); walk/ goes through all expressions of a rulebook with their places, support/ holds what several checks need.
import type { Diagnostic } from '../diagnostics/index.ts';
import type { CheckContext } from './context.ts';
import { checks } from './registry.ts';
import { checkSize } from './size/index.ts';

export type { Check } from './check.ts';
export { withoutFollowUps } from './support/without-follow-ups.ts';
export { type CheckContext, checkContext, type SourceMap } from './context.ts';

/** Runs all static checks on a rulebook. Findings come in the order of the checks, then of the rulebook. */
export function checkRulebook(context: CheckContext): Diagnostic[] {
  const tooLarge = checkSize(context);
  return tooLarge.length > 0 ? tooLarge : checks.flatMap((check) => check(context));
}
