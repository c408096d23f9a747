import type { Aggregate } from '../../model/expression.ts';
import type { Domain, PlanExpression } from '../../plan/expression.ts';
import { memberDomain } from '../exact/exact-aggregate.ts';
import { type Flags, setFlags, universeFlags } from '../review/flags.ts';
import type { Frame } from '../session/scope.ts';
import { type Column, errorAt, type NumberColumn, unit } from './column.ts';
import { mapping, sizeOf } from './domains.ts';
import { holds, operandColumn } from './evaluate.ts';
import { exactColumn } from './exact-column.ts';

export function groupAggregateColumn(frame: Frame, node: PlanExpression & { op: 'group aggregate' }): Column {
  const over = memberDomain(node.value.domain, node.where?.domain);
  const toGroup = mapping(frame.scope, over, node.over);
  const flags = universeFlags(frame.scope, over);
  return aggregate(frame, node, node.value, node.where, over, flags, toGroup, sizeOf(frame.scope, node.over));
}

export function setAggregateColumn(frame: Frame, node: PlanExpression & { op: 'set aggregate' }): Column {
  const over = memberDomain(node.value.domain, node.where?.domain);
  const flags = setFlags(frame.scope, node.over, over);
  if (flags === undefined) return exactColumn(frame, node);
  return aggregate(frame, node, node.value, node.where, over, flags, new Int32Array(flags.length), 1);
}

function aggregate(
  frame: Frame,
  node: PlanExpression & { fn: Aggregate },
  value: PlanExpression,
  where: PlanExpression | undefined,
  over: Domain,
  flags: Flags,
  toGroup: Int32Array,
  groups: number,
): Column {
  if (frame.scope.session.exact || node.fn === 'median') return exactColumn(frame, node);
  const column = operandColumn(frame, value, over, flags);
  const chosen = where === undefined ? undefined : holds(frame, where, over, flags);
  const isIn = (i: number) => flags[i] === 1 && (chosen === undefined || chosen[i] === 1) && toGroup[i]! >= 0;
  if (node.fn === 'count') return countColumn(column, isIn, toGroup, groups);
  if (column.type !== 'number') return exactColumn(frame, node);
  if (node.fn === 'largest' || node.fn === 'smallest') {
    // Which of two close values is larger does not matter to the bound, so doubles serve.
    return extremes(column, isIn, toGroup, groups, node.fn === 'largest' ? 1 : -1);
  }
  return sums(column, isIn, toGroup, groups, node.fn === 'average');
}

function countColumn(column: Column, isIn: (i: number) => boolean, toGroup: Int32Array, groups: number): NumberColumn {
  const values = new Float64Array(groups);
  const counts = (i: number) =>
    column.type === 'number'
      ? !Number.isNaN(column.values[i]!)
      : column.type === 'text'
        ? column.codes[i]! >= 0
        : column.values[i] !== 2;
  for (let i = 0; i < toGroup.length; i += 1) if (isIn(i) && counts(i)) values[toGroup[i]!]! += 1;
  return { type: 'number', values };
}

function extremes(
  column: NumberColumn,
  isIn: (i: number) => boolean,
  toGroup: Int32Array,
  groups: number,
  sign: number,
): NumberColumn {
  const values = new Float64Array(groups).fill(Number.NaN);
  const errors = column.errors === undefined ? undefined : new Float64Array(groups);
  for (let i = 0; i < toGroup.length; i += 1) {
    const value = column.values[i]!;
    if (Number.isNaN(value) || !isIn(i)) continue;
    const g = toGroup[i]!;
    if (errors !== undefined) errors[g] = Math.max(errors[g]!, column.errors![i]!);
    if (Number.isNaN(values[g]!) || sign * value > sign * values[g]!) values[g] = value;
  }
  return errors === undefined ? { type: 'number', values } : { type: 'number', values, errors };
}

function sums(
  column: NumberColumn,
  isIn: (i: number) => boolean,
  toGroup: Int32Array,
  groups: number,
  average: boolean,
): NumberColumn {
  const values = new Float64Array(groups);
  const errors = new Float64Array(groups);
  const sizes = new Float64Array(groups);
  const counts = new Int32Array(groups);
  for (let i = 0; i < toGroup.length; i += 1) {
    const value = column.values[i]!;
    if (Number.isNaN(value) || !isIn(i)) continue;
    const g = toGroup[i]!;
    values[g]! += value;
    sizes[g]! += Math.abs(value);
    errors[g]! += errorAt(column, i);
    counts[g]! += 1;
  }
  for (let g = 0; g < groups; g += 1) {
    const n = counts[g]!;
    if (n === 0) values[g] = Number.NaN;
    errors[g] = errors[g]! * 2 + (n + 2) * unit * sizes[g]! + 1e-300;
    if (!average || n === 0) continue;
    values[g]! /= n;
    errors[g] = errors[g]! / n + unit * Math.abs(values[g]!);
  }
  return { type: 'number', values, errors };
}
