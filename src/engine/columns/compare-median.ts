import type { PlanExpression } from '../../plan/expression.ts';
import { inForceName } from '../session/in-force.ts';
import type { Frame } from '../session/scope.ts';
import { type TruthColumn, unit } from './column.ts';
import { exactly } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { listedPlaces } from './listed-places.ts';
import { answerByCounting, type MedianQuestion, notCounted } from './median-question.ts';
import { knownSpan, medianOf, observations } from './window.ts';
import { windowShape } from './window-shape.ts';

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
  const { session } = frame.scope;
  const { market, exact } = session;
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
  const ahead = frame.observed ? undefined : session.counted.get(node)?.get(`${frame.day}|${frame.scope.knownBy}`);
  let found: Float64Array | undefined;
  const met = node.operator === '>=' ? 1 : 0;
  const question: MedianQuestion = {
    shape,
    surely: threshold + margin,
    surelyNot: threshold - margin,
    needing: window.needing ?? 1,
    met,
  };
  for (let line = 0; line < n; line += 1) {
    if (wanted !== undefined && wanted[line] === 0) continue;
    // Ahead nothing is counted of lines that are not listed on the day; their window may still hold observations.
    let answer = ahead === undefined ? notCounted : ahead[line]!;
    if (answer !== notCounted) {
      values[line] = answer - 1;
      continue;
    }
    const start = line * market.days.length;
    const from = start + Math.max(first, listed.first[line]!);
    const to = start + Math.min(last, listed.last[line]!);
    answer = answerByCounting(question, from, to);
    if (answer !== notCounted) values[line] = answer - 1;
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
