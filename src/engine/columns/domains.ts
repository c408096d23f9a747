import type { Domain } from '../../plan/expression.ts';
import type { Scope } from '../session/scope.ts';
import { groupingOf } from './grouping.ts';

/** How many entities a domain has. */
export function sizeOf(scope: Scope, domain: Domain): number {
  const { market } = scope.session;
  if (domain === 'all') return 1;
  if (domain === 'line') return market.lines.ids.length;
  if (domain === 'company') return market.companies.ids.length;
  return groupingOf(scope, domain).names.length;
}

/** For each entity of the finer domain, where it belongs in the coarser one (−1: nowhere). */
export function mapping(scope: Scope, fine: Domain, coarse: Domain): Int32Array {
  const { market } = scope.session;
  if (coarse === 'all') return new Int32Array(sizeOf(scope, fine));
  if (fine === coarse) return Int32Array.from({ length: sizeOf(scope, fine) }, (_, i) => i);
  if (fine === 'all' || coarse === 'line') return nowhere(scope, fine);
  if (fine === 'line') return coarse === 'company' ? market.companyOf : groupingOf(scope, coarse).ofLine;
  if (coarse === 'company') return nowhere(scope, fine);
  return fine === 'company' ? groupingOf(scope, coarse).ofCompany : ofGroups(scope, fine, coarse);
}

function nowhere(scope: Scope, fine: Domain): Int32Array {
  return new Int32Array(sizeOf(scope, fine)).fill(-1);
}

/** A group belongs to another where all its lines of the universe do that belong anywhere. */
function ofGroups(scope: Scope, fine: Domain, coarse: Domain): Int32Array {
  const [from, to] = [groupingOf(scope, fine).ofLine, groupingOf(scope, coarse).ofLine];
  const found = nowhere(scope, fine);
  const split = new Set<number>();
  scope.universeLines.forEach((flag, line) => {
    const [group, member] = [from[line]!, to[line]!];
    if (flag === 0 || group < 0 || member < 0) return;
    if (found[group]! >= 0 && found[group] !== member) split.add(group);
    found[group] = member;
  });
  for (const group of split) found[group] = -1;
  return found;
}

/** Where each member of a domain stood at an earlier event (−1: it was not there), by name; undefined where places never change. */
export function placesThen(now: Scope, then: Scope, domain: Domain): Int32Array | undefined {
  if (domain === 'all' || domain === 'line' || domain === 'company') return undefined;
  const places = new Map(groupingOf(then, domain).names.map((name, i) => [name, i]));
  return Int32Array.from(groupingOf(now, domain).names, (name) => places.get(name) ?? -1);
}

/** Where one entity of the finer domain belongs in the coarser one (−1: nowhere). */
export function mapEntity(scope: Scope, entity: number, fine: Domain, coarse: Domain): number {
  if (fine === coarse) return entity;
  if (coarse === 'all') return 0;
  return mapping(scope, fine, coarse)[entity]!;
}
