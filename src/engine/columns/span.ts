import { addMonths, monthOf, monthSpan } from '../../calendar/index.ts';
import { lastAtOrBefore, type Market } from '../../market/index.ts';
import type { WindowSpan } from '../../model/expression.ts';

/** First and last market day (as places in `market.days`) of a window that ends on a day; empty where `last < first`. */
export function spanOf(market: Market, span: WindowSpan, day: number): { first: number; last: number } {
  const { days } = market;
  const last = lastAtOrBefore(days, 0, days.length, day);
  if (span.kind === 'last' && span.unit === 'trading days') return { first: Math.max(0, last - span.count + 1), last };
  return { first: lastAtOrBefore(days, 0, days.length, firstDay(span, day) - 1) + 1, last };
}

/** The first calendar day of a window (of trading days: its last). */
export function firstDay(span: WindowSpan, day: number): number {
  const { year, month } = monthOf(day);
  if (span.kind === 'month') return monthSpan(year, month).first;
  if (span.kind === 'since year start') return monthSpan(year, 1).first;
  switch (span.unit) {
    case 'trading days':
      return day;
    case 'calendar days':
      return day - span.count + 1;
    case 'weeks':
      return day - 7 * span.count + 1;
    case 'months': {
      const start = addMonths(year, month, 1 - span.count);
      return monthSpan(start.year, start.month).first;
    }
    case 'years': {
      const start = addMonths(year, month, 1 - 12 * span.count);
      return monthSpan(start.year, start.month).first;
    }
    default:
      return span.unit satisfies never;
  }
}

/** The last market day on or before `day` of each of the last `count` months, the day's own month first; months without one are left out. */
export function monthEnds(market: Market, day: number, count: number): number[] {
  const { days } = market;
  const { year, month } = monthOf(day);
  const ends: number[] = [];
  for (let back = 0; back < count; back += 1) {
    const at = addMonths(year, month, -back);
    const { first, last } = monthSpan(at.year, at.month);
    const i = lastAtOrBefore(days, 0, days.length, Math.min(last, day));
    if (i >= 0 && days[i]! >= first) ends.push(days[i]!);
  }
  return ends;
}
