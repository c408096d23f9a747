import type { Span } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { scopeOf } from '../names/scope.ts';

/** Where a field is declared, or else the rulebook's first section. */
export function placeOfField(context: CheckContext, name: string): Span {
  return context.span(scopeOf(context.rulebook).fields.get(name)?.[0]?.pointer ?? '/sections/0');
}
