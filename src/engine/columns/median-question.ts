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
  /** From here on a double surely reaches the threshold. */
  surely: number;
  /** Below this a double surely does not. */
  surelyNot: number;
  /** With fewer observations the median is missing. */
  needing: number;
  /** What the comparison is where at least half of the days reach the threshold: 1 yes, 0 no. */
  met: number;
};

/** A question asked at several events: first and last market day (places) of the window at each. */
export type MedianQuestions = MedianQuestion & { first: Int32Array; last: Int32Array };

/** What counting found: nothing, that the comparison is unknown, or one more than its outcome. */
export const notCounted = 0;
const unknownOutcome = 3;

/** The question that a comparison asks, where counting ahead can answer it: a stated number, and the same operand at all events. */
export function medianQuestion(
  session: Session,
  node: PlanExpression,
  days: ReadingDay[],
): MedianQuestions | undefined {
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
  const margin = marginOf(right.value, threshold);
  return {
    shape,
    surely: threshold + margin,
    surelyNot: threshold - margin,
    first: Int32Array.from(spans, (span) => span.first),
    last: Int32Array.from(spans, (span) => span.last),
    needing: left.needing ?? 1,
    met: node.operator === '>=' ? 1 : 0,
  };
}

function marginOf(text: string, threshold: number): number {
  const stated = new Decimal(text).eq(new Decimal(threshold)) ? 0 : Math.abs(threshold) * 2 ** -52 + 1e-300;
  return stated + 8 * unit * threshold;
}

/**
 * The outcome of the comparison over places of the series, plus one (3: it is unknown); 0 where too many days are too close to the
 * threshold to tell. Most windows lie clearly on one side, so that somewhat more than half of the days settle them.
 */
export function answerByCounting(question: MedianQuestion, from: number, to: number): number {
  const { shape, surely, surelyNot, needing, met } = question;
  const length = to - from + 1;
  if (length > longest) return notCounted;
  const enough = from + Math.max(needing, (length >> 1) + 1) + slack;
  const early = enough < to ? tally(shape, from, enough, surely, surelyNot) : 0;
  const counted = enough < to ? enough + 1 : from;
  let reach = early >> 16;
  let below = early & 0xffff;
  if (reach + below < needing || 2 * Math.max(reach, below) <= length) {
    const late = tally(shape, counted, to, surely, surelyNot);
    reach += late >> 16;
    below += late & 0xffff;
  }
  if (reach + below >= needing) {
    if (2 * reach > length) return met + 1;
    if (2 * below > length) return 2 - met;
  }
  const count = observed(shape, from, to);
  if (count < needing || count === 0) return unknownOutcome;
  if (2 * reach > count) return met + 1;
  return 2 * below > count ? 2 - met : notCounted;
}

/** So many days may lack an observation before a look at half of them does not settle a window. */
const slack = 3;

/** Of longer windows the two counts do not fit in one number. */
const longest = 2 ** 15 - 1;

/** Days that surely reach the threshold × 65,536 + days that surely do not. */
function tally({ left, right }: WindowShape, from: number, to: number, surely: number, surelyNot: number): number {
  let reach = 0;
  let below = 0;
  let at = from;
  if (right === undefined) {
    for (; at <= to; at += 1) {
      reach += +(left[at]! >= surely);
      below += +(left[at]! < surelyNot);
    }
    return reach * 65_536 + below;
  }
  // Comparisons taken as numbers, three days a turn: no branch depends on the data.
  for (; at + 2 <= to; at += 3) {
    const a = left[at]! * right[at]!;
    const b = left[at + 1]! * right[at + 1]!;
    const c = left[at + 2]! * right[at + 2]!;
    reach += +(a >= surely) + +(b >= surely) + +(c >= surely);
    below += +(a < surelyNot) + +(b < surelyNot) + +(c < surelyNot);
  }
  for (; at <= to; at += 1) {
    const value = left[at]! * right[at]!;
    reach += +(value >= surely);
    below += +(value < surelyNot);
  }
  return reach * 65_536 + below;
}

function observed({ left, right }: WindowShape, from: number, to: number): number {
  let count = 0;
  for (let at = from; at <= to; at += 1) {
    if (!Number.isNaN(right === undefined ? left[at]! : left[at]! * right[at]!)) count += 1;
  }
  return count;
}
