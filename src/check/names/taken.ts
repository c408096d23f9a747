import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { nameCodes } from './codes.ts';
import { attributes, builtInSets, type Declarations, type Scope } from './scope.ts';

/** Finds names that stand for two different things in one place, and names that the language has taken already. */
export function takenNames(context: CheckContext, scope: Scope): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const values: [string, Declarations<unknown>][] = [
    ['field', scope.fields],
    ['measure', scope.measures],
    ['group', scope.groups],
  ];
  const overs: [string, Declarations<unknown>][] = [
    ['group', scope.groups],
    ['set', scope.sets],
  ];
  const first = (of: Declarations<unknown>, name: string) => of.get(name)?.[0]?.pointer ?? '';
  for (const space of [values, overs])
    for (const [k, [kind, names]] of space.entries())
      for (const [otherKind, others] of space.slice(k + 1))
        for (const name of others.keys()) {
          if (!names.has(name) || isGroupOfItself(name, kind, otherKind, scope)) continue;
          findings.push({
            code: nameCodes.nameTaken,
            severity: 'error',
            message: `\`${name}\` is both a ${kind} and a ${otherKind}`,
            spans: [
              context.span(first(others, name), `a ${otherKind} here`),
              context.span(first(names, name), `a ${kind} here`),
            ],
            why: 'a reader could not tell which of the two a rule means',
            help: `Give the ${otherKind} a name of its own`,
          });
        }
  const builtIn = (kind: string, names: Declarations<unknown>, taken: readonly string[]) => {
    for (const name of names.keys())
      if (taken.includes(name))
        findings.push({
          code: nameCodes.nameTaken,
          severity: 'error',
          message: `\`${name}\` has a meaning of its own and cannot be the name of a ${kind}`,
          spans: [context.span(first(names, name))],
          why: 'the word means the same in every rulebook',
          help: `Give the ${kind} another name`,
        });
  };
  for (const [kind, names] of values) builtIn(kind, names, [...attributes, ...builtInSets, 'all', 'market']);
  builtIn('set', scope.sets, [...builtInSets, 'company', 'line']);
  return findings;
}

/** A group may have the name of the field that it is made by: both mean the same text. */
function isGroupOfItself(name: string, kind: string, otherKind: string, scope: Scope): boolean {
  return kind === 'field' && otherKind === 'group' && scope.groups.get(name)?.every((g) => g.what.by === name) === true;
}
