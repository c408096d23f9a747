import type { Expression } from '../../model/expression.ts';
import type { Scope } from '../names/scope.ts';

/** The field that a word stands for: itself, or the one that a group or a measure of nothing else is made by. */
export function textField(e: Expression, scope: Scope, depth = 0): string | undefined {
  if (e.kind !== 'name' || depth > 5) return undefined;
  if (scope.fields.has(e.name)) return e.name;
  const measure = scope.measures.get(e.name);
  if (measure?.length === 1) return textField(measure[0]!.what.value, scope, depth + 1);
  return scope.groups.get(e.name)?.[0]?.what.by;
}
