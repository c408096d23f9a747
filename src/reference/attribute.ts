import type { Scope } from './context.ts';
import { type Entity, linesOf } from './entity.ts';

/** Identifiers and names. `symbol` and `name` of a company are those of its first line, in the universe if one is. */
export function attribute(
  which: 'line' | 'company' | 'symbol' | 'name',
  scope: Scope,
  entity: Entity,
): string | undefined {
  const { market, universe } = scope.review;
  if (entity.kind !== 'line' && entity.kind !== 'company') return undefined;
  if (which === 'company') {
    return market.companies.ids[entity.kind === 'company' ? entity.company : market.companyOf[entity.line]!];
  }
  const lines = entity.kind === 'line' ? [entity.line] : linesOf(scope.review, entity.company);
  const line = lines.find((l) => universe?.has(l)) ?? lines[0];
  if (line === undefined) return undefined;
  if (which === 'line') return entity.kind === 'line' ? market.lines.ids[line] : undefined;
  return which === 'symbol' ? market.symbolOf(line, scope.day) : market.nameOf(line);
}
