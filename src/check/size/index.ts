// In: a rulebook that was read. Out: findings on expressions that are too long to be taken apart; the other checks do
// not look at a rulebook that has one. Never here: what expressions mean.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { checkCycles } from '../cycles/index.ts';
import { scopeOf } from '../names/scope.ts';
import { measureOrder } from '../units/measure-order.ts';
import { depthOf } from '../walk/depth.ts';
import { sitesOf } from '../walk/sites.ts';

const most = 500;
const mostInRings = 200;

/**
 * RB1014: an expression of more than 500 operations in a row or inside one another, or hundreds of measures made of one
 * another.
 */
export function checkSize(context: CheckContext): Diagnostic[] {
  const long = sitesOf(context.rulebook)
    .filter((site) => depthOf(site.expression) > most)
    .map((site) =>
      tooLarge(`${site.role} has more than ${most} operations in a row or inside one another`, site.pointer, context),
    );
  if (long.length > 0) return long;
  const scope = scopeOf(context.rulebook);
  const { ringed } = measureOrder(scope);
  if (ringed.size <= mostInRings) return [];
  const rings = checkCycles(context);
  const [name] = ringed;
  const pointer = scope.measures.get(name ?? '')?.[0]?.pointer ?? '';
  return rings.length > 0
    ? rings
    : [tooLarge(`more than ${mostInRings} measures are made of earlier values of one another`, pointer, context)];
}

function tooLarge(message: string, pointer: string, context: CheckContext): Diagnostic {
  return {
    code: 'RB1014',
    severity: 'error',
    message,
    spans: [context.span(pointer)],
    why: 'nobody can read such rules, and working them out could exhaust the memory of the machine',
    help: 'Give parts of it names in `measures`, or put the values into the market data',
  };
}
