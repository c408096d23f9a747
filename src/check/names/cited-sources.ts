import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Citation } from '../../model/rulebook.ts';
import type { CheckContext } from '../context.ts';
import type { Scope } from './scope.ts';
import { unknownName } from './unknown.ts';

/** Finds citations of sources that are not declared. */
export function citedSources(context: CheckContext, scope: Scope): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if (!Array.isArray(node) && 'cite' in node && Array.isArray(node.cite))
      for (const [k, citation] of (node.cite as Citation[]).entries())
        if (!scope.sources.has(citation.source))
          findings.push(
            unknownName(citation.source, 'source', scope.sources.keys(), `${pointer}/cite/${k}`, context, scope),
          );
    for (const [key, child] of Object.entries(node)) if (key !== 'cite') visit(child, `${pointer}/${key}`);
  };
  visit(context.rulebook.sections, '/sections');
  return findings;
}
