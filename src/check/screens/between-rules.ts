import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { Screen } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { common, type Days, daysOf, isNone } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { meet } from '../support/meet.ts';
import { domainWord } from '../walk/domain-word.ts';
import { boundOf, excluding } from './bounds.ts';
import { type Case, casesOf, together } from './cases.ts';
import { implies, type Known, satisfiable } from './satisfiable.ts';

type Placed = { e: Expression; pointer: string };
/** The ways in which a condition can hold, if it can hold at all and they are few enough to look at. */
type Held = (placed: Placed | undefined) => readonly Case[] | undefined;
/** What a rule asks of newcomers and of constituents; undefined: nothing. */
type Asked = {
  name: string;
  of: string;
  days: Days;
  at?: readonly string[] | undefined;
  newcomers?: Placed | undefined;
  constituents?: Placed | undefined;
};

/**
 * RB4102: two rules that nothing can meet at once. RB4104: a screen that is stricter with constituents than with
 * newcomers.
 */
export function betweenRules(context: CheckContext, known: Known): Diagnostic[] {
  const asked = context.rulebook.sections.flatMap((section, i): Asked[] => {
    const at = `/sections/${i}`;
    if (section.section === 'universe' && section.where !== undefined) {
      const where = { e: section.where, pointer: `${at}/where` };
      return [{ name: 'universe', of: 'line', days: daysOf(section), newcomers: where, constituents: where }];
    }
    if (section.section !== 'eligibility') return [];
    return section.rules.flatMap((rule, k): Asked[] => {
      if (rule.force !== 'require') return [];
      return [
        {
          name: rule.name,
          of: domainWord(section.of),
          days: daysOf(section, rule),
          at: section.at,
          ...placed(rule, `${at}/rules/${k}`),
        },
      ];
    });
  });
  const cache = new Map<Placed, readonly Case[] | undefined>();
  const held: Held = (placed) => {
    if (placed === undefined) return undefined;
    if (!cache.has(placed)) {
      const cases = casesOf(placed.e);
      // What nothing can meet by itself is told for itself.
      cache.set(placed, satisfiable(cases, known) ? cases : undefined);
    }
    return cache.get(placed);
  };
  return [...groups(context, clashes(asked, held, known)), ...stricter(context, known)];
}

const sides = ['newcomers', 'constituents'] as const;
/** Rules of the same value that are not mere bounds are compared in pairs; of more pairs than this nobody could read the rulebook. */
const mostPairs = 100_000;

/** Two rules that exclude one another, by their places, and for whom. */
type Clash = { one: Asked; other: Asked; newcomers: boolean; constituents: boolean };

function clashes(asked: readonly Asked[], held: Held, known: Known): Clash[] {
  const bounds = sides.map((side) => asked.map((rule) => boundOf(held(rule[side]))));
  const found = new Map<string, Clash>();
  const add = (a: number, b: number, side: (typeof sides)[number]) => {
    const [i, k] = [Math.min(a, b), Math.max(a, b)];
    const clash = found.get(`${i} ${k}`) ?? { one: asked[i]!, other: asked[k]!, newcomers: false, constituents: false };
    if (!mayClash(clash.one, clash.other)) return;
    clash[side] = true;
    found.set(`${i} ${k}`, clash);
  };
  for (const [s, side] of sides.entries()) {
    const bounded = asked.flatMap((rule, i) => {
      const bound = bounds[s]![i];
      return bound === undefined ? [] : [{ i, bound, value: `${rule.of} ${bound.key}`, time: timeOf(rule) }];
    });
    for (const ofValue of Map.groupBy(bounded, (one) => one.value).values()) {
      const all = ofValue.map((one) => one.bound);
      // Most often nothing excludes anything.
      if (excluding(all, all).length === 0) continue;
      const times = [...Map.groupBy(ofValue, (one) => one.time).values()];
      for (const [t, some] of times.entries())
        for (const others of times.slice(t)) {
          if (!meetInTime(asked[some[0]!.i]!, asked[others[0]!.i]!)) continue;
          const pairs = excluding(
            some.map((one) => one.bound),
            others.map((one) => one.bound),
          );
          for (const [a, b] of pairs) add(some[a]!.i, others[b]!.i, side);
        }
    }
  }
  const plain = asked.map((rule, i) =>
    sides.every((side, s) => rule[side] === undefined || bounds[s]![i] !== undefined),
  );
  for (const [i, k] of pairs(asked, held, plain)) {
    if (!mayClash(asked[i]!, asked[k]!)) continue;
    for (const [s, side] of sides.entries()) {
      if (bounds[s]![i] !== undefined && bounds[s]![k] !== undefined) continue;
      const [first, second] = [held(asked[i]![side]), held(asked[k]![side])];
      if (first === undefined || second === undefined) continue;
      const meeting: Case[] | undefined = together(first, second);
      if (!satisfiable(meeting, known)) add(i, k, side);
    }
  }
  return [...found.values()];
}

function timeOf({ days, at }: Asked): string {
  return `${days.from} ${days.until} ${at === undefined ? '*' : [...at].sort().join()}`;
}

function meetInTime(a: Asked, b: Asked): boolean {
  return !isNone(common(a.days, b.days)) && meet(a.at, b.at);
}

/** Whether two rules, versions of one apart, ever hold together. */
function mayClash(a: Asked, b: Asked): boolean {
  return a.of === b.of && a.name !== b.name && meetInTime(a, b);
}

/** Rules that ask about one and the same value, each pair once, those that are mere bounds apart; only those can exclude one another. */
function pairs(asked: readonly Asked[], held: Held, plain: readonly boolean[]): [number, number][] {
  const byKey = new Map<string, { plain: number[]; general: number[] }>();
  const found: [number, number][] = [];
  for (const [i, rule] of asked.entries()) {
    const cases = [...(held(rule.newcomers) ?? []), ...(held(rule.constituents) ?? [])];
    const keys = new Set(cases.flatMap((one) => one.map((demand) => demand.key)));
    if (found.length < mostPairs) {
      const before = [...keys].flatMap((key) => {
        const of = byKey.get(key);
        return of === undefined ? [] : plain[i] ? of.general : [...of.general, ...of.plain];
      });
      for (const other of [...new Set(before)].sort((a, b) => a - b)) found.push([other, i]);
    }
    for (const key of keys) {
      const of = byKey.get(key) ?? { plain: [], general: [] };
      of[plain[i] ? 'plain' : 'general'].push(i);
      byKey.set(key, of);
    }
  }
  return found;
}

/** One finding for each group of rules that exclude one another: its first two, and how many more there are. */
function groups(context: CheckContext, clashes: readonly Clash[]): Diagnostic[] {
  const leader = new Map<Asked, Asked>();
  const leaderOf = (rule: Asked): Asked => {
    let at = rule;
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) at = next;
    if (at !== rule) leader.set(rule, at);
    return at;
  };
  for (const { one, other } of clashes) {
    const [a, b] = [leaderOf(one), leaderOf(other)];
    if (a !== b) leader.set(b, a);
  }
  return [...Map.groupBy(clashes, ({ one }) => leaderOf(one)).values()].map((group) => {
    const rules = new Set(group.flatMap(({ one, other }) => [one, other]));
    return contradiction(context, group[0]!, rules.size - 2);
  });
}

/** Who is asked what: `everyone` binds all, but newcomers only where something is said of constituents. */
function placed(rule: Screen, pointer: string): { newcomers?: Placed | undefined; constituents?: Placed | undefined } {
  const everyone = rule.everyone && { e: rule.everyone, pointer: `${pointer}/everyone` };
  const newcomers = rule.newcomers && { e: rule.newcomers, pointer: `${pointer}/newcomers` };
  const constituents = rule.constituents && { e: rule.constituents, pointer: `${pointer}/constituents` };
  return { newcomers: newcomers ?? everyone, constituents: constituents ?? everyone };
}

function contradiction(context: CheckContext, clash: Clash, more: number): Diagnostic {
  const { one: a, other: b, newcomers, constituents } = clash;
  const who = newcomers && constituents ? 'nothing' : newcomers ? 'no newcomer' : 'no constituent';
  const [one, other] = newcomers ? [a.newcomers!, b.newcomers!] : [a.constituents!, b.constituents!];
  const rest =
    more === 0
      ? ''
      : `, and ${more} more ${more === 1 ? 'rule is' : 'rules are'} at odds with them or with one another`;
  return finding(
    'error',
    'RB4102',
    `${who} can meet both \`${a.name}\` and \`${b.name}\`${rest}`,
    [context.span(other.pointer, 'excludes the other'), context.span(one.pointer, 'excludes the other')],
    'all rules of eligibility have to hold at once, and these two exclude one another',
    'correct one of the bounds, or end one rule before the other begins',
  );
}

function stricter(context: CheckContext, known: Known): Diagnostic[] {
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'eligibility') return [];
    return section.rules.flatMap((rule, k) => {
      const { newcomers, constituents } = placed(rule, `/sections/${i}/rules/${k}`);
      if (newcomers === undefined || constituents === undefined || rule.constituents === undefined) return [];
      if (!sameValue(newcomers.e, constituents.e)) return [];
      if (!implies(constituents.e, newcomers.e, known) || implies(newcomers.e, constituents.e, known)) return [];
      return [
        finding(
          'warning',
          'RB4104',
          `\`${rule.name}\` asks more of constituents than of newcomers`,
          [
            context.span(constituents.pointer, 'for constituents: stricter'),
            context.span(newcomers.pointer, 'for newcomers'),
          ],
          'a company could enter and have to leave at the next review although nothing has changed',
          'exchange the two bounds, if incumbents are meant to be spared',
        ),
      ];
    });
  });
}

/** Whether both ask about one and the same value. */
function sameValue(a: Expression, b: Expression): boolean {
  const [one, other] = [casesOf(a), casesOf(b)];
  const keys = (cases: Case[] | undefined) => [...new Set((cases ?? []).flatMap((c) => c.map((d) => d.key)))];
  return keys(one).length === 1 && keys(other).length === 1 && keys(one)[0] === keys(other)[0];
}
