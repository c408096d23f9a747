import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { Screen } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { common, type Days, daysOf, isNone } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { meet } from '../support/meet.ts';
import { domainWord } from '../walk/domain-word.ts';
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
  return [
    ...pairs(asked, held).flatMap(([a, b]) => contradiction(context, a, b, held, known)),
    ...stricter(context, known),
  ];
}

/** Rules that ask about one and the same value, each pair once; only those can exclude one another. */
function pairs(asked: readonly Asked[], held: Held): [Asked, Asked][] {
  const byKey = new Map<string, number[]>();
  const found: [Asked, Asked][] = [];
  asked.forEach((rule, i) => {
    const cases = [...(held(rule.newcomers) ?? []), ...(held(rule.constituents) ?? [])];
    const keys = new Set(cases.flatMap((one) => one.map((demand) => demand.key)));
    const others = new Set([...keys].flatMap((key) => byKey.get(key) ?? []));
    for (const other of [...others].sort((a, b) => a - b)) found.push([asked[other]!, rule]);
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), i]);
  });
  return found;
}

/** Who is asked what: `everyone` binds all, but newcomers only where something is said of constituents. */
function placed(rule: Screen, pointer: string): { newcomers?: Placed | undefined; constituents?: Placed | undefined } {
  const everyone = rule.everyone && { e: rule.everyone, pointer: `${pointer}/everyone` };
  const newcomers = rule.newcomers && { e: rule.newcomers, pointer: `${pointer}/newcomers` };
  const constituents = rule.constituents && { e: rule.constituents, pointer: `${pointer}/constituents` };
  return { newcomers: newcomers ?? everyone, constituents: constituents ?? everyone };
}

function contradiction(context: CheckContext, a: Asked, b: Asked, held: Held, known: Known): Diagnostic[] {
  if (a.of !== b.of || a.name === b.name || isNone(common(a.days, b.days)) || !meet(a.at, b.at)) return [];
  const clash = (one: Placed | undefined, other: Placed | undefined): boolean => {
    const [first, second] = [held(one), held(other)];
    if (first === undefined || second === undefined) return false;
    const meeting: Case[] | undefined = together(first, second);
    return !satisfiable(meeting, known);
  };
  const newcomers = clash(a.newcomers, b.newcomers);
  const constituents = clash(a.constituents, b.constituents);
  if (!newcomers && !constituents) return [];
  const who = newcomers && constituents ? 'nothing' : newcomers ? 'no newcomer' : 'no constituent';
  const [one, other] = newcomers ? [a.newcomers!, b.newcomers!] : [a.constituents!, b.constituents!];
  return [
    finding(
      'error',
      'RB4102',
      `${who} can meet both \`${a.name}\` and \`${b.name}\``,
      [context.span(other.pointer, 'excludes the other'), context.span(one.pointer, 'excludes the other')],
      'all rules of eligibility have to hold at once, and these two exclude one another',
      'correct one of the bounds, or end one rule before the other begins',
    ),
  ];
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
