import { SHARE_COUNT_FIELD } from '../../market/share-count.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { CheckContext } from '../context.ts';
import { childrenOf } from '../walk/children.ts';
import type { Site } from '../walk/site.ts';
import { nameCodes } from './codes.ts';
import { setNames, valueNames } from './kind-of-name.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Declarations, Scope } from './scope.ts';

/** Finds fields, measures, rankings and sets that no rule uses. Prices are always used: levels are made of `close`. */
export function unusedNames(context: CheckContext, scope: Scope, sites: readonly Site[]): Diagnostic[] {
  const values = new Set(['close']);
  const rankings = new Set<string>();
  const sets = new Set<string>();
  const visit = (e: Expression): void => {
    if (e.kind === 'name') values.add(e.name);
    if (e.kind === 'rank' || e.kind === 'cumulative' || e.kind === 'at rank') rankings.add(e.ranking);
    if (e.kind === 'member') sets.add(e.set);
    if (e.kind === 'aggregate') sets.add(e.over);
    for (const [, child] of childrenOf(e)) visit(child);
  };
  for (const site of sites) visit(site.expression);
  for (const section of context.rulebook.sections) {
    // Share changes without a ratio are measured by this field.
    if (section.section === 'maintenance' && section.rules.some((r) => r.on === 'share change'))
      values.add(SHARE_COUNT_FIELD);
    if (section.section !== 'selection') continue;
    if (section.rankedBy !== undefined) rankings.add(section.rankedBy);
    if (section.candidates !== undefined) sets.add(section.candidates);
  }
  meant(values, valueNames(scope));
  meant(rankings, scope.rankings.keys());
  meant(sets, [...setNames(scope), ...scope.groups.keys(), 'company']);
  const unused = (kind: string, declared: Declarations<unknown>, used: ReadonlySet<string>): Diagnostic[] =>
    [...declared].flatMap(([name, versions]) =>
      used.has(name)
        ? []
        : [
            {
              code: nameCodes.unused,
              severity: 'warning' as const,
              message: `no rule uses the ${kind} \`${name}\``,
              spans: [context.span(versions[0]?.pointer ?? '')],
              why: 'what nothing uses is either a leftover or a rule that was forgotten',
              help: 'Use it in a rule, or take it out',
            },
          ],
    );
  return [
    ...unused('field', scope.fields, values),
    ...unused('measure', scope.measures, values),
    ...unused('ranking', scope.rankings, rankings),
    ...unused('set', scope.sets, sets),
  ];
}

/** Adds the names that misspelt ones among those used were meant to be. */
function meant(used: Set<string>, names: Iterable<string>): void {
  const known = new Set(names);
  for (const name of [...used]) {
    const near = known.has(name) ? undefined : nearest(name, known);
    if (near !== undefined) used.add(near);
  }
}
