import { lastAtOrBefore } from '../../market/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { Decimal } from '../numbers/decimal.ts';
import type { ReadingDay } from '../session/read-ahead.ts';
import type { Session } from '../session/session.ts';
import { unit } from './column.ts';
import { spanOf } from './span.ts';
import { shapeOf, type WindowShape } from './window-shape.ts';

/** `median of … over a window` against one number: what counting needs to know. */
export type MedianQuestion = {
  shape: WindowShape;
  threshold: number;
  /** How far from the threshold doubles can tell. */
  margin: number;
  /** First and last market day (places) of the window at each event. */
  spans: { first: number; last: number }[];
  /** With fewer observations the median is missing. */
  needing: number;
  /** What the comparison is where at least half of the days reach the threshold: 1 yes, 0 no. */
  met: number;
};

/** What counting found: nothing, that the comparison is unknown, or one more than its outcome. */
export const notCounted = 0;
const unknownOutcome = 3;

/** The question that a comparison asks, where counting ahead can answer it: a stated number, and the same operand at all events. */
export function medianQuestion(session: Session, node: PlanExpression, days: ReadingDay[]): MedianQuestion | undefined {
  if (node.op !== 'compare' || (node.operator !== '>=' && node.operator !== '<') || node.domain !== 'line')
    return undefined;
  const { left, right } = node;
  if (right.op !== 'number' || left.op !== 'window' || left.fn !== 'median') return undefined;
  if (left.span.kind === 'last' && left.span.byMonth === true) return undefined;
  const shape = shapeOf(session.market, left.value);
  const threshold = Number(right.value);
  if (shape === undefined || !(threshold > 1e-200 && threshold < 1e200)) return undefined;
  const { market } = session;
  const spans = days.map(({ reference, knownBy }) => {
    const { first, last } = spanOf(market, left.span, reference);
    return { first, last: Math.min(last, lastAtOrBefore(market.days, 0, market.days.length, knownBy)) };
  });
  return {
    shape,
    threshold,
    margin: marginOf(right.value, threshold),
    spans,
    needing: left.needing ?? 1,
    met: node.operator === '>=' ? 1 : 0,
  };
}

/**
 * The outcome of the comparison over places of the series, plus one (3: it is unknown); 0 where too many days are too close to the
 * threshold to tell.
 */
export function answerByCounting(question: MedianQuestion, from: number, to: number): number {
  const { shape, threshold, margin, needing, met } = question;
  const certain = countReaching(shape, from, to, threshold + margin);
  const count = Math.floor(certain / packed);
  if (count < needing || count === 0) return unknownOutcome;
  if (2 * (certain % packed) > count) return met + 1;
  if (2 * (countReaching(shape, from, to, threshold - margin) % packed) < count) return 2 - met;
  return notCounted;
}

function marginOf(text: string, threshold: number): number {
  const stated = new Decimal(text).eq(new Decimal(threshold)) ? 0 : Math.abs(threshold) * 2 ** -52 + 1e-300;
  return stated + 8 * unit * threshold;
}

/** Observations are counted in units of this; a window is far shorter. */
const packed = 65_536;

/** Observations × 65,536 + those that reach the threshold. */
function countReaching({ left, right }: WindowShape, from: number, to: number, threshold: number): number {
  let reach = 0;
  let count = 0;
  let at = from;
  if (right === undefined) {
    for (; at <= to; at += 1) {
      const value = left[at]!;
      reach += value >= threshold ? 1 : 0;
      count += Number.isNaN(value) ? 0 : 1;
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
