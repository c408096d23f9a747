import type { PlanExpression } from '../../plan/expression.ts';
import { printExpression } from '../../plan/print-expression.ts';
import type { Compared, Outcome } from '../../run/run.ts';
import { truthsIn } from '../columns/column.ts';
import { operandColumn } from '../columns/evaluate.ts';
import type { Frame } from '../session/scope.ts';
import { shownValues } from './shown-value.ts';
import { type Told, toldByKind, toldOf, toldOfAll } from './told.ts';

type Of = 'line' | 'company';

const outcomeNames: readonly Outcome[] = ['no', 'yes', 'unknown'];

/** Whether a condition holds, for each entity. */
export function outcomes(frame: Frame, condition: PlanExpression, of: Of): Told<Outcome> {
  const truths = truthsIn(operandColumn(frame, condition, of));
  const kind = (entity: number) => truths[entity]!;
  return toldByKind(3, kind, (entity) => outcomeNames[kind(entity)]!);
}

/** The comparisons a condition is made of, in the order they are written, with the values found. */
export function comparisons(frame: Frame, condition: PlanExpression, of: Of): Told<Compared>[] {
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
    case 'compare':
      return [
        compared(
          frame,
          condition,
          of,
          side(frame, condition.left, of),
          condition.operator,
          side(frame, condition.right, of),
        ),
      ];
    case 'one of': {
      const options = condition.options.map((option) => side(frame, option, of));
      const listed = toldOf(options, (entity) => `(${options.map((option) => option.tell(entity)).join(', ')})`);
      const operator = condition.negated ? 'not in' : 'in';
      return [compared(frame, condition, of, side(frame, condition.value, of), operator, listed)];
    }
    default:
      return [compared(frame, condition, of, toldOfAll(printExpression(condition)), 'is', toldOfAll('yes'))];
  }
}

function compared(
  frame: Frame,
  condition: PlanExpression,
  of: Of,
  left: Told<string>,
  operator: string,
  right: Told<string>,
): Told<Compared> {
  const outcome = outcomes(frame, condition, of);
  return toldOf([left, right, outcome], (entity) => ({
    left: left.tell(entity),
    operator,
    right: right.tell(entity),
    outcome: outcome.tell(entity),
  }));
}

/** One side of a comparison in the words of the rulebook, with its value unless it is stated. */
function side(frame: Frame, part: PlanExpression, of: Of): Told<string> {
  const words = printExpression(part);
  if (part.op === 'number' || part.op === 'text' || part.op === 'date' || part.op === 'yes-no') return toldOfAll(words);
  const shown = shownValues(frame, part, of);
  return toldOf([shown], (entity) => `${words} (${shown.tell(entity)})`);
}
