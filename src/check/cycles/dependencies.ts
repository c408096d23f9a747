import type { Expression } from '../../model/expression.ts';
import type { CheckContext } from '../context.ts';
import { scopeOf } from '../names/scope.ts';
import { childrenOf } from '../walk/children.ts';
import { sitesOf } from '../walk/sites.ts';
import type { Node } from './rings.ts';

/**
 * What needs what: measures, rankings, groups and sets by name; `eligible` needs the conditions of all screens, a set
 * its tiers, its ranking and its candidates, `selected` those of the index.
 */
export function dependencies(context: CheckContext): Map<string, Node> {
  const scope = scopeOf(context.rulebook);
  const byRule = Map.groupBy(sitesOf(context.rulebook), (site) => site.rule);
  const nodes = new Map<string, Node>();
  const node = (key: string, words: string, pointer: string): Node => {
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const made = { words, pointer, needs: new Map<string, string>() };
    nodes.set(key, made);
    return made;
  };
  const within = (e: Expression, pointer: string, into: Node): void => {
    const needs = (key: string) => {
      if (!into.needs.has(key)) into.needs.set(key, pointer);
    };
    if (e.kind === 'previous') return;
    if (e.kind === 'name') {
      if (scope.measures.has(e.name)) needs(`measure ${e.name}`);
      else if (!scope.fields.has(e.name) && scope.groups.has(e.name)) needs(`group ${e.name}`);
      else if (e.name === 'eligible' || e.name === 'selected') needs(`set ${e.name}`);
    }
    if (e.kind === 'rank' || e.kind === 'cumulative' || e.kind === 'at rank') needs(`ranking ${e.ranking}`);
    if (e.kind === 'member') needs(`set ${e.set}`);
    if (e.kind === 'aggregate') needs(scope.groups.has(e.over) ? `group ${e.over}` : `set ${e.over}`);
    for (const [step, child] of childrenOf(e)) within(child, pointer + step, into);
  };
  const rule = (pointer: string, into: Node) => {
    for (const site of byRule.get(pointer) ?? []) within(site.expression, site.pointer, into);
  };
  for (const [i, s] of context.rulebook.sections.entries()) {
    const at = `/sections/${i}`;
    switch (s.section) {
      case 'universe':
        rule(at, node('set universe', 'the universe', at));
        for (const [k, g] of (s.groups ?? []).entries())
          rule(`${at}/groups/${k}`, node(`group ${g.name}`, `group \`${g.name}\``, `${at}/groups/${k}`));
        break;
      case 'measures':
        for (const [k, m] of s.measures.entries())
          rule(`${at}/measures/${k}`, node(`measure ${m.name}`, `measure \`${m.name}\``, `${at}/measures/${k}`));
        break;
      case 'rankings':
        for (const [k, r] of s.rankings.entries()) {
          const pointer = `${at}/rankings/${k}`;
          const ranking = node(`ranking ${r.name}`, `ranking \`${r.name}\``, pointer);
          rule(pointer, ranking);
          if (r.within !== undefined && scope.groups.has(r.within)) ranking.needs.set(`group ${r.within}`, pointer);
        }
        break;
      case 'eligibility': {
        const eligible = node('set eligible', '`eligible`', at);
        for (const k of s.rules.keys()) rule(`${at}/rules/${k}`, eligible);
        break;
      }
      case 'selection': {
        const set = s.set ?? 'selected';
        const selection = node(`set ${set}`, s.set === undefined ? 'the selection' : `set \`${set}\``, at);
        if (s.rankedBy !== undefined) selection.needs.set(`ranking ${s.rankedBy}`, `${at}/rankedBy`);
        if (s.candidates !== undefined) selection.needs.set(`set ${s.candidates}`, `${at}/candidates`);
        for (const k of s.tiers.keys()) rule(`${at}/tiers/${k}`, selection);
        break;
      }
      default:
    }
  }
  return nodes;
}
