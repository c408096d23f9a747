import type { Occasion, PolicyEffect, PolicyRule } from '../../model/policy.ts';
import * as b from '../tokens/basics.ts';
import { TradingDays } from '../tokens/expression.ts';
import * as m from '../tokens/maintenance.ts';
import { On } from '../tokens/section.ts';
import type { CommonRules } from './common-rules.ts';
import { compact, type Dsl } from './dsl.ts';
import type { ExpressionRules } from './expression-rules.ts';

/** Sentences of maintenance. */
export function policyRules($: Dsl, { period, label }: CommonRules, { value }: ExpressionRules) {
  const effect = $.rule('effect', () =>
    $.or<PolicyEffect>(1, [
      { ALT: () => ({ effect: $.consume(1, m.PlainEffect).payload }) as PolicyEffect },
      {
        ALT: () => {
          $.consume(1, m.AddChild);
          return {
            effect: 'add child',
            untilNextReview: $.option(1, () => $.consume(1, m.UntilNextReview)) !== undefined,
          };
        },
      },
      { ALT: () => ({ effect: 'remove', at: $.consume(1, m.RemoveAtKnown).payload as 'terms' }) },
      {
        ALT: () => {
          $.consume(1, m.RemoveAt);
          return { effect: 'remove', at: { price: $.subrule(1, value) } };
        },
      },
      {
        ALT: () => {
          $.consume(1, m.HoldAtLastPrice);
          const removal = $.option(2, {
            GATE: () => $.ahead(2).tokenType === m.RemoveAfter,
            DEF: () => {
              $.consume(1, b.Comma);
              $.consume(1, m.RemoveAfter);
              const removeAfter = $.whole($.consume(1, b.NumberLiteral));
              $.consume(1, TradingDays);
              $.consume(1, b.At);
              return { removeAfter, price: $.subrule(2, value) };
            },
          });
          return { effect: 'hold', ...removal };
        },
      },
      {
        ALT: () => {
          $.consume(1, m.UpdateAtOnce);
          const threshold = $.option(3, () => {
            $.consume(1, m.WhenAtLeast);
            return $.subrule(3, value);
          });
          return compact({ effect: 'update' as const, when: 'at once' as const, threshold });
        },
      },
      { ALT: () => $.consume(1, m.UpdateAtNextReview) && { effect: 'update', when: 'next review' } },
      { ALT: () => ({ effect: 'replace', by: $.consume(1, m.Replace).payload as 'nobody' }) },
    ]),
  );

  const policy = $.rule('policy', () => {
    const start = $.start();
    const name = $.subrule(1, label);
    $.consume(1, On);
    const on = $.consume(1, m.Occasion).payload as Occasion;
    $.consume(1, b.Comma);
    const effects = [$.subrule(1, effect)];
    $.many(1, () => {
      $.consume(2, b.Comma);
      effects.push($.subrule(2, effect));
    });
    return $.node<PolicyRule>(start, { name: name.image, on, effects, ...$.subrule(1, period) }, { name });
  });

  return { policy };
}
