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
/** What a rule asks of newcomers and of constituents; undefined: nothing. */
type Asked = {
  name: string;
  of: string;
  days: Days;
  at?: readonly string[] | undefined;
  newcomers?: Placed | undefined;
  constituents?: Placed | undefined;
};

/** RB4102: two rules that nothing can meet at once. RB4104: a screen that is stricter with constituents than with newcomers. */
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
  return [
    ...asked.flatMap((a, i) => asked.slice(0, i).flatMap((b) => contradiction(context, b, a, known))),
    ...stricter(context, known),
  ];
}

/** Who is asked what: `everyone` binds all, but newcomers only where something is said of constituents. */
function placed(rule: Screen, pointer: string): { newcomers?: Placed | undefined; constituents?: Placed | undefined } {
  const everyone = rule.everyone && { e: rule.everyone, pointer: `${pointer}/everyone` };
  const newcomers = rule.newcomers && { e: rule.newcomers, pointer: `${pointer}/newcomers` };
  const constituents = rule.constituents && { e: rule.constituents, pointer: `${pointer}/constituents` };
  return { newcomers: newcomers ?? everyone, constituents: constituents ?? everyone };
}

function contradiction(context: CheckContext, a: Asked, b: Asked, known: Known): Diagnostic[] {
  if (a.of !== b.of || a.name === b.name || isNone(common(a.days, b.days)) || !meet(a.at, b.at)) return [];
  const clash = (one: Placed | undefined, other: Placed | undefined): boolean => {
    if (one === undefined || other === undefined) return false;
    const [first, second] = [casesOf(one.e), casesOf(other.e)];
    // What nothing can meet by itself is told for itself.
    if (first === undefined || second === undefined || !satisfiable(first, known) || !satisfiable(second, known))
      return false;
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
