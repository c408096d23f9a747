import type { Scope } from '../names/scope.ts';

/**
 * How domains nest: `line` in `company`, both in groups of companies, lines also in groups of lines, everything in
 * `all`. Gives what a value of the domain can be handed down to, from itself to the lines.
 */
function downFrom(domain: string, parents: ReadonlyMap<string, string>): string[] {
  const chain = [domain];
  for (let at = domain; at !== 'line'; ) {
    at = at === 'company' ? 'line' : (parents.get(at) ?? 'line');
    if (chain.includes(at)) break;
    chain.push(at);
  }
  return chain;
}

/**
 * The coarsest domain that values of both can be handed down to. A group of lines meets companies in `company`: a
 * company is in the group that all its lines are in.
 */
export function meet(a: string, b: string, parents: ReadonlyMap<string, string>): string {
  if (a === b || b === 'all') return a;
  if (a === 'all') return b;
  const [downA, downB] = [downFrom(a, parents), downFrom(b, parents)];
  const common = downA.find((d) => downB.includes(d)) ?? 'line';
  if (common === 'line' && a !== 'line' && b !== 'line' && (downA.includes('company') || downB.includes('company')))
    return 'company';
  return common;
}

/** Whether one value per member of `domain` can be handed down to, or found for, each member of `to`. */
export function fits(domain: string, to: string, parents: ReadonlyMap<string, string>): boolean {
  if (domain === 'all' || domain === to) return true;
  if (to === 'all') return false;
  if (to === 'company') return domain !== 'line';
  return downFrom(domain, parents).includes(to);
}

/** What groups are made over, by name: `line`, `company` or another group; found from the text they are made by. */
export function groupParents(scope: Scope, domainOfName: (name: string) => string): Map<string, string> {
  const parents = new Map<string, string>();
  for (const [name, [group]] of scope.groups) {
    if (group === undefined) continue;
    const by = domainOfName(group.what.by);
    parents.set(name, by === 'all' || by === name ? 'line' : by);
  }
  return parents;
}
