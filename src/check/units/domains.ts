import type { Expression } from '../../model/expression.ts';
import type { Scope } from '../names/scope.ts';
import { childrenOf } from '../walk/children.ts';
import { groupParents, meet } from './domain.ts';

/** Whom words such as `constituent` or `weight` speak of: `line`, `company`, or in limits on a group that group. */
export type Entity = string;

/** Answers what one value of an expression is for: `line`, `company`, a group, or `all`. */
export type Domains = {
  of: (e: Expression, entity: Entity) => string;
  measure: (name: string) => string;
  /** Whom a version of a measure speaks of. */
  measureEntity: (name: string) => Entity;
  /** Whom the words inside an aggregate speak of. */
  inside: (e: Extract<Expression, { kind: 'aggregate' }>) => Entity;
  parents: ReadonlyMap<string, string>;
};

/**
 * Works out domains of expressions from the names of a rulebook; a circle of measures counts as the least that agrees
 * with itself.
 */
export function domainsOf(scope: Scope): Domains {
  const parents = new Map<string, string>();
  const loose = new Map<Expression, string>();
  const exact = new Map<Expression, string>();
  const measures = new Map<string, { domain: string; entity: Entity }>();
  // Measures being worked out, and those of them that were asked for meanwhile.
  const open = new Set<string>();
  const circular = new Set<string>();

  const of = (e: Expression, entity: Entity | undefined): string => {
    const memo = entity === undefined ? loose : exact;
    const known = memo.get(e);
    if (known !== undefined) return known;
    const domain = compute(e, entity);
    memo.set(e, domain);
    return domain;
  };
  const ranked = (name: string) => scope.rankings.get(name)?.[0]?.what;
  const measure = (name: string) => {
    const known = measures.get(name);
    if (known !== undefined) {
      if (open.has(name)) circular.add(name);
      return known;
    }
    const versions = scope.measures.get(name) ?? [];
    const all = (entity: Entity | undefined) =>
      versions.reduce((domain, v) => meet(domain, of(v.what.value, entity), parents), 'all');
    open.add(name);
    let result: { domain: string; entity: Entity } = { domain: 'all', entity: 'line' };
    for (;;) {
      measures.set(name, result);
      circular.delete(name);
      const entity = companyLike(all(undefined)) ? 'company' : 'line';
      const next = { domain: all(entity), entity };
      if (!circular.has(name) || (next.domain === result.domain && next.entity === result.entity)) {
        open.delete(name);
        measures.set(name, next);
        return next;
      }
      // What was worked out from the guess about a measure made of its own earlier value is worked out anew.
      result = next;
      for (const other of measures.keys()) if (!open.has(other)) measures.delete(other);
      loose.clear();
      exact.clear();
    }
  };
  const companyLike = (domain: string): boolean => domain === 'company' || parents.get(domain) === 'company';
  const inside = (e: Extract<Expression, { kind: 'aggregate' }>): Entity =>
    e.over !== 'company' && companyLike(of(e.value, undefined)) ? 'company' : 'line';

  const ofName = (name: string, entity: Entity | undefined): string => {
    const field = scope.fields.get(name)?.[0]?.what;
    if (field !== undefined) return field.of === 'market' ? 'all' : field.of;
    if (scope.measures.has(name)) return measure(name).domain;
    if (scope.groups.has(name)) return name;
    if (name === 'line' || name === 'company') return name;
    return ['symbol', 'name', 'eligible', 'selected'].includes(name) ? single(entity) : 'all';
  };

  const compute = (e: Expression, entity: Entity | undefined): string => {
    switch (e.kind) {
      case 'number':
      case 'text':
      case 'date':
      case 'yes-no':
        return 'all';
      case 'name':
        return ofName(e.name, entity);
      case 'aggregate':
        return scope.groups.has(e.over) || e.over === 'company' ? e.over : 'all';
      case 'rank':
      case 'cumulative':
        return ranked(e.ranking)?.of ?? 'all';
      case 'at rank':
        return ranked(e.ranking)?.within ?? 'all';
      case 'constituent':
      case 'member':
      case 'added since':
      case 'current':
        return single(entity);
      case 'of weights':
        return e.what === 'weight' ? (entity ?? 'all') : 'all';
      case 'arithmetic':
      case 'negate':
      case 'compare':
      case 'between':
      case 'one of':
      case 'and':
      case 'or':
      case 'not':
      case 'if':
      case 'otherwise':
      case 'known':
      case 'call':
      case 'round':
      case 'window':
      case 'months':
      case 'as of':
      case 'convert':
      case 'previous':
      case 'elapsed':
        return childrenOf(e).reduce((domain, [, child]) => meet(domain, of(child, entity), parents), 'all');
      default:
        return e satisfies never;
    }
  };
  for (const [group, parent] of groupParents(scope, (name) => ofName(name, 'line'))) parents.set(group, parent);
  return {
    of,
    measure: (name) => measure(name).domain,
    measureEntity: (name) => measure(name).entity,
    inside,
    parents,
  };
}

/** Words about members of the index speak of lines or companies, never of groups. */
function single(entity: Entity | undefined): string {
  return entity === undefined ? 'all' : entity === 'company' ? 'company' : 'line';
}
