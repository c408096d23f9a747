import type { Diagnostic, Span } from '../../diagnostics/index.ts';
import type { Source } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { finding } from '../support/finding.ts';
import { listed } from '../support/listed.ts';
import { annotated } from './stated-rules.ts';

/**
 * RB6003: clauses that no rule implements, one finding a source. RB6005: a citation of a clause that the source does
 * not have.
 */
export function sourcesAndClauses(context: CheckContext): Diagnostic[] {
  const cited = annotated(context.rulebook).flatMap(({ pointer, what }) =>
    (what.cite ?? []).map((cite, k) => ({ ...cite, pointer: `${pointer}/cite/${k}` })),
  );
  const sources = context.rulebook.sections.flatMap((section, i) =>
    section.section === 'sources'
      ? section.sources.map((source, k) => ({ source, pointer: `/sections/${i}/sources/${k}` }))
      : [],
  );
  const used = new Set(cited.map(({ source, clause }) => `${source} ${clause}`));
  const idle = sources.flatMap(({ source, pointer }): Diagnostic[] => {
    const unused = (source.clauses ?? []).flatMap((clause, k) =>
      used.has(`${source.name} ${clause}`) ? [] : [{ clause, k }],
    );
    if (unused.length === 0) return [];
    return [
      finding(
        'warning',
        'RB6003',
        `no rule implements ${listed(unused.map((u) => u.clause))} of \`${source.name}\``,
        unused.map((u) => clauseSpan(context, `${pointer}/clauses/${u.k}`, pointer, u.clause)),
        'a clause without a rule is a part of the methodology that the index does not follow',
        'write the rule and cite the clause under it, or take the clause off the list if it asks for nothing',
      ),
    ];
  });
  const unknown = cited.flatMap((cite): Diagnostic[] => {
    const all = sources.filter(({ source }) => source.name === cite.source).map(({ source }) => source);
    // A source that lists no clauses may have any.
    if (all.length === 0 || all.some((source) => lists(source, cite.clause))) return [];
    const near = nearest(
      cite.clause,
      all.flatMap((source) => source.clauses ?? []),
    );
    return [
      finding(
        'warning',
        'RB6005',
        `\`${cite.source}\` has no clause \`${cite.clause}\``,
        [context.span(cite.pointer)],
        'nobody can look up what the rule rests on',
        near === undefined
          ? `add a line \`clause "${cite.clause}"\` under the source`
          : `Did you mean \`${near}\`? otherwise add the clause under the source`,
      ),
    ];
  });
  return [...idle, ...unknown];
}

function lists(source: Source, clause: string): boolean {
  return source.clauses === undefined || source.clauses.length === 0 || source.clauses.includes(clause);
}

/** The place of a clause on its source's list; the source's own where the text does not show it. */
function clauseSpan(context: CheckContext, pointer: string, source: string, clause: string): Span {
  const [own, whole] = [context.span(pointer), context.span(source)];
  if (own.start !== whole.start || whole.start === undefined) return own;
  const start = context.sourceMap.source.indexOf(clause, whole.start);
  return start < 0 ? own : { file: own.file, start, end: start + clause.length };
}
