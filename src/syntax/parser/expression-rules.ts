import type {
  Aggregate,
  BasketQuantity,
  Expression,
  RoundingMode,
  Scale as ScaleWord,
  TimeUnit as TimeUnitWord,
  WindowSpan,
} from '../../model/expression.ts';
import type { Token } from '../scan.ts';
import * as b from '../tokens/basics.ts';
import * as t from '../tokens/expression.ts';
import { Name } from '../tokens/kit.ts';
import { type Alternative, compact, type Dsl, type Rule } from './dsl.ts';

export type ExpressionRules = {
  /** Any expression. */
  expression: Rule<Expression>;
  /** A value: no comparison, `and`, `or` or `if` outside parentheses. */
  value: Rule<Expression>;
  /** A unit as in literals and fields. */
  unit: Rule<string>;
};

type Binary = Extract<Expression, { left: Expression }>;

/** The grammar of expressions, loosest first. */
export function expressionRules($: Dsl): ExpressionRules {
  const expression: Rule<Expression> = $.rule('expression', () =>
    $.or<Expression>(1, [{ ALT: () => $.subrule(1, choice) }, { ALT: () => $.subrule(1, disjunction) }]),
  );

  const choice = $.rule('choice', () => {
    const start = $.start();
    $.consume(1, t.If);
    const condition = $.subrule(1, disjunction);
    $.consume(1, t.Then);
    const then = $.subrule(2, disjunction);
    $.consume(1, t.Else);
    return $.node<Expression>(start, { kind: 'if', condition, then, else: $.subrule(1, expression) });
  });

  const disjunction = chain(
    'disjunction',
    () => conjunction,
    t.Or,
    (left, right) => ({ kind: 'or', left, right }),
  );
  const conjunction = chain(
    'conjunction',
    () => denial,
    t.And,
    (left, right) => ({ kind: 'and', left, right }),
  );

  const denial: Rule<Expression> = $.rule('denial', () =>
    $.or<Expression>(1, [
      {
        ALT: () => {
          const start = $.start();
          $.consume(1, t.Not);
          return $.node<Expression>(start, { kind: 'not', operand: $.subrule(1, denial) });
        },
      },
      { ALT: () => $.subrule(1, comparison) },
    ]),
  );

  const comparison = $.rule('comparison', () => {
    const start = $.start();
    let left = $.subrule(1, value);
    $.option(1, () => {
      left = $.or<Expression>(1, [
        {
          ALT: () => {
            const op = $.or(2, [{ ALT: () => $.consume(1, t.Comparison) }, { ALT: () => $.consume(1, t.Is) }]);
            const right = $.subrule(2, value);
            return $.node<Expression>(start, { kind: 'compare', op: op.payload as '>=', left, right }, { op });
          },
        },
        {
          ALT: () => {
            $.consume(1, t.Between);
            const low = $.subrule(3, value);
            $.consume(1, t.And);
            return $.node<Expression>(start, { kind: 'between', value: left, low, high: $.subrule(4, value) });
          },
        },
        { ALT: () => oneOf($.consume(1, t.In), false) },
        { ALT: () => oneOf($.consume(1, t.NotIn), true) },
      ]);
    });
    $.option(2, () => {
      $.consume(1, t.InAtLeast);
      const atLeast = $.whole($.consume(1, b.NumberLiteral));
      $.consume(1, b.Of);
      const of = $.whole($.consume(2, b.NumberLiteral));
      $.consume(1, t.Months);
      left = $.node<Expression>(start, { kind: 'months', condition: left, atLeast, of });
    });
    return left;

    function oneOf(_in: Token, negated: boolean): Expression {
      const options = $.subrule(negated ? 6 : 5, list);
      return $.node<Expression>(start, { kind: 'one of', value: left, options, negated });
    }
  });

  const list = $.rule('list', () => {
    const items: Expression[] = [];
    $.consume(1, b.Open);
    items.push($.subrule(1, expression));
    $.many(1, () => {
      $.consume(1, b.Comma);
      items.push($.subrule(2, expression));
    });
    $.consume(1, b.Close);
    return items;
  });

  const value: Rule<Expression> = chain(
    'value',
    () => sum,
    t.Otherwise,
    (left, right) => ({ kind: 'otherwise', value: left, fallback: right }),
  );

  const sum = $.rule('sum', () => {
    const start = $.start();
    let left = $.subrule(1, product);
    $.many(1, () => {
      const op = $.or(1, [{ ALT: () => $.consume(1, t.Plus) }, { ALT: () => $.consume(1, t.Minus) }]);
      left = arithmetic(start, op, left, $.subrule(2, product));
    });
    return left;
  });

  const product = $.rule('product', () => {
    const start = $.start();
    let left = $.subrule(1, signed);
    $.many(1, () => {
      const op = $.or(1, [{ ALT: () => $.consume(1, t.Times) }, { ALT: () => $.consume(1, t.Divide) }]);
      left = arithmetic(start, op, left, $.subrule(2, signed));
    });
    return left;
  });

  const signed: Rule<Expression> = $.rule('signed', () =>
    $.or<Expression>(1, [
      {
        ALT: () => {
          const start = $.start();
          $.consume(1, t.Minus);
          return $.node<Expression>(start, { kind: 'negate', operand: $.subrule(1, signed) });
        },
      },
      { ALT: () => $.subrule(1, power) },
    ]),
  );

  const power: Rule<Expression> = $.rule('power', () => {
    const start = $.start();
    const left = $.subrule(1, dated);
    const right = $.option(1, () => {
      const op = $.consume(1, t.Power);
      return arithmetic(start, op, left, $.subrule(1, signed));
    });
    return right ?? left;
  });

  const dated = $.rule('dated', () => {
    const start = $.start();
    let inner = $.subrule(1, primary);
    $.many(1, {
      // `in (` belongs to the comparison `a in (b, c)`.
      GATE: () => $.ahead(1).tokenType === t.AsOf || $.ahead(2).tokenType !== b.Open,
      DEF: () => {
        inner = $.or<Expression>(1, [
          {
            ALT: () => {
              $.consume(1, t.AsOf);
              const date = $.consume(1, Name);
              return $.node<Expression>(start, { kind: 'as of', value: inner, date: date.image }, { date });
            },
          },
          {
            ALT: () => {
              $.consume(1, t.In);
              const currency = $.consume(2, Name);
              return $.node<Expression>(
                start,
                { kind: 'convert', value: inner, currency: currency.image },
                { currency },
              );
            },
          },
        ]);
      },
    });
    return inner;
  });

  const unit = $.rule('unit', () =>
    $.or<string>(1, [
      { ALT: () => $.consume(1, b.Percent).payload },
      {
        ALT: () => {
          const first = $.consume(1, Name).image;
          const second = $.option(1, () => {
            $.consume(1, t.Per);
            return $.consume(2, Name).image;
          });
          return second === undefined ? first : `${first} per ${second}`;
        },
      },
      { ALT: () => $.consume(1, t.TimeUnit).payload },
    ]),
  );

  const numeral = $.rule('numeral', () => {
    const start = $.start();
    const digits = $.consume(1, b.NumberLiteral).payload;
    const scale = $.option(1, () => $.consume(1, t.Scale).payload as ScaleWord);
    const measured = $.option(2, () => $.subrule(1, unit));
    return $.node<Expression>(start, compact({ kind: 'number' as const, value: digits, scale, unit: measured }));
  });

  const span = $.rule('span', () =>
    $.or<WindowSpan>(1, [
      {
        ALT: () => {
          $.consume(1, t.Month);
          return { kind: 'month' };
        },
      },
      {
        ALT: () => {
          $.consume(1, t.YearToDate);
          return { kind: 'since year start' };
        },
      },
      {
        ALT: () => {
          const count = $.whole($.consume(1, b.NumberLiteral));
          const unitWord = $.consume(1, t.TimeUnit).payload as TimeUnitWord;
          const byMonth = $.option(1, () => $.consume(1, t.ByMonth) && true);
          return compact({ kind: 'last' as const, count, unit: unitWord, byMonth });
        },
      },
    ]),
  );

  const aggregate = $.rule('aggregate', () => {
    const start = $.start();
    const fn = $.consume(1, t.AggregateOf).payload as Aggregate;
    const inner = $.subrule(1, value);
    $.consume(1, t.Over);
    return $.or<Expression>(1, [
      {
        ALT: () => {
          const over = $.consume(1, Name);
          const where = $.option(1, () => {
            $.consume(1, b.Where);
            return $.subrule(2, primary);
          });
          return $.node<Expression>(
            start,
            compact({ kind: 'aggregate' as const, fn, value: inner, over: over.image, where }),
            { over },
          );
        },
      },
      {
        ALT: () => {
          const window = $.subrule(1, span);
          const needing = $.option(2, () => {
            $.consume(1, t.Needing);
            const count = $.whole($.consume(1, b.NumberLiteral));
            $.consume(1, t.Observations);
            return count;
          });
          return $.node<Expression>(
            start,
            compact({ kind: 'window' as const, fn, value: inner, span: window, needing }),
          );
        },
      },
    ]);
  });

  /** A form that begins with a word of its own: place and parts are noted once for all of them. */
  const form = (build: () => Expression): Alternative<Expression> => ({
    ALT: () => {
      const start = $.start();
      return $.node(start, build());
    },
  });
  const word = (type: Parameters<Dsl['consume']>[1], build: (token: Token) => Expression): Alternative<Expression> =>
    form(() => build($.consume(1, type)));

  const primary: Rule<Expression> = $.rule('primary', () =>
    $.or<Expression>(1, [
      word(Name, (name) => ({ kind: 'name', name: name.image })),
      { ALT: () => $.subrule(1, numeral) },
      {
        ALT: () => {
          $.consume(1, b.Open);
          const inner = $.subrule(1, expression);
          $.consume(1, b.Close);
          return inner;
        },
      },
      word(b.Text, (text) => ({ kind: 'text', value: text.payload })),
      word(b.DateLiteral, (date) => ({ kind: 'date', value: date.payload })),
      word(t.Yes, () => ({ kind: 'yes-no', value: true })),
      word(t.No, () => ({ kind: 'yes-no', value: false })),
      { ALT: () => $.subrule(1, aggregate) },
      word(t.FunctionName, (fn) => ({ kind: 'call', fn: fn.payload as 'min', args: $.subrule(1, list) })),
      word(t.RoundBy, (mode) => {
        const rounded = $.subrule(1, value);
        $.consume(1, b.To);
        return { kind: 'round', mode: mode.payload as RoundingMode, value: rounded, step: $.subrule(1, primary) };
      }),
      word(t.RankIn, () => ({ kind: 'rank', ranking: $.consume(2, Name).image })),
      word(t.CumulativeOf, (what) => {
        const inner = $.subrule(2, primary);
        $.consume(1, t.In);
        return { kind: 'cumulative', what: what.payload as 'sum', value: inner, ranking: $.consume(3, Name).image };
      }),
      word(t.ValueOf, () => {
        const inner = $.subrule(3, primary);
        $.consume(1, t.AtRank);
        const rank = $.subrule(4, primary);
        $.consume(2, t.In);
        return { kind: 'at rank', value: inner, rank, ranking: $.consume(4, Name).image };
      }),
      word(t.Previous, () => {
        const inner = $.subrule(5, primary);
        const event = $.option(1, () => {
          $.consume(1, b.At);
          return $.consume(5, Name).image;
        });
        return compact({ kind: 'previous' as const, value: inner, event });
      }),
      word(t.Constituent, () => ({ kind: 'constituent' })),
      word(t.ConstituentOf, () => ({ kind: 'constituent', index: $.consume(2, b.Text).payload })),
      word(t.MemberOf, () => ({ kind: 'member', set: $.consume(6, Name).image })),
      word(t.AddedSince, () => ({ kind: 'added since', event: $.consume(7, Name).image })),
      word(t.Known, () => ({ kind: 'known', operand: $.subrule(6, primary) })),
      word(t.Since, (since) => ({
        kind: 'elapsed',
        unit: since.payload as 'full months',
        since: $.subrule(7, primary),
      })),
      word(t.Current, (current) => ({ kind: 'current', quantity: current.payload as BasketQuantity })),
      word(t.Weight, () => ({ kind: 'of weights', what: 'weight' })),
      word(t.TheirTotal, () => ({ kind: 'of weights', what: 'their total' })),
      word(t.SmallestOfThem, () => ({ kind: 'of weights', what: 'smallest of them' })),
      word(t.LargestWeight, () => ({ kind: 'of weights', what: 'nth largest', n: 1 })),
      word(b.Ordinal, (nth) => {
        $.consume(2, t.LargestWeight);
        return { kind: 'of weights', what: 'nth largest', n: Number(nth.payload) };
      }),
    ]),
  );

  return { expression, value, unit };

  function chain(
    name: string,
    operand: () => Rule<Expression>,
    type: typeof t.And,
    join: (l: Expression, r: Expression) => Expression,
  ): Rule<Expression> {
    return $.rule(name, () => {
      const start = $.start();
      let left = $.subrule(1, operand());
      $.many(1, () => {
        $.consume(1, type);
        left = $.node(start, join(left, $.subrule(2, operand())));
      });
      return left;
    });
  }

  function arithmetic(start: number, op: Token, left: Expression, right: Expression): Binary {
    return $.node(start, { kind: 'arithmetic', op: op.payload as '+', left, right }, { op }) as Binary;
  }
}
