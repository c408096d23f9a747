import { monthNames } from '../../calendar/index.ts';
import type { DayUnit, MonthRef } from '../../calendar/index.ts';
import type { CalendarExpr, DateRule } from '../../model/rulebook.ts';
import type { Token } from '../scan.ts';
import * as b from '../tokens/basics.ts';
import * as t from '../tokens/expression.ts';
import { Name } from '../tokens/kit.ts';
import * as d from '../tokens/schedule.ts';
import { On } from '../tokens/section.ts';
import type { CommonRules } from './common-rules.ts';
import { compact, type Dsl, type Rule } from './dsl.ts';

type ShiftUnit = DayUnit | 'week' | 'month';
const units: Record<string, ShiftUnit> = {
  'trading days': 'trading day',
  'calendar days': 'calendar day',
  weeks: 'week',
  months: 'month',
};

/** The grammar of date rules. */
export function dateRules($: Dsl, { oneCalendar }: CommonRules): { dateRule: Rule<DateRule> } {
  const unitOf = (token: Token): ShiftUnit => units[token.payload] ?? (token.payload as DayUnit);

  const onCalendar = $.rule('onCalendar', () =>
    $.option(1, () => {
      $.consume(1, On);
      return $.subrule(1, oneCalendar);
    }),
  );

  const monthRef = $.rule('monthRef', () =>
    $.or<MonthRef>(1, [
      {
        ALT: () => {
          const month = monthNames.indexOf($.consume(1, d.MonthName).payload as 'May') + 1;
          const year = $.option(1, () => $.consume(1, d.YearOffset).payload as 'next');
          return compact({ month, year });
        },
      },
      { ALT: () => $.consume(1, t.Month) && { offset: 0 } },
      { ALT: () => ({ offset: Number($.consume(1, d.MonthOffset).payload) }) },
      {
        ALT: () => {
          const count = $.whole($.consume(1, b.NumberLiteral));
          $.or(2, [{ ALT: () => $.consume(1, t.Months) }, { ALT: () => $.consume(2, t.Month) }]);
          return { offset: $.consume(1, d.Shift).payload === 'after' ? count : -count };
        },
      },
    ]),
  );

  /** `before …` or `after …`, from a count of units. */
  const shifted = $.rule('shifted', () => {
    const sign = $.consume(1, d.Shift).payload === 'after' ? 1 : -1;
    return { sign, from: $.subrule(1, dateRule) };
  });
  const shift = (
    n: number,
    unit: ShiftUnit,
    calendar: CalendarExpr | undefined,
    to: { sign: number; from: DateRule },
  ): DateRule => compact({ op: 'shift' as const, n: n * to.sign, unit, from: to.from, calendar });

  const window = $.rule('dateWindow', () => {
    $.consume(1, d.DecidedBetween);
    const from = $.subrule(1, dateRule);
    $.consume(1, t.And);
    return { from, to: $.subrule(2, dateRule) };
  });

  const nthDay = $.rule('nthDay', () => {
    const nth = $.or<number>(1, [
      { ALT: () => $.consume(1, d.Last) && -1 },
      {
        ALT: () => {
          const n = Number($.consume(1, b.Ordinal).payload);
          return $.option(1, () => $.consume(2, d.Last)) === undefined ? n : -n;
        },
      },
    ]);
    const unit = unitOf($.consume(1, t.DayUnit)) as DayUnit;
    const calendar = $.subrule(1, onCalendar);
    return $.or<DateRule>(2, [
      {
        ALT: () => {
          $.consume(1, b.Of);
          return compact({ op: 'nth' as const, n: nth, unit, of: $.subrule(1, monthRef), calendar });
        },
      },
      { ALT: () => shift(nth, unit, calendar, $.subrule(1, shifted)) },
    ]);
  });

  const countedDays = $.rule('countedDays', () => {
    const n = $.whole($.consume(1, b.NumberLiteral));
    const unit = unitOf(
      $.or(1, [
        { ALT: () => $.consume(1, t.DayUnit) },
        { ALT: () => $.consume(1, t.Weeks) },
        { ALT: () => $.consume(1, t.Months) },
        { ALT: () => $.consume(1, t.Month) },
      ]),
    );
    const calendar = $.subrule(1, onCalendar);
    return shift(n, unit, calendar, $.subrule(1, shifted));
  });

  const oneDay = $.rule('oneDay', () => {
    const unit = unitOf($.consume(1, t.DayUnit)) as DayUnit;
    const calendar = $.subrule(1, onCalendar);
    return $.or<DateRule>(1, [
      { ALT: () => shift(1, unit, calendar, $.subrule(1, shifted)) },
      {
        ALT: () => {
          const direction = $.consume(1, d.Snap).payload.slice(3) as 'or before';
          return compact({
            op: 'snap' as const,
            direction: `on ${direction}` as const,
            unit,
            from: $.subrule(1, dateRule),
            calendar,
          });
        },
      },
      { ALT: () => compact({ op: 'window' as const, ...$.subrule(1, window), unit, calendar }) },
    ]);
  });

  const dateRule: Rule<DateRule> = $.rule('dateRule', () => {
    const start = $.start();
    return $.node(
      start,
      $.or<DateRule>(1, [
        { ALT: () => ({ op: 'date', date: $.consume(1, b.DateLiteral).payload }) },
        { ALT: () => ({ op: 'named', name: $.consume(1, Name).image }) },
        { ALT: () => ({ op: 'window', ...$.subrule(1, window), unit: 'trading day' }) },
        { ALT: () => $.subrule(1, nthDay) },
        { ALT: () => $.subrule(1, countedDays) },
        { ALT: () => $.subrule(1, oneDay) },
      ]),
    );
  });
  return { dateRule };
}
