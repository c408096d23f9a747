import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';

/** What counts the steps of a selection. */
const ofSelections = /^RB4[23]/;
/** What tells that rules are missing. */
const ofMissing = /^RB101[6-9]$/;

/**
 * Findings without those that only follow from what could not be read: where a selection lost a step, nothing is said of how many it
 * selects, and where anything was lost, nothing of rules that are not there.
 */
export function withoutFollowUps(
  found: readonly Diagnostic[],
  unread: readonly Diagnostic[],
  context: CheckContext,
): Diagnostic[] {
  const places = unread.filter((d) => d.severity === 'error').map((d) => d.spans[0]?.start);
  if (places.length === 0) return [...found];
  const starts = context.rulebook.sections.map((section, i) => ({
    section: section.section,
    start: context.span(`/sections/${i}`).start ?? 0,
  }));
  const lost = places.some(
    (place) =>
      place === undefined || starts.filter((s) => s.start <= place).reduce(later, starts[0])?.section === 'selection',
  );
  return found.filter((d) => !ofMissing.test(d.code) && !(lost && ofSelections.test(d.code)));
}

function later<T extends { start: number }>(a: T | undefined, b: T): T {
  return a === undefined || b.start >= a.start ? b : a;
}
