import type { Ranking, RankingKey, Screen, WeightingRule } from '../../model/section.ts';
import type { Tier } from '../../model/selection.ts';
import type { Token } from '../scan.ts';
import * as b from '../tokens/basics.ts';
import { Weight } from '../tokens/expression.ts';
import { Name } from '../tokens/kit.ts';
import * as x from '../tokens/selection.ts';
import type { CommonRules } from './common-rules.ts';
import { compact, type Dsl, type Rule } from './dsl.ts';
import type { ExpressionRules } from './expression-rules.ts';

type Step = Omit<Tier, 'name'>;

const step = (parts: { [K in keyof Step]: Step[K] | undefined }): Step => compact(parts) as Step;

/** Sentences of rankings, screens, tiers and weights. */
export function selectionRules(
  $: Dsl,
  { period, label }: CommonRules,
  { expression, value }: ExpressionRules,
  domain: Rule<string>,
) {
  const rankingKey = $.rule('rankingKey', () => {
    const start = $.start();
    const by = $.subrule(1, value);
    const order = $.option(1, {
      GATE: () => $.ahead(2).tokenType === x.KeyOrder,
      DEF: () => {
        $.consume(1, b.Comma);
        return $.consume(1, x.KeyOrder).payload as 'largest first';
      },
    });
    return $.node<RankingKey>(start, compact({ value: by, order }));
  });

  const ranking = $.rule('ranking', () => {
    const start = $.start();
    const name = $.subrule(1, label);
    const of = $.subrule(1, domain);
    const where = $.option(1, () => {
      $.consume(1, b.Where);
      return $.subrule(1, expression);
    });
    const within = $.option(2, () => {
      $.consume(1, b.Within);
      return $.consume(1, Name);
    });
    $.consume(1, b.By);
    const keys = [$.subrule(1, rankingKey)];
    $.many(1, () => {
      $.consume(1, b.Comma);
      $.consume(1, x.ThenBy);
      keys.push($.subrule(2, rankingKey));
    });
    const during = $.subrule(1, period);
    return $.node<Ranking>(start, compact({ name: name.image, of, where, within: within?.image, keys, ...during }), {
      name,
      within,
    });
  });

  const screen = $.rule('screen', () => {
    const start = $.start();
    const name = $.subrule(1, label);
    const force = $.consume(1, x.Force).payload as 'require';
    const said = $.or<Pick<Screen, 'everyone' | 'constituents' | 'newcomers'>>(1, [
      {
        ALT: () => {
          $.consume(1, x.OfConstituents);
          return { constituents: $.subrule(1, expression) };
        },
      },
      {
        ALT: () => {
          $.consume(1, x.OfNewcomers);
          const newcomers = $.subrule(2, expression);
          const constituents = $.option(1, () => {
            $.consume(1, b.Comma);
            $.consume(2, x.OfConstituents);
            return $.subrule(3, expression);
          });
          return compact({ newcomers, constituents });
        },
      },
      {
        ALT: () => {
          const everyone = $.subrule(4, expression);
          const newcomers = $.option(2, () => {
            $.consume(2, b.Comma);
            $.consume(2, x.OfNewcomers);
            return $.subrule(5, expression);
          });
          const constituents = $.option(3, () => {
            $.consume(3, b.Comma);
            $.consume(3, x.OfConstituents);
            return $.subrule(6, expression);
          });
          return compact({ everyone, newcomers, constituents });
        },
      },
    ]);
    const during = $.subrule(1, period);
    return $.node<Screen>(start, { name: name.image, force, ...said, ...during }, { name });
  });

  const ranks = $.rule<NonNullable<Tier['ranks']>>('ranks', () => {
    $.consume(1, x.Ranked);
    const from = $.whole($.consume(1, b.NumberLiteral));
    const to = $.or<number | undefined>(1, [
      {
        ALT: () => {
          $.consume(1, b.To);
          return $.whole($.consume(2, b.NumberLiteral));
        },
      },
      {
        ALT: () => {
          $.consume(1, x.OrWorse);
          return undefined;
        },
      },
    ]);
    return compact({ from, to });
  });

  const reach = $.rule('reach', () => {
    $.consume(1, b.Until);
    const measure = $.consume(1, Name).image;
    const mode = $.consume(1, x.Reaching).payload as 'reaches';
    return { measure, mode, target: $.subrule(1, value) };
  });

  const within = $.rule('withinGroup', () => {
    $.consume(1, b.Within);
    return $.consume(1, Name);
  });

  const where = $.rule('condition', () => {
    $.consume(1, b.Where);
    return $.subrule(1, expression);
  });

  const bounded = $.rule('boundedTier', () => {
    const { action, who } = $.or<{ action: Tier['action']; who: Token | undefined }>(1, [
      {
        ALT: () => {
          const action = $.consume(1, x.Take).payload as 'take';
          return { action, who: $.option(1, () => $.consume(1, x.Who)) };
        },
      },
      {
        ALT: () => {
          $.consume(1, x.Keep);
          const who = $.consume(2, x.Who);
          if (who.payload !== 'constituents')
            $.complain(who, 'only `constituents` can be kept; `take` is for newcomers');
          return { action: 'keep', who };
        },
      },
    ]);
    const rankBounds = $.option(2, () => $.subrule(1, ranks));
    const group = $.option(3, () => $.subrule(1, within));
    const condition = $.option(4, () => $.subrule(1, where));
    const reached = $.option(5, {
      GATE: () => $.ahead(2).tokenType !== b.DateLiteral,
      DEF: () => $.subrule(1, reach),
    });
    const bound = (index: number, type: typeof x.UpTo) =>
      $.option(5 + index, () => {
        $.option(10 + index, () => $.consume(index, b.Comma));
        $.consume(1, type);
        return $.subrule(index, value);
      });
    const upTo = bound(1, x.UpTo);
    const atMost = bound(2, x.AtMost);
    const membership = bound(3, x.WithMembership);
    // `keep` is about constituents alone, so the model need not say it.
    const whom = action === 'keep' ? undefined : (who?.payload as 'newcomers' | undefined);
    return step({
      action,
      who: whom,
      ranks: rankBounds,
      within: group?.image,
      where: condition,
      reach: reached,
      upTo,
      atMost,
      membership,
    });
  });

  const filling = $.rule('fillingTier', () => {
    $.consume(1, x.Fill);
    const who = $.option(1, () => $.consume(1, x.WithWho).payload as 'newcomers');
    const group = $.option(2, () => $.subrule(1, within));
    $.consume(1, b.To);
    const upTo = $.subrule(1, value);
    const condition = $.option(3, () => $.subrule(1, where));
    return step({ action: 'fill', who, within: group?.image, upTo, where: condition });
  });

  const balancing = $.rule('balancingTier', () => {
    $.consume(1, x.Balance);
    const group = $.option(1, () => $.subrule(1, within));
    $.consume(1, b.To);
    return step({ action: 'balance', within: group?.image, upTo: $.subrule(1, value) });
  });

  const tier = $.rule('tier', () => {
    const start = $.start();
    const name = $.subrule(1, label);
    const said = $.or<Step>(1, [
      { ALT: () => $.subrule(1, bounded) },
      { ALT: () => $.subrule(1, filling) },
      { ALT: () => $.subrule(1, balancing) },
      {
        ALT: () => {
          $.consume(1, x.Decided);
          return { action: 'decided' };
        },
      },
    ]);
    return $.node<Tier>(start, { name: name.image, ...said, ...$.subrule(1, period) }, { name });
  });

  const splitBy = $.rule('splitBy', () =>
    $.option(1, () => {
      $.consume(1, b.Comma);
      $.consume(1, x.SplitBy);
      return $.subrule(1, value);
    }),
  );

  const weight = $.rule('weight', () => {
    const start = $.start();
    const name = $.subrule(1, label);
    const said = $.or<Record<string, unknown>>(1, [
      {
        ALT: () => {
          $.consume(1, Weight);
          const of = $.subrule(1, domain);
          return $.or<Record<string, unknown>>(2, [
            {
              ALT: () => {
                $.consume(1, b.By);
                const measure = $.subrule(1, value);
                return compact({ method: 'by' as const, of, value: measure, splitBy: $.subrule(1, splitBy) });
              },
            },
            {
              ALT: () => {
                $.consume(1, x.Equally);
                return compact({ method: 'equally' as const, of, splitBy: $.subrule(2, splitBy) });
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          $.consume(1, x.Hold);
          const units = $.subrule(2, value);
          $.consume(1, x.OfEachLine);
          return { method: 'hold', of: 'line', units };
        },
      },
    ]);
    return $.node(start, { name: name.image, ...said, ...$.subrule(1, period) } as WeightingRule, { name });
  });

  return { ranking, screen, tier, weight };
}
