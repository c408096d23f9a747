import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { type DatedRule, datedRules, type Kind } from '../support/dated-rule.ts';
import { common, day, daysOf, isNone } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { lifeOf } from '../support/life.ts';

/**
 * RB3006: the methodology should have been reviewed by now. RB3007: the index begins before any of the rules it cannot
 * do without.
 */
export function overdue(context: CheckContext): Diagnostic[] {
  return [...reviews(context), ...begins(context)];
}

function reviews(context: CheckContext): Diagnostic[] {
  const today = day(context.today);
  if (today === undefined) return [];
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'index') return [];
    const by = day(section.reviewBy);
    const inForce = !isNone(common(daysOf(section), { from: today, until: today }));
    const ended = (day(section.ends) ?? today) < today;
    if (by === undefined || by >= today || !inForce || ended) return [];
    return finding(
      'warning',
      'RB3006',
      `the methodology was to be reviewed by ${isoDate(by)}, ${today - by === 1 ? 'one day' : `${today - by} days`} ago`,
      [context.span(`/sections/${i}/reviewBy`)],
      'rules that nobody has looked at for long drift away from the market they describe',
      'review the methodology, and set the next date with `review by`',
    );
  });
}

const needed: Partial<Record<Kind, string>> = { weighting: 'weighting', event: 'event' };

function begins(context: CheckContext): Diagnostic[] {
  const { from } = lifeOf(context.rulebook);
  if (!Number.isFinite(from)) return [];
  const rules = datedRules(context.rulebook).filter((rule) => !isNone(rule.days));
  return Object.entries(needed).flatMap(([kind, word]) => {
    const all = rules.filter((rule) => rule.kind === kind);
    const first = all.reduce<DatedRule | undefined>(
      (a, b) => (a === undefined || b.days.from < a.days.from ? b : a),
      undefined,
    );
    if (first === undefined || first.days.from <= from) return [];
    return finding(
      'info',
      'RB3007',
      `no ${word} is in force when the index begins on ${isoDate(from)}; the first is \`${first.name}\` from ${isoDate(first.days.from)}`,
      [context.span(first.pointer)],
      'the index can be computed from the first rules on only',
      'give the rules of the time before, or leave it: runs then begin later',
    );
  });
}
