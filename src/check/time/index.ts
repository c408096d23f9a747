// In: the periods of all rules and sections. Out: conflicts, gaps, rules that never hold, and what is overdue.
// Never here: the clock, or the dates of events.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { conflicts } from './conflicts.ts';
import { gaps } from './gaps.ts';
import { neverInForce } from './never-in-force.ts';
import { overdue } from './overdue.ts';

/** Everything about periods of validity: RB3001 to RB3007. */
export function checkTime(context: CheckContext): Diagnostic[] {
  return [...conflicts(context), ...gaps(context), ...neverInForce(context), ...overdue(context)];
}
