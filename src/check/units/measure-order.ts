import type { Scope } from '../names/scope.ts';
import type { Expression } from '../../model/expression.ts';
import { childrenOf } from '../walk/children.ts';

/** The measures of a rulebook, each after those that it is made of, as far as they do not go round in a ring. */
export function measureOrder(scope: Scope): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  for (const start of scope.measures.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const path = [{ name: start, rest: measuresIn(start, scope) }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        order.push(top.name);
        path.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        path.push({ name: next, rest: measuresIn(next, scope) });
      }
    }
  }
  return order;
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
