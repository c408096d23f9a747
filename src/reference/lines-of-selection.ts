import type { Review } from './context.ts';
import { runAt } from './context.ts';
import { linesOf } from './entity.ts';
import { isListed } from './listing.ts';
import type { Picking } from './picking.ts';

/** The lines that come into the basket, in the order of ids. */
export function linesOfSelection(review: Review, picking: Picking | undefined): number[] {
  if (picking === undefined) return stayers(review, [...review.incumbents]);
  const members = [...picking.chosen.keys()];
  const lines =
    picking.selection.of === 'line' ? members : members.flatMap((company) => linesOfCompany(review, company));
  return lines.toSorted((a, b) => a - b);
}

/**
 * All eligible lines of a company; the lines it had where no rule speaks of eligibility at this event, or none is
 * eligible.
 */
function linesOfCompany(review: Review, company: number): number[] {
  const lines = linesOf(review, company);
  const had = stayers(
    review,
    lines.filter((line) => review.incumbents.has(line)),
  );
  const eligible = lines.filter((line) => review.eligible?.lines.has(line));
  const rules = runAt(review, review.plan.screens).some((screen) => screen.force === 'require');
  if (had.length > 0 && (!rules || eligible.length === 0)) return had;
  if (eligible.length > 0) return eligible;
  const inUniverse = lines.filter((line) => review.universe?.has(line));
  return inUniverse.length > 0 ? inUniverse : lines.filter((line) => isListed(review.market, line, review.asOf));
}

function stayers(review: Review, lines: number[]): number[] {
  return lines.filter((line) => isListed(review.market, line, review.asOf)).toSorted((a, b) => a - b);
}
