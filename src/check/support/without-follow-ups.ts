import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { lostWords } from './lost-words.ts';

/** What counts the steps of a selection. */
const ofSelections = /^RB4[23]/;
/** What tells that rules are missing. */
const ofMissing = /^RB101[6-9]$/;
/** What tells that a name stands for nothing. */
const ofNames = /^RB100[1-8]$/;
/** What every rulebook needs, by the words in its text. */
const neededWords = /index|level|currency|calendar|notional|selection|weighting|schedule/g;
/** A stretch of time without any version of a rule. */
const gap = 'RB3002';

/**
 * Findings without those that only follow from what could not be read. Where a sentence was not read nothing is said
 * about it, nor that the name it declares is unknown, or the names in it unused; where a selection lost a step, nothing
 * of how many it selects; and where anything was lost, nothing of rules that are not there.
 */
export function withoutFollowUps(
  found: readonly Diagnostic[],
  unread: readonly Diagnostic[],
  context: CheckContext,
): Diagnostic[] {
  const places = unread.filter((d) => d.severity === 'error').map((d) => d.spans[0]?.start);
  if (places.length === 0) return [...found];
  const stretches = context.sourceMap.unread ?? [];
  const lost = lostWords(context);
  const used = new Set([...lost.used].map((word) => word.toLowerCase()));
  const isLost = (word: string) => used.has(word);
  const step = places.some((place) => place === undefined || sectionAt(place, context) === 'selection');
  return found.filter((d) => {
    const at = d.spans[0]?.start ?? -1;
    const name = /`([^`]+)`/.exec(d.message)?.[1] ?? '';
    if (ofNames.test(d.code)) return !lost.declared.has(name);
    if (stretches.some((s) => at >= s.start && at < s.end)) return false;
    if (ofMissing.test(d.code)) return false;
    if (ofSelections.test(d.code)) return !step;
    switch (d.code) {
      case 'RB1010':
        return !lost.used.has(name);
      case 'RB1011':
        return !unread.some((u) => u.code === 'RB0015') && !(d.message.match(neededWords) ?? []).some(isLost);
      // The currency of the index brings itself in, where it is none of ISO 4217.
      case 'RB2007':
        return !(/^[A-Z]{3}$/.test(name) && lost.used.has('currency'));
      case gap:
        return !lost.declared.has(name);
      case 'RB3103':
        return !lost.dates(at).has('effective');
      case 'RB3104':
        return !lost.dates(at).has('reference');
      default:
        return true;
    }
  });
}

/** The kind of the section that a place is in. */
function sectionAt(place: number, context: CheckContext): string | undefined {
  let found: { section: string; start: number } | undefined;
  for (const [i, { section }] of context.rulebook.sections.entries()) {
    const start = context.span(`/sections/${i}`).start ?? 0;
    if (start <= place && (found === undefined || start >= found.start)) found = { section, start };
  }
  return found?.section;
}
