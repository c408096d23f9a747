import type { PlanExpression } from '../../plan/expression.ts';
import { inForceName } from '../session/in-force.ts';
import type { Frame } from '../session/scope.ts';
import { type TruthColumn, unit } from './column.ts';
import { exactly } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { listedPlaces } from './listed-places.ts';
import { knownSpan, medianOf, observations } from './window.ts';
import { type WindowShape, windowShape } from './window-shape.ts';

type CompareNode = PlanExpression & { op: 'compare' };

/**
 * `median over a window >= one value` decided by counting the days that reach the value, without finding the median.
 * Where doubles can't tell on enough days, that entity is decided in decimals. Undefined where the comparison has another form.
 */
export function compareMedian(
  frame: Frame,
  node: CompareNode,
  wanted: Uint8Array | undefined,
): TruthColumn | undefined {
  if ((node.operator !== '>=' && node.operator !== '<') || node.right.domain !== 'all' || node.domain !== 'line')
    return undefined;
  const window = throughMeasures(frame, node.left);
  if (window.op !== 'window' || window.fn !== 'median') return undefined;
  if (window.span.kind === 'last' && window.span.byMonth === true) return undefined;
  const { market, exact } = frame.scope.session;
  const shape = windowShape(frame, window.value);
  const bound = evaluate(frame, node.right);
  if (shape === undefined || exact || bound.type !== 'number') return undefined;
  const threshold = bound.values[0]!;
  if (!(threshold > 1e-200 && threshold < 1e200)) return undefined;
  const margin = (bound.errors?.[0] ?? 0) + 8 * unit * threshold;
  const { first, last } = knownSpan(frame, window.span);
  const listed = listedPlaces(market);
  const n = market.lines.ids.length;
  const values = new Uint8Array(n).fill(2);
  const needing = window.needing ?? 1;
  let found: Float64Array | undefined;
  const met = node.operator === '>=' ? 1 : 0;
  for (let line = 0; line < n; line += 1) {
    if (wanted !== undefined && wanted[line] === 0) continue;
    const start = line * market.days.length;
    const from = start + Math.max(first, listed.first[line]!);
    const to = start + Math.min(last, listed.last[line]!);
    const certain = countReaching(shape, from, to, threshold + margin);
    const count = Math.floor(certain / packed);
    if (count < needing || count === 0) continue;
    if (2 * (certain % packed) > count) values[line] = met;
    else if (2 * (countReaching(shape, from, to, threshold - margin) % packed) < count) values[line] = 1 - met;
    else {
      found ??= new Float64Array(last - first + 1);
      const median = medianOf(found.subarray(0, observations(shape, 0, from, to, found)));
      const apart = Math.abs(median - threshold) > margin + 8 * unit * Math.abs(median);
      values[line] = apart ? (median > threshold ? met : 1 - met) : exactly(frame, node, line);
    }
  }
  return { type: 'yes/no', values };
}

function throughMeasures(frame: Frame, node: PlanExpression): PlanExpression {
  if (node.op !== 'measure') return node;
  const { versions } = frame.scope.session;
  return throughMeasures(frame, inForceName(versions.measures, node.measure, frame.scope.effective, 'measure').value);
}

const packed = 65_536;

/** Observations × 65,536 + those that reach the threshold; a window is far shorter than 65,536 days. */
function countReaching({ left, right }: WindowShape, from: number, to: number, threshold: number): number {
  let reach = 0;
  let count = 0;
  let at = from;
  if (right === undefined) {
    for (; at <= to; at += 1) {
      const value = left[at]!;
      reach += Number(value >= threshold);
      count += Number(!Number.isNaN(value));
    }
    return count * packed + reach;
  }
  for (; at + 2 <= to; at += 3) {
    const a = left[at]! * right[at]!;
    const b = left[at + 1]! * right[at + 1]!;
    const c = left[at + 2]! * right[at + 2]!;
    reach += (a >= threshold ? 1 : 0) + (b >= threshold ? 1 : 0) + (c >= threshold ? 1 : 0);
    count += (Number.isNaN(a) ? 0 : 1) + (Number.isNaN(b) ? 0 : 1) + (Number.isNaN(c) ? 0 : 1);
  }
  for (; at <= to; at += 1) {
    const value = left[at]! * right[at]!;
    reach += value >= threshold ? 1 : 0;
    count += Number.isNaN(value) ? 0 : 1;
  }
  return count * packed + reach;
}
