import type { PlanExpression } from './expression.ts';

/** The expressions directly inside an expression, in the order they are said. */
export function operandsOf(e: PlanExpression): PlanExpression[] {
  switch (e.op) {
    case 'number':
    case 'text':
    case 'date':
    case 'yes-no':
    case 'field':
    case 'attribute':
    case 'group name':
    case 'measure':
    case 'rank':
    case 'constituent':
    case 'member':
    case 'added since':
    case 'current':
    case 'of weights':
      return [];
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [e.left, e.right];
    case 'negate':
    case 'not':
    case 'known':
      return [e.operand];
    case 'one of':
      return [e.value, ...e.options];
    case 'if':
      return [e.condition, e.then, e.else];
    case 'otherwise':
      return [e.value, e.fallback];
    case 'call':
      return e.args;
    case 'round':
      return [e.value, e.step];
    case 'group aggregate':
    case 'set aggregate':
      return e.where === undefined ? [e.value] : [e.value, e.where];
    case 'window':
    case 'as of':
    case 'convert':
    case 'previous':
    case 'cumulative':
      return [e.value];
    case 'months':
      return [e.condition];
    case 'at rank':
      return [e.value, e.rank];
    case 'elapsed':
      return [e.since];
    default:
      return e satisfies never;
  }
}

/**
 * Every expression in a plan or a part of one, with all that `inside` finds in it (its operands, unless said
 * otherwise). Measures, rankings and groups that it names are not followed.
 */
export function expressionsIn(part: unknown, inside = operandsOf): PlanExpression[] {
  if (typeof part !== 'object' || part === null) return [];
  const parts = isExpression(part) ? inside(part) : Object.values(part);
  const found = parts.flatMap((one) => expressionsIn(one, inside));
  return isExpression(part) ? [part, ...found] : found;
}

function isExpression(part: object): part is PlanExpression {
  return 'op' in part && 'domain' in part;
}
