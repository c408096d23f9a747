import type { Cohort, LimitAction, LimitRule, Trigger } from '../../model/limit.ts';
import * as b from '../tokens/basics.ts';
import { Comparison, Is, TheirTotal } from '../tokens/expression.ts';
import * as l from '../tokens/limit.ts';
import type { CommonRules } from './common-rules.ts';
import { compact, type Dsl } from './dsl.ts';
import type { ExpressionRules } from './expression-rules.ts';

/** Sentences of limits. */
export function limitRules($: Dsl, { period, label }: CommonRules, { expression, value }: ExpressionRules) {
  const cohort = $.rule('cohort', () =>
    $.or<Cohort>(1, [
      {
        ALT: () => {
          $.consume(1, l.ForWeightsAbove);
          return { kind: 'above', threshold: $.subrule(1, value) };
        },
      },
      {
        ALT: () => {
          $.consume(1, l.ForThe);
          const count = $.whole($.consume(1, b.NumberLiteral));
          $.consume(1, l.LargestWeights);
          return { kind: 'largest', count };
        },
      },
      {
        ALT: () => {
          $.consume(1, l.ForWeightsWhere);
          return { kind: 'where', condition: $.subrule(2, expression) };
        },
      },
    ]),
  );

  const trigger = $.rule('trigger', () =>
    $.or<Trigger>(1, [
      {
        ALT: () => {
          $.consume(1, l.WhenAnyWeight);
          const op = $.consume(1, Comparison).payload as '>' | '>=' | '<' | '<=';
          const bound = $.subrule(1, value);
          return op === '<' || op === '<=' ? { kind: 'any below', op, bound } : { kind: 'any', op, bound };
        },
      },
      {
        ALT: () => {
          $.consume(1, b.When);
          $.consume(1, TheirTotal);
          const op = $.consume(2, Comparison).payload as '>' | '>=';
          return { kind: 'total', op, bound: $.subrule(2, value) };
        },
      },
    ]),
  );

  const toward = $.rule('toward', () => {
    $.consume(1, l.MoveToward);
    const anchor = $.subrule(1, value);
    return $.or<LimitAction>(1, [
      {
        ALT: () => {
          $.consume(1, l.UntilLargestIs);
          return { kind: 'toward', anchor, target: $.subrule(2, value) };
        },
      },
      {
        ALT: () => {
          $.consume(1, l.UntilTotalAbove);
          const above = $.subrule(3, value);
          $.consume(1, Is);
          return { kind: 'toward', anchor, target: $.subrule(4, value), above };
        },
      },
    ]);
  });

  const action = $.rule('action', () =>
    $.or<LimitAction>(1, [
      {
        ALT: () => {
          const kind = $.consume(1, l.BoundEach).payload as 'cap' | 'floor';
          return { kind, bound: $.subrule(1, value) };
        },
      },
      {
        ALT: () => {
          $.consume(1, l.ScaleToTotal);
          return { kind: 'scale', target: $.subrule(2, value) };
        },
      },
      {
        ALT: () => {
          $.consume(1, l.SetEachTo);
          return { kind: 'set', value: $.subrule(3, expression) };
        },
      },
      {
        ALT: () => {
          $.consume(1, l.ReduceSmallestTo);
          const bound = $.subrule(4, value);
          $.consume(1, l.UntilTheirTotalIs);
          return { kind: 'reduce', bound, target: $.subrule(5, value) };
        },
      },
      { ALT: () => $.subrule(1, toward) },
    ]),
  );

  const limit = $.rule('limit', () => {
    const start = $.start();
    const name = $.subrule(1, label);
    const who = $.option(1, () => {
      const said = $.subrule(1, cohort);
      $.consume(1, b.Comma);
      return said;
    });
    const when = $.option(2, () => {
      const said = $.subrule(1, trigger);
      $.consume(2, b.Comma);
      return said;
    });
    const act = $.subrule(1, action);
    const others = $.option(3, () => {
      $.consume(3, b.Comma);
      $.consume(1, l.OthersAtMost);
      return $.subrule(1, value);
    });
    const parts = {
      name: name.image,
      cohort: who ?? { kind: 'all' as const },
      trigger: when ?? { kind: 'always' as const },
      action: act,
      others,
    };
    return $.node<LimitRule>(start, compact({ ...parts, ...$.subrule(1, period) }), { name });
  });

  return { limit };
}
