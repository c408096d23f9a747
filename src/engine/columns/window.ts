import { lastAtOrBefore } from '../../market/index.ts';
import type { Aggregate, WindowSpan } from '../../model/expression.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { exactNumber } from '../exact/exact-value.ts';
import type { Frame } from '../session/scope.ts';
import { type NumberColumn, smallest, unit } from './column.ts';
import { listedPlaces } from './listed-places.ts';
import { spanOf } from './span.ts';
import { type WindowShape, windowShape } from './window-shape.ts';

type WindowNode = PlanExpression & { op: 'window' };

/** A window over one daily series or the product of two, line by line; undefined where the shape is another. */
export function windowColumn(frame: Frame, node: WindowNode, wanted: Uint8Array | undefined): NumberColumn | undefined {
  if (node.span.kind === 'last' && node.span.byMonth === true) return undefined;
  const shape = windowShape(frame, node.value);
  const { market, exact } = frame.scope.session;
  if (shape === undefined || exact) return undefined;
  const { first, last } = knownSpan(frame, node.span);
  const listed = listedPlaces(market);
  const n = market.lines.ids.length;
  const values = new Float64Array(n).fill(Number.NaN);
  const errors = new Float64Array(n);
  const found = new Float64Array(Math.max(0, last - first + 1));
  for (let line = 0; line < n; line += 1) {
    if (wanted !== undefined && wanted[line] === 0) continue;
    const count = observations(
      shape,
      line * market.days.length,
      Math.max(first, listed.first[line]!),
      Math.min(last, listed.last[line]!),
      found,
    );
    if (node.needing !== undefined && count < node.needing) continue;
    const { value, error } = summarise(node.fn, found, count);
    values[line] = value;
    errors[line] = error;
    if (
      count > 0 &&
      (!Number.isFinite(value) || !(error < Number.POSITIVE_INFINITY) || (value !== 0 && Math.abs(value) < smallest))
    ) {
      values[line] = exactNumber(frame, node, line)?.toNumber() ?? Number.NaN;
      errors[line] = Number.isFinite(values[line]) ? unit * Math.abs(values[line]!) + 1e-300 : Number.POSITIVE_INFINITY;
    }
  }
  return { type: 'number', values, errors };
}

/** The days of a window that lie before the cut-off. */
export function knownSpan(frame: Frame, span: WindowSpan): { first: number; last: number } {
  const { market } = frame.scope.session;
  const { first, last } = spanOf(market, span, frame.day);
  const { days } = market;
  return { first, last: Math.min(last, lastAtOrBefore(days, 0, days.length, frame.scope.knownBy)) };
}

/** Fills `into` with what was observed from the first to the last day, and says how much that is. */
export function observations(
  shape: WindowShape,
  start: number,
  first: number,
  last: number,
  into: Float64Array,
): number {
  const { left, right } = shape;
  let count = 0;
  if (right === undefined) {
    for (let at = start + first; at <= start + last; at += 1) {
      const value = left[at]!;
      if (!Number.isNaN(value)) into[count++] = value;
    }
    return count;
  }
  for (let at = start + first; at <= start + last; at += 1) {
    const value = left[at]! * right[at]!;
    if (!Number.isNaN(value)) into[count++] = value;
  }
  return count;
}

/** An aggregate of the first `count` values, each off by at most two units, with its own bound. */
function summarise(fn: Aggregate, values: Float64Array, count: number): { value: number; error: number } {
  if (fn === 'count') return { value: count, error: 0 };
  if (count === 0) return { value: Number.NaN, error: 0 };
  let sum = 0;
  let size = 0;
  let low = values[0]!;
  let high = values[0]!;
  for (let i = 0; i < count; i += 1) {
    const value = values[i]!;
    sum += value;
    size += Math.abs(value);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const largest = Math.max(Math.abs(low), Math.abs(high));
  switch (fn) {
    case 'sum':
      return { value: sum, error: (count + 4) * unit * size };
    case 'average':
      return { value: sum / count, error: ((count + 6) * unit * size) / count };
    case 'largest':
      return { value: high, error: 4 * unit * largest };
    case 'smallest':
      return { value: low, error: 4 * unit * largest };
    case 'median':
      return { value: medianOf(values.subarray(0, count)), error: 6 * unit * largest };
    default:
      return fn satisfies never;
  }
}

export function medianOf(values: Float64Array): number {
  values.sort();
  const half = values.length >> 1;
  return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}
