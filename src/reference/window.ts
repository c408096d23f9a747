import { addMonths, dayOf, monthOf, monthSpan } from '../calendar/index.ts';
import type { WindowSpan } from '../model/expression.ts';
import type { PlanExpression } from '../plan/expression.ts';
import { aggregate } from './aggregate.ts';
import type { Review, Scope } from './context.ts';
import type { Entity } from './entity.ts';
import { read } from './read.ts';
import type { Value } from './value.ts';

type Window = PlanExpression & { op: 'window' };

/**
 * An aggregate of a value over the market days, or over the months, of a stretch of time that ends on the day at hand.
 */
export function windowValue(e: Window, scope: Scope, entity: Entity): Value {
  const byMonth = e.span.kind === 'last' && e.span.byMonth === true;
  const days = byMonth ? monthEnds(scope.review, start(e.span, scope), scope.day) : marketDays(e.span, scope);
  const values = days.map((day) => read(e.value, { ...scope, day, carry: byMonth }, entity));
  const observed = values.filter((value) => value !== undefined).length;
  return e.needing !== undefined && observed < e.needing ? undefined : aggregate(e.fn, values);
}

/** The market days of the stretch. */
function marketDays(span: WindowSpan, scope: Scope): number[] {
  const upTo = [...scope.review.market.days].filter((day) => day <= scope.day);
  if (span.kind === 'last' && span.unit === 'trading days') return span.count === 0 ? [] : upTo.slice(-span.count);
  const first = start(span, scope);
  return upTo.filter((day) => day >= first);
}

/** The first calendar day of the stretch. */
function start(span: WindowSpan, scope: Scope): number {
  const { year, month } = monthOf(scope.day);
  const monthsBack = (count: number) => {
    const first = addMonths(year, month, 1 - count);
    return dayOf(first.year, first.month, 1);
  };
  switch (span.kind) {
    case 'month':
      return monthsBack(1);
    case 'since year start':
      return dayOf(year, 1, 1);
    case 'last':
      switch (span.unit) {
        case 'months':
          return monthsBack(span.count);
        case 'years':
          return monthsBack(12 * span.count);
        case 'weeks':
          return scope.day - 7 * span.count + 1;
        case 'calendar days':
          return scope.day - span.count + 1;
        case 'trading days':
          return [...scope.review.market.days].filter((day) => day <= scope.day).at(-span.count) ?? scope.day;
        default:
          return span.unit satisfies never;
      }
    default:
      return span satisfies never;
  }
}

/** The last market day, on or before a day, of each month of a stretch; months without market days are left out. */
function monthEnds(review: Review, from: number, day: number): number[] {
  const ends: number[] = [];
  const last = monthOf(day);
  for (let at = monthOf(from); at.year * 12 + at.month <= last.year * 12 + last.month; ) {
    const end = monthEnd(review, at.year, at.month, day);
    if (end !== undefined) ends.push(end);
    const next = addMonths(at.year, at.month, 1);
    at = { ...at, ...next };
  }
  return ends;
}

/** The last market day of a month that is on or before a day. */
export function monthEnd(review: Review, year: number, month: number, day: number): number | undefined {
  const { first, last } = monthSpan(year, month);
  return [...review.market.days].findLast((d) => first <= d && d <= last && d <= day);
}
