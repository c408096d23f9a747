import { isoDate } from '../../calendar/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { printExpression } from '../../plan/print-expression.ts';
import type { Compared, Outcome } from '../../run/run.ts';
import { errorAt, type NumberColumn } from '../columns/column.ts';
import { operandColumn } from '../columns/evaluate.ts';
import { exactOperand } from '../exact/exact-value.ts';
import { Decimal } from '../numbers/decimal.ts';
import type { Frame } from '../session/scope.ts';

type Of = 'line' | 'company';
/** Tells something of an entity; made once for all entities. */
export type Teller<T> = (entity: number) => T;

/** Whether a condition holds, for each entity. */
export function outcomes(frame: Frame, condition: PlanExpression, of: Of): Teller<Outcome> {
  const column = operandColumn(frame, condition, of);
  if (column.type !== 'yes/no') throw new Error('a condition is expected');
  return (entity) => outcomeNames[column.values[entity]!]!;
}

const outcomeNames: readonly Outcome[] = ['no', 'yes', 'unknown'];

/** The comparisons a condition is made of, in the order they are written, with the values found. */
export function comparisons(frame: Frame, condition: PlanExpression, of: Of): Teller<Compared>[] {
  const within = (...parts: PlanExpression[]) => parts.flatMap((part) => comparisons(frame, part, of));
  switch (condition.op) {
    case 'and':
    case 'or':
      return within(condition.left, condition.right);
    case 'not':
      return within(condition.operand);
    case 'if':
      return within(condition.condition, condition.then, condition.else);
    case 'otherwise':
      return within(condition.value, condition.fallback);
    case 'yes-no':
      return [];
    case 'compare': {
      const outcome = outcomes(frame, condition, of);
      const [left, right] = [side(frame, condition.left, of), side(frame, condition.right, of)];
      const { operator } = condition;
      return [(entity) => ({ left: left(entity), operator, right: right(entity), outcome: outcome(entity) })];
    }
    case 'one of': {
      const outcome = outcomes(frame, condition, of);
      const value = side(frame, condition.value, of);
      const options = condition.options.map((option) => side(frame, option, of));
      const operator = condition.negated ? 'not in' : 'in';
      return [
        (entity) => ({
          left: value(entity),
          operator,
          right: `(${options.map((option) => option(entity)).join(', ')})`,
          outcome: outcome(entity),
        }),
      ];
    }
    default: {
      const outcome = outcomes(frame, condition, of);
      const left = printExpression(condition);
      return [(entity) => ({ left, operator: 'is', right: 'yes', outcome: outcome(entity) })];
    }
  }
}

/** One side of a comparison in the words of the rulebook, with its value unless it is stated. */
function side(frame: Frame, part: PlanExpression, of: Of): Teller<string> {
  const words = printExpression(part);
  if (part.op === 'number' || part.op === 'text' || part.op === 'date' || part.op === 'yes-no') return () => words;
  const shown = values(frame, part, of);
  return (entity) => `${words} (${shown(entity)})`;
}

function values(frame: Frame, part: PlanExpression, of: Of): Teller<string> {
  const column = operandColumn(frame, part, of);
  switch (column.type) {
    case 'yes/no':
      return (entity) => ['no', 'yes', 'missing'][column.values[entity]!]!;
    case 'text':
      return (entity) => {
        const code = column.codes[entity]!;
        return code < 0 ? 'missing' : JSON.stringify(column.dictionary[code]);
      };
    case 'number': {
      if (part.type === 'date') {
        return (entity) => (Number.isNaN(column.values[entity]!) ? 'missing' : isoDate(column.values[entity]!));
      }
      const exactly = (entity: number) => {
        const value = exactOperand(frame, part, entity, of);
        return value instanceof Decimal ? digits12(value) : 'missing';
      };
      return (entity) => {
        if (Number.isNaN(column.values[entity]!)) return 'missing';
        return (frame.scope.session.exact ? undefined : safeDigits(column, entity)) ?? exactly(entity);
      };
    }
    default:
      return column satisfies never;
  }
}

function digits12(value: Decimal): string {
  return value.toSignificantDigits(12, Decimal.ROUND_HALF_UP).toFixed();
}

/** Twelve digits of a double, undefined where its error leaves the last one open. */
function safeDigits(column: NumberColumn, entity: number): string | undefined {
  const value = column.values[entity]!;
  const error = 2 * errorAt(column, entity) + 2 ** -51 * Math.abs(value);
  if (!Number.isFinite(value) || !Number.isFinite(error)) return undefined;
  const text = value.toPrecision(12);
  if ((value - error).toPrecision(12) !== text || (value + error).toPrecision(12) !== text) return undefined;
  const size = Math.abs(value);
  // Plain digits without an exponent or trailing zeros.
  return size >= 1e-6 && size < 1e20 ? String(Number(text)) : new Decimal(text).toFixed();
}
