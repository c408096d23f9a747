import { groupingOf } from '../columns/grouping.ts';
import type { Domain } from '../../plan/expression.ts';
import type { Members, Scope } from '../session/scope.ts';

/** 1 for each entity that is in. */
export type Flags = Uint8Array;

/** Those that are in, as far as a second flag of theirs is so. */
export function flagsWhere(flags: Flags, second: Flags, so: 0 | 1): Flags {
  const found = new Uint8Array(flags.length);
  for (let i = 0; i < flags.length; i += 1) found[i] = flags[i]! & (second[i]! ^ so ^ 1);
  return found;
}

/** Companies with a line that is in. */
export function companiesOf(companyOf: Int32Array, lines: Flags, count: number): Flags {
  // Where every line is its own company the flags are the same.
  if (isIdentity(companyOf, count)) return lines;
  const companies = new Uint8Array(count);
  for (let line = 0; line < lines.length; line += 1) if (lines[line] === 1) companies[companyOf[line]!] = 1;
  return companies;
}

const identities = new WeakMap<Int32Array, boolean>();

function isIdentity(companyOf: Int32Array, count: number): boolean {
  let answer = identities.get(companyOf);
  if (answer === undefined) {
    answer = companyOf.length === count && companyOf.every((company, line) => company === line);
    identities.set(companyOf, answer);
  }
  return answer;
}

/** The universe, as lines, companies or groups. */
export function universeFlags(scope: Scope, domain: Domain): Flags {
  return inDomain(scope, scope.universeLines, scope.universeCompanies, domain);
}

/** Who is in a set, as lines, companies or groups (a group is in when one of its lines is); undefined where it was never made. */
export function setFlags(scope: Scope, set: string, domain: Domain): Flags | undefined {
  const members = setMembers(scope, set);
  return members === undefined ? undefined : inDomain(scope, members.lines, members.companies, domain);
}

function inDomain(scope: Scope, lines: Flags, companies: Flags, domain: Domain): Flags {
  if (domain === 'line') return lines;
  if (domain === 'company') return companies;
  if (domain === 'all') return new Uint8Array([1]);
  const { names, ofLine } = groupingOf(scope, domain);
  const groups = new Uint8Array(names.length);
  for (let line = 0; line < lines.length; line += 1) {
    if (lines[line] === 1 && ofLine[line]! >= 0) groups[ofLine[line]!] = 1;
  }
  return groups;
}

function setMembers(scope: Scope, set: string): { lines: Flags; companies: Flags } | undefined {
  switch (set) {
    case 'universe':
      return { lines: scope.universeLines, companies: scope.universeCompanies };
    case 'constituents':
      return { lines: scope.incumbentLines, companies: scope.incumbentCompanies };
    case 'eligible':
      return scope.eligibleLines === undefined || scope.eligibleCompanies === undefined
        ? undefined
        : { lines: scope.eligibleLines, companies: scope.eligibleCompanies };
    case 'selected':
      return selectedNow(scope);
    default: {
      const members = namedSet(scope, set);
      if (members === undefined || members.of === 'line') return members;
      // Of the companies of a set, the lines in the universe.
      return {
        lines: members.lines.map((flag, line) => flag & scope.universeLines[line]!),
        companies: members.companies,
      };
    }
  }
}

/** What the main selection has selected so far, and once it is done the lines that come into the basket; nothing before it. */
function selectedNow(scope: Scope): { lines: Flags; companies: Flags } {
  const { selected, basketLines, universeLines } = scope;
  if (selected === undefined) {
    return { lines: new Uint8Array(universeLines.length), companies: new Uint8Array(scope.universeCompanies.length) };
  }
  if (basketLines !== undefined) return { lines: basketLines, companies: selected.companies };
  const lines =
    selected.of === 'line' ? selected.lines : selected.lines.map((flag, line) => flag & universeLines[line]!);
  return { lines, companies: selected.companies };
}

/** A named set as this event makes it, or else the latest earlier event that did. */
export function namedSet(scope: Scope, set: string): Members | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.earlier) {
    const members = at.sets.get(set);
    if (members !== undefined) return members;
  }
  return undefined;
}
