import type { Span } from '../../diagnostics/index.ts';
import type { Scope } from '../names/scope.ts';
import type { Expression } from '../../model/expression.ts';
import { decidingNames } from './side.ts';

/**
 * Where an expression got its unit: the declarations of the fields in it, following measures. At most three places,
 * each once.
 */
export function originsOf(e: Expression, scope: Scope, span: (pointer: string, label?: string) => Span): Span[] {
  const found: Span[] = [];
  const seen = new Set<string>();
  const follow = (names: string[]) => {
    for (const name of names) {
      if (seen.has(name) || found.length >= 3) continue;
      seen.add(name);
      const field = scope.fields.get(name)?.[0];
      if (field !== undefined) {
        found.push(span(field.pointer, `\`${name}\` is in \`${field.what.unit}\`: declared here`));
        continue;
      }
      const measure = scope.measures.get(name)?.[0];
      if (measure === undefined) continue;
      found.push(span(measure.pointer, `\`${name}\` is defined here`));
      follow(decidingNames(measure.what.value));
    }
  };
  follow(decidingNames(e));
  return found;
}
