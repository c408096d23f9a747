import { isoDate } from '../calendar/index.ts';
import type { PlanExpression } from '../plan/expression.ts';
import { printExpression } from '../plan/print-expression.ts';
import type { Compared, Outcome } from '../run/run.ts';
import type { Scope } from './context.ts';
import { Decimal } from './decimal.ts';
import type { Entity } from './entity.ts';
import { read } from './read.ts';
import { truthOf, type Value } from './value.ts';

/** The comparisons a condition is made of, in the order they are written, with the values found. */
export function comparisons(condition: PlanExpression, scope: Scope, entity: Entity): Compared[] {
  const within = (...parts: PlanExpression[]) => parts.flatMap((part) => comparisons(part, scope, entity));
  const e = condition;
  switch (e.op) {
    case 'and':
    case 'or':
      return within(e.left, e.right);
    case 'not':
      return within(e.operand);
    case 'if':
      return within(e.condition, e.then, e.else);
    case 'otherwise':
      return within(e.value, e.fallback);
    case 'yes-no':
      return [];
    case 'compare':
      return [
        { left: side(e.left), operator: e.operator, right: side(e.right), outcome: outcomeOf(read(e, scope, entity)) },
      ];
    case 'one of': {
      const right = `(${e.options.map(side).join(', ')})`;
      const operator = e.negated ? 'not in' : 'in';
      return [{ left: side(e.value), operator, right, outcome: outcomeOf(read(e, scope, entity)) }];
    }
    default:
      return [{ left: printExpression(e), operator: 'is', right: 'yes', outcome: outcomeOf(read(e, scope, entity)) }];
  }

  function side(part: PlanExpression): string {
    const literal = part.op === 'number' || part.op === 'text' || part.op === 'date' || part.op === 'yes-no';
    const words = printExpression(part);
    return literal ? words : `${words} (${shown(read(part, scope, entity), part.type)})`;
  }
}

export function outcomeOf(value: Value): Outcome {
  const truth = truthOf(value);
  return truth === undefined ? 'unknown' : truth ? 'yes' : 'no';
}

function shown(value: Value, type: PlanExpression['type']): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return JSON.stringify(value);
  return type === 'date' ? isoDate(value.toNumber()) : value.toSignificantDigits(12, Decimal.ROUND_HALF_UP).toFixed();
}
