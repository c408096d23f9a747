import { monthNames } from '../../calendar/index.ts';
import type { EventDate, EventRule, Occurrence } from '../../model/section.ts';
import type { DateRule } from '../../model/rulebook.ts';
import * as b from '../tokens/basics.ts';
import { In } from '../tokens/expression.ts';
import * as d from '../tokens/schedule.ts';
import { On } from '../tokens/section.ts';
import { Decided } from '../tokens/selection.ts';
import type { CommonRules } from './common-rules.ts';
import { compact, type Dsl, type Rule } from './dsl.ts';
import type { ExpressionRules } from './expression-rules.ts';

/** Sentences of the schedule. */
export function scheduleRules(
  $: Dsl,
  { period, label }: CommonRules,
  { expression }: ExpressionRules,
  dateRule: Rule<DateRule>,
) {
  const month = () => monthNames.indexOf($.consume(1, d.MonthName).payload as 'May') + 1;
  const monthNumber = $.rule('monthNumber', month);

  const occurs = $.rule('occurs', () =>
    $.or<Occurrence>(1, [
      { ALT: () => ({ every: $.consume(1, d.Every).payload as 'month' }) },
      { ALT: () => $.consume(1, d.WhenDecided) && { decided: true } },
      {
        ALT: () => {
          $.consume(1, In);
          const months = [$.subrule(1, monthNumber)];
          $.many(1, {
            GATE: () => $.ahead(2).tokenType === d.MonthName,
            DEF: () => {
              $.consume(1, b.Comma);
              months.push($.subrule(2, monthNumber));
            },
          });
          return { months };
        },
      },
      {
        ALT: () => {
          $.consume(1, On);
          const dates = [$.consume(1, b.DateLiteral).payload];
          $.many(2, {
            GATE: () => $.ahead(2).tokenType === b.DateLiteral,
            DEF: () => {
              $.consume(2, b.Comma);
              dates.push($.consume(2, b.DateLiteral).payload);
            },
          });
          return { dates };
        },
      },
    ]),
  );

  const event = $.rule('event', () => {
    const start = $.start();
    const name = $.subrule(1, label);
    const occurrence = $.subrule(1, occurs);
    const when = $.option(1, () => {
      $.consume(1, b.Comma);
      $.consume(1, b.When);
      return $.subrule(1, expression);
    });
    const during = $.subrule(1, period);
    return $.node<EventRule>(start, compact({ name: name.image, occurs: occurrence, when, ...during, dates: [] }), {
      name,
    });
  });

  const eventDate = $.rule('eventDate', () => {
    const start = $.start();
    const name = $.subrule(1, label);
    const rule = $.or<EventDate['rule']>(1, [
      { ALT: () => $.consume(1, Decided) && { op: 'decided' } },
      { ALT: () => $.subrule(1, dateRule) },
    ]);
    return $.node<EventDate>(start, { name: name.image, rule, ...$.subrule(1, period) }, { name });
  });

  return { event, eventDate };
}
