import type { Scope } from '../names/scope.ts';
import type { Expression } from '../../model/expression.ts';
import { childrenOf } from '../walk/children.ts';

/**
 * The measures of a rulebook, each after those that it is made of, and those that go round in rings, as they may with
 * `previous`: at least one of each ring is in `ringed`, and comes before the others of its ring.
 */
export function measureOrder(scope: Scope): { order: string[]; ringed: Set<string> } {
  const order: string[] = [];
  const ringed = new Set<string>();
  const seen = new Set<string>();
  const open = new Set<string>();
  for (const start of scope.measures.keys()) {
    if (seen.has(start)) continue;
    const path: { name: string; rest: string[] }[] = [];
    const enter = (name: string) => {
      seen.add(name);
      open.add(name);
      path.push({ name, rest: measuresIn(name, scope) });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        order.push(top.name);
        open.delete(top.name);
        path.pop();
      } else if (open.has(next))
        for (const { name } of path.slice(path.findIndex((p) => p.name === next))) ringed.add(name);
      else if (!seen.has(next)) enter(next);
    }
  }
  return { order, ringed };
}

function measuresIn(name: string, scope: Scope): string[] {
  const found: string[] = [];
  const visit = (e: Expression): void => {
    if (e.kind === 'name' && scope.measures.has(e.name)) found.push(e.name);
    for (const [, child] of childrenOf(e)) visit(child);
  };
  for (const version of scope.measures.get(name) ?? []) visit(version.what.value);
  return found;
}
