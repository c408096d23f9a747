import { fieldTyping } from '../check/units/infer-name.ts';
import { infer } from '../check/units/infer.ts';
import type { Expression } from '../model/expression.ts';
import type { PlanExpression, ValueType } from './expression.ts';
import type { Lowering } from './lowering.ts';

/**
 * Lowers a name: a field, a measure, a group, text that every data set has, or one of the two sets that are named like
 * conditions.
 */
export function lowerName(
  e: Extract<Expression, { kind: 'name' }>,
  domain: string,
  entity: string,
  into: Lowering,
): PlanExpression {
  const { name } = e;
  const { scope, world } = into.analysis;
  const field = scope.fields.get(name)?.[0]?.what;
  if (field !== undefined) return { domain, type: known(fieldTyping(field, world).type), op: 'field', field: name };
  if (scope.measures.has(name)) return { domain, type: known(infer(e, '', world).type), op: 'measure', measure: name };
  if (scope.groups.has(name)) return { domain, type: 'text', op: 'group name', group: name };
  if (name === 'line' || name === 'company' || name === 'symbol' || name === 'name')
    return { domain, type: 'text', op: 'attribute', attribute: name };
  if (name === 'eligible' || name === 'selected') return { domain, type: 'yes/no', op: 'member', set: name };
  throw new Error(`a name was not resolved: ${name} (of ${entity})`);
}

function known(type: ValueType | 'unknown'): ValueType {
  if (type === 'unknown') throw new Error('a value without a type was lowered');
  return type;
}
