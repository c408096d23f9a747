import { isoDate } from '../calendar/index.ts';
import type { PlanSelection } from '../plan/plan.ts';
import { type Review, runAt } from './context.ts';
import { findEligible } from './eligibility.ts';
import { linesOfSelection } from './lines-of-selection.ts';
import { problem } from './problem.ts';
import type { Picking } from './picking.ts';
import { select } from './selection.ts';

/**
 * Every selection of an event: those of named sets in the order of the rulebook, then the main one, which gives the
 * lines.
 */
export function choose(review: Review): Picking[] {
  findEligible(review);
  const selections = runAt(review, review.plan.selections);
  const sets = selections.map((selection) => selection.set);
  const double = sets.find((set, i) => sets.indexOf(set) !== i);
  if (double !== undefined) {
    throw problem(
      'twoWeightings',
      `two selections make \`${double}\` at \`${review.event}\` on ${isoDate(review.effective)}`,
    );
  }
  const picked = [...selections.filter((s) => !isMain(s)), ...selections.filter(isMain)].map((s) => select(review, s));
  const main = mainOf(picked);
  const lines = linesOfSelection(review, main);
  review.selected = main === undefined ? { of: 'line', members: new Set(lines) } : review.sets.get('constituents');
  review.selectedLines = new Set(lines);
  review.memo.clear();
  return picked;
}

export function mainOf(picked: Picking[]): Picking | undefined {
  return picked.find((picking) => isMain(picking.selection));
}

function isMain(selection: PlanSelection): boolean {
  return selection.set === 'constituents';
}
