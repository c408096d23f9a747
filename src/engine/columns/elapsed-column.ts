import type { PlanExpression } from '../../plan/expression.ts';
import { elapsedSince } from '../exact/elapsed-since.ts';
import type { Frame } from '../session/scope.ts';
import { type Column, type NumberColumn, numbersIn } from './column.ts';

/** Time passed since dates, counted once for each date. */
export function elapsedColumn(
  frame: Frame,
  unit: (PlanExpression & { op: 'elapsed' })['unit'],
  since: Column,
): NumberColumn {
  const counted = new Map<number, number>();
  const values = numbersIn(since).values.map((day) => {
    if (Number.isNaN(day)) return Number.NaN;
    const known = counted.get(day) ?? elapsedSince(frame, unit, day);
    counted.set(day, known);
    return known;
  });
  return { type: 'number', values };
}
