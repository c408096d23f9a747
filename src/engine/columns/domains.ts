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
  if (fine === 'line') return coarse === 'company' ? market.companyOf : groupingOf(scope, coarse).ofLine;
  if (fine === 'company' && coarse !== 'line') return groupingOf(scope, coarse).ofCompany;
  throw new Error(`no way from ${fine} to ${coarse}`);
}

/** Where one entity of the finer domain belongs in the coarser one (−1: nowhere). */
export function mapEntity(scope: Scope, entity: number, fine: Domain, coarse: Domain): number {
  if (fine === coarse) return entity;
  if (coarse === 'all') return 0;
  return mapping(scope, fine, coarse)[entity]!;
}
