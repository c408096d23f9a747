import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { type DatedRule, datedRules } from '../support/dated-rule.ts';
import { common, daysText, isNone } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { meet } from '../support/meet.ts';

/**
 * RB3001: two things in force on one day of which there can be one. Each is told once, against the first that it meets.
 */
export function conflicts(context: CheckContext): Diagnostic[] {
  const byRole = new Map<string, DatedRule[]>();
  const add = (role: string, rule: DatedRule) => {
    const others = byRole.get(role);
    if (others === undefined) byRole.set(role, [rule]);
    else others.push(rule);
  };
  for (const rule of datedRules(context.rulebook)) {
    // Of the index there are no versions; a second one is told with the sections.
    if (rule.kind === 'section') continue;
    add(rule.role, rule);
    // Policies are one for each occasion, and like all rules one of each name.
    if (rule.kind === 'policy') add(`policy ${rule.name}`, rule);
  }
  const told = new Set<string>();
  const found: Diagnostic[] = [];
  for (const rules of byRole.values()) {
    for (const [i, later] of rules.entries()) {
      const earlier = rules.find((rule, k) => k >= i || clash(rule, later));
      if (earlier === undefined || earlier === later || told.has(later.pointer)) continue;
      told.add(later.pointer);
      found.push(conflict(context, earlier, later));
    }
  }
  return found;
}

function clash(a: DatedRule, b: DatedRule): boolean {
  return !isNone(common(a.days, b.days)) && meet(a.at, b.at);
}

function conflict(context: CheckContext, earlier: DatedRule, later: DatedRule): Diagnostic {
  const when = daysText(common(earlier.days, later.days));
  const versions = earlier.called === later.called;
  return finding(
    'error',
    'RB3001',
    versions
      ? `two versions of ${later.called} are in force ${when}`
      : `${earlier.called} and ${later.called} are both in force ${when}, where there can be one`,
    [
      context.span(later.pointer, `in force ${daysText(later.days)}`),
      context.span(earlier.pointer, `in force ${daysText(earlier.days)}`),
    ],
    'on those days the rulebook says two things, and nothing says which of them holds',
    versions && ['screen', 'tier', 'limit', 'measure', 'ranking'].includes(later.kind)
      ? 'end the earlier one with `until`, the day before the other begins with `from`; if they are two rules, give each a name of its own'
      : 'end the earlier one with `until`, the day before the other begins with `from`, or take one of them away',
  );
}
