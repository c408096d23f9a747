import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Citation } from '../../model/rulebook.ts';
import type { CheckContext } from '../context.ts';
import { together } from './together.ts';
import type { Scope } from './scope.ts';
import { unknownName } from './unknown.ts';

/** Finds citations of sources that are not declared. */
export function citedSources(context: CheckContext, scope: Scope): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const steps: string[] = ['', 'sections'];
  const visit = (node: object): void => {
    if (!Array.isArray(node) && 'cite' in node && Array.isArray(node.cite))
      for (const [k, citation] of (node.cite as Citation[]).entries())
        if (!scope.sources.has(citation.source)) {
          const pointer = [...steps, 'cite', k].join('/');
          findings.push(unknownName(citation.source, 'source', scope.sources.keys(), pointer, context, scope));
        }
    for (const key in node) {
      const child: unknown = node[key as keyof typeof node];
      if (key === 'cite' || typeof child !== 'object' || child === null) continue;
      steps.push(key);
      visit(child);
      steps.pop();
    }
  };
  visit(context.rulebook.sections);
  return together(findings);
}
