import type { TradingCalendar } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { type DatedRule, datedRules, type Kind } from '../support/dated-rule.ts';
import { common, type Days, daysText, isNone, without } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { calendarOf, hasSession, lifeOf } from '../support/life.ts';
import { type Use, usesOf } from './uses.ts';

const usedByName: readonly Kind[] = ['field', 'group', 'measure', 'ranking'];

/**
 * RB3002: days between two versions of a rule on which there is none. RB3003: days on which something is used before or
 * after all its versions.
 */
export function gaps(context: CheckContext): Diagnostic[] {
  const rules = datedRules(context.rulebook);
  const life = lifeOf(context.rulebook);
  const calendar = calendarOf(context.rulebook, context.calendars);
  const uses = Map.groupBy(usesOf(context.rulebook, rules), (use) => use.target);
  const found: Diagnostic[] = [];
  for (const versions of groups(rules)) {
    const first = versions[0]!;
    const byName = usedByName.includes(first.kind) || (first.kind === 'selection' && first.name !== '');
    const target =
      first.kind === 'ranking' || first.kind === 'selection' ? `${first.kind} ${first.name}` : `name ${first.name}`;
    const held = first.kind === 'universe' || first.kind === 'level';
    const users = held ? usesOfSection(first.kind, rules, life) : byName ? (uses.get(target) ?? []) : [];
    const span = {
      from: Math.min(...versions.map((v) => v.days.from)),
      until: Math.max(...versions.map((v) => v.days.until)),
    };
    for (const gap of without(
      common(life, span),
      versions.map((v) => v.days),
    )) {
      if (!hasSession(gap, calendar)) continue;
      const user = users.find((use) => inUse(use, gap, calendar));
      if ((byName || held) && user === undefined) continue;
      found.push(between(context, versions, gap, user));
    }
    if (byName || held) found.push(...outside(context, versions, span, life, users, calendar));
  }
  return found;
}

/** Every event asks for the universe, and every day of the index for its level. */
function usesOfSection(kind: Kind, rules: readonly DatedRule[], life: Days): Use[] {
  const users = rules.filter((rule) => rule.kind === (kind === 'universe' ? 'event' : 'section'));
  return users.map(({ name, pointer, days }) => ({
    target: kind,
    name,
    pointer,
    days: kind === 'universe' ? days : life,
  }));
}

/** Rules that are versions of one another, each such group by the days on which they begin. */
function groups(rules: readonly DatedRule[]): DatedRule[][] {
  const dated = rules.filter((rule) => rule.kind !== 'source' && rule.kind !== 'section' && !isNone(rule.days));
  const byKey = Map.groupBy(dated, (rule) => {
    const at = rule.at === undefined || usedByName.includes(rule.kind) ? '' : rule.at.toSorted().join(' ');
    return `${rule.role} at ${rule.kind === 'selection' && rule.name !== '' ? '' : at}`;
  });
  return [...byKey.values()].map((group) =>
    group.sort((a, b) => a.days.from - b.days.from || a.days.until - b.days.until),
  );
}

function inUse(use: Use, gap: Days, calendar: TradingCalendar | undefined): boolean {
  const days = common(use.days, gap);
  return !isNone(days) && hasSession(days, calendar);
}

function between(context: CheckContext, versions: readonly DatedRule[], gap: Days, user: Use | undefined): Diagnostic {
  const earlier = versions.findLast((v) => v.days.until < gap.from && v.days.until >= gap.from - 1);
  const later = versions.find((v) => v.days.from > gap.until)!;
  return finding(
    'error',
    'RB3002',
    `no version of ${later.called} is in force ${daysText(gap)}`,
    [
      context.span(later.pointer, 'in force only after the gap'),
      ...(earlier === undefined ? [] : [context.span(earlier.pointer, 'in force only before the gap')]),
      ...(user === undefined ? [] : [context.span(user.pointer, 'used here, also on those days')]),
    ],
    'on those days the rulebook says nothing, and nothing is assumed in its place',
    'let the versions meet: `until` one day, `from` the next; if none is meant to hold on those days, give the later rule a name of its own',
  );
}

function outside(
  context: CheckContext,
  versions: readonly DatedRule[],
  span: Days,
  life: Days,
  users: readonly Use[],
  calendar: TradingCalendar | undefined,
): Diagnostic[] {
  const told = (side: Days, nearest: DatedRule, words: string): Diagnostic[] => {
    const user = users.find((use) => inUse(use, common(side, life), calendar));
    if (user === undefined) return [];
    const days = common(common(side, life), user.days);
    return [
      finding(
        'error',
        'RB3003',
        `${nearest.called} is used ${daysText(days)}, when it is ${words}`,
        [context.span(user.pointer, 'used here'), context.span(nearest.pointer, `in force ${daysText(nearest.days)}`)],
        'on those days the rule that uses it has nothing to go by',
        'bound the rule that uses it by the same dates, or say what holds on the other days',
      ),
    ];
  };
  return [
    ...told({ from: Number.NEGATIVE_INFINITY, until: span.from - 1 }, versions[0]!, 'not yet in force'),
    ...told(
      { from: span.until + 1, until: Number.POSITIVE_INFINITY },
      versions.reduce((a, b) => (b.days.until > a.days.until ? b : a)),
      'no longer in force',
    ),
  ];
}
