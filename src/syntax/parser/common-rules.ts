import type { RoundingMode } from '../../model/expression.ts';
import type { CalendarExpr, Period } from '../../model/rulebook.ts';
import type { Rounding } from '../../model/section.ts';
import type { Token } from '../scan.ts';
import * as b from '../tokens/basics.ts';
import { And, Or } from '../tokens/expression.ts';
import { Name } from '../tokens/kit.ts';
import * as s from '../tokens/section.ts';
import { compact, type Dsl, type Rule } from './dsl.ts';

export type CommonRules = {
  /** `from` and `until` at the end of a sentence; nothing where both are left out. */
  period: Rule<Period>;
  /** The name and colon that a rule begins with. */
  label: Rule<Token>;
  /** `at a, b`, or nothing. */
  atEvents: Rule<string[] | undefined>;
  calendar: Rule<CalendarExpr>;
  /** A calendar without operators, or in parentheses. */
  oneCalendar: Rule<CalendarExpr>;
  /** `2 decimals half up`. */
  rounding: Rule<Rounding>;
};

/** What sentences of many kinds share. */
export function commonRules($: Dsl): CommonRules {
  const period = $.rule('period', () => {
    const start = $.start();
    const from = $.option(1, () => {
      $.consume(1, b.From);
      return $.consume(1, b.DateLiteral);
    });
    const until = $.option(2, () => {
      $.consume(1, b.Until);
      return $.consume(2, b.DateLiteral);
    });
    return $.node(start, compact({ from: from?.payload, until: until?.payload }), { from, until }) as Period;
  });

  const label = $.rule('label', () => {
    const name = $.consume(1, Name);
    $.consume(1, b.Colon);
    return name;
  });

  const atEvents = $.rule('atEvents', () =>
    $.option(1, () => {
      const names: string[] = [];
      $.consume(1, b.At);
      names.push($.consume(1, Name).image);
      $.many(1, {
        // A comma may also lead on to the next part of the section line.
        GATE: () => $.ahead(2).tokenType === Name || $.ahead(2).tokenType.CATEGORIES.includes(Name),
        DEF: () => {
          $.consume(1, b.Comma);
          names.push($.consume(2, Name).image);
        },
      });
      return names;
    }),
  );

  const calendar: Rule<CalendarExpr> = $.rule('calendar', () => {
    const start = $.start();
    let left = $.subrule(1, oneCalendar);
    $.many(1, () => {
      const op = $.or<'intersection' | 'union' | 'difference'>(1, [
        { ALT: () => $.consume(1, And) && 'intersection' },
        { ALT: () => $.consume(1, Or) && 'union' },
        { ALT: () => $.consume(1, s.Except) && 'difference' },
      ]);
      left = $.node<CalendarExpr>(start, { op, left, right: $.subrule(2, oneCalendar) });
    });
    return left;
  });

  const oneCalendar: Rule<CalendarExpr> = $.rule('oneCalendar', () =>
    $.or<CalendarExpr>(1, [
      {
        ALT: () => {
          const start = $.start();
          return $.node<CalendarExpr>(start, { op: 'calendar', mic: $.consume(1, Name).image });
        },
      },
      {
        ALT: () => {
          $.consume(1, b.Open);
          const inner = $.subrule(1, calendar);
          $.consume(1, b.Close);
          return inner;
        },
      },
    ]),
  );

  const rounding = $.rule('rounding', () => {
    const start = $.start();
    const decimals = $.whole($.consume(1, b.NumberLiteral));
    $.consume(1, s.Decimals);
    return $.node(start, { decimals, mode: $.consume(1, s.Rounding).payload as RoundingMode });
  });

  return { period, label, atEvents, calendar, oneCalendar, rounding };
}
