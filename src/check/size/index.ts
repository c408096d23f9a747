// In: a rulebook that was read. Out: findings on expressions that are too long to be taken apart; the other checks do not look at a
// rulebook that has one. Never here: what expressions mean.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { depthOf } from '../walk/depth.ts';
import { sitesOf } from '../walk/sites.ts';

const most = 500;

/** RB1014: an expression of more than 500 operations in a row or inside one another. */
export function checkSize(context: CheckContext): Diagnostic[] {
  return sitesOf(context.rulebook)
    .filter((site) => depthOf(site.expression) > most)
    .map((site) => ({
      code: 'RB1014',
      severity: 'error',
      message: `${site.role} has more than ${most} operations in a row or inside one another`,
      spans: [context.span(site.pointer)],
      why: 'nobody can read such a sentence, and working it out could exhaust the memory of the machine',
      help: 'Give parts of it names in `measures`, or put the values into the market data',
    }));
}
