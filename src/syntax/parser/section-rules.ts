import type { Citation, Period } from '../../model/rulebook.ts';
import type {
  IndexSection,
  LevelSection,
  ReturnVariant,
  Section,
  Source,
  UniverseSection,
} from '../../model/section.ts';
import * as b from '../tokens/basics.ts';
import { Divide, No, Yes } from '../tokens/expression.ts';
import { Name } from '../tokens/kit.ts';
import * as l from '../tokens/limit.ts';
import { May } from '../tokens/schedule.ts';
import * as s from '../tokens/section.ts';
import * as x from '../tokens/selection.ts';
import type { CommonRules } from './common-rules.ts';
import { compact, type Dsl } from './dsl.ts';
import type { ExpressionRules } from './expression-rules.ts';

/** Section lines, the lines of sections that say one thing each, and what may stand under any rule. */
export function sectionRules(
  $: Dsl,
  { period, label, atEvents, calendar, rounding }: CommonRules,
  { expression, value, unit }: ExpressionRules,
) {
  const domain = $.rule('domain', () => {
    const word = $.consume(1, Name);
    return word.tokenType === s.Domain ? word.payload : word.image;
  });

  const indexHeader = $.rule('indexHeader', () => {
    const start = $.start();
    $.consume(1, s.Index);
    const id = $.consume(1, Name);
    const name = $.consume(1, b.Text);
    const during = $.subrule(1, period);
    return $.node<Section>(start, { section: 'index', id: id.image, name: name.payload, ...during }, { id, name });
  });

  const plainHeader = $.rule('plainHeader', () => {
    const start = $.start();
    const section = $.consume(1, s.PlainSection).payload as 'fields';
    // What the section must have besides is put in, or found missing, when its lines are read.
    return $.node(start, { section, ...$.subrule(1, period) } as Section);
  });

  const eligibilityHeader = $.rule('eligibilityHeader', () => {
    const start = $.start();
    $.consume(1, s.Eligibility);
    $.consume(1, b.Of);
    const of = $.subrule(1, domain);
    const at = $.subrule(1, atEvents);
    return $.node<Section>(
      start,
      compact({ section: 'eligibility' as const, of, at, ...$.subrule(1, period), rules: [] }),
    );
  });

  const selectionHeader = $.rule('selectionHeader', () => {
    const start = $.start();
    $.consume(1, s.Selection);
    const set = $.option(1, () => $.consume(1, Name));
    $.consume(1, b.Of);
    const of = $.subrule(1, domain);
    const at = $.subrule(1, atEvents);
    const rankedBy = $.option(2, () => {
      $.consume(1, b.Comma);
      $.consume(1, x.RankedBy);
      return $.consume(2, Name);
    });
    const candidates = $.option(3, () => {
      $.consume(2, b.Comma);
      $.consume(1, x.CandidatesFrom);
      return $.consume(3, Name);
    });
    const reserve = $.option(4, () => {
      $.consume(3, b.Comma);
      $.consume(1, x.Reserve);
      return $.whole($.consume(1, b.NumberLiteral));
    });
    const during = $.subrule(1, period);
    const parts = { set: set?.image, of, at, rankedBy: rankedBy?.image, candidates: candidates?.image, reserve };
    return $.node<Section>(start, compact({ section: 'selection' as const, ...parts, ...during, tiers: [] }), {
      set,
      rankedBy,
      candidates,
    });
  });

  const weightingHeader = $.rule('weightingHeader', () => {
    const start = $.start();
    $.consume(1, s.Weighting);
    const entrants = $.option(3, () => $.consume(1, x.OfEntrants));
    const entrantsOnly = entrants === undefined ? undefined : (true as const);
    const at = $.subrule(1, atEvents);
    const notional = $.option(1, () => {
      $.consume(1, b.Comma);
      $.consume(1, x.Notional);
      return $.subrule(1, value);
    });
    const roundShares = $.option(2, () => {
      $.consume(2, b.Comma);
      $.consume(1, x.RoundSharesTo);
      return $.subrule(1, rounding);
    });
    return $.node<Section>(
      start,
      compact({
        section: 'weighting' as const,
        entrantsOnly,
        at,
        notional,
        roundShares,
        ...$.subrule(1, period),
        rules: [],
      }),
    );
  });

  const limitsHeader = $.rule('limitsHeader', () => {
    const start = $.start();
    $.consume(1, s.LimitsOn);
    $.consume(1, s.On);
    const of = $.subrule(1, domain);
    const at = $.subrule(1, atEvents);
    const untilStable = $.option(1, () => {
      $.consume(1, b.Comma);
      return $.consume(1, l.UntilStable);
    });
    $.consume(2, b.Comma);
    const infeasible = $.consume(1, l.Infeasible).payload as 'fail';
    const parts = { of, at, untilStable: untilStable !== undefined, infeasible };
    return $.node<Section>(
      start,
      compact({ section: 'limits' as const, ...parts, ...$.subrule(1, period), rules: [] }),
    );
  });

  const sectionHeader = $.rule('sectionHeader', () =>
    $.or<Section>(1, [
      { ALT: () => $.subrule(1, indexHeader) },
      { ALT: () => $.subrule(1, plainHeader) },
      { ALT: () => $.subrule(1, eligibilityHeader) },
      { ALT: () => $.subrule(1, selectionHeader) },
      { ALT: () => $.subrule(1, weightingHeader) },
      { ALT: () => $.subrule(1, limitsHeader) },
    ]),
  );

  const prose = $.rule('prose', () => {
    const language = $.consume(1, Name);
    return { language, text: $.consume(1, b.Text) };
  });

  const citation = $.rule('citation', () => {
    const start = $.start();
    $.consume(1, s.Cite);
    const source = $.consume(1, Name);
    const clause = $.consume(1, b.Text);
    const because = $.option(1, () => {
      $.consume(1, s.Because);
      return $.consume(2, b.Text).payload;
    });
    return $.node<Citation>(start, compact({ source: source.image, clause: clause.payload, because }), {
      source,
      clause,
    });
  });

  const indexLine = $.rule('indexLine', () =>
    $.or<Partial<IndexSection>>(1, [
      {
        ALT: () => {
          $.consume(1, s.Currency);
          return { currency: $.consume(1, Name).image };
        },
      },
      {
        ALT: () => {
          $.consume(1, s.Calendar);
          return { calendar: $.subrule(1, calendar) };
        },
      },
      {
        ALT: () => {
          $.consume(1, s.ReviewBy);
          return { reviewBy: $.consume(1, b.DateLiteral).payload };
        },
      },
      {
        ALT: () => {
          $.consume(1, s.Ends);
          return { ends: $.consume(2, b.DateLiteral).payload };
        },
      },
    ]),
  );

  const source = $.rule('source', () => {
    const start = $.start();
    const name = $.consume(1, Name);
    $.consume(1, b.Equals);
    const title = $.consume(1, b.Text).payload;
    $.consume(1, b.Comma);
    const publisher = $.consume(2, b.Text).payload;
    $.consume(2, b.Comma);
    const edition = $.consume(3, b.Text).payload;
    const url = $.option(1, () => {
      $.consume(3, b.Comma);
      return $.consume(4, b.Text).payload;
    });
    return $.node<Source>(start, compact({ name: name.image, title, publisher, edition, url }), { name });
  });

  const clause = $.rule('clause', () => {
    $.consume(1, s.Clause);
    return $.consume(1, b.Text);
  });

  const field = $.rule('field', () => {
    const start = $.start();
    const name = $.consume(1, Name);
    $.consume(1, b.Of);
    const of = $.subrule(1, domain);
    $.consume(1, b.Colon);
    const unitName = $.or<string>(1, [
      { ALT: () => $.subrule(1, unit) },
      {
        ALT: () => {
          $.consume(1, Yes);
          $.consume(1, Divide);
          $.consume(1, No);
          return 'yes/no';
        },
      },
    ]);
    return $.node(start, { name: name.image, of, unit: unitName, ...$.subrule(1, period) }, { name });
  });

  const universeLine = $.rule('universeLine', () =>
    $.or<Partial<UniverseSection>>(1, [
      {
        ALT: () => {
          const word = $.consume(1, s.Domain);
          if (word.image !== 'lines') $.complain(word, 'the universe is made of `lines`');
          const where = $.option(1, () => {
            $.consume(1, b.Where);
            return $.subrule(1, expression);
          });
          return compact({ where });
        },
      },
      {
        ALT: () => {
          $.consume(1, s.PricedIn);
          return { pricedIn: $.consume(1, Name).image };
        },
      },
      {
        ALT: () => {
          const start = $.start();
          $.consume(1, s.Group);
          const name = $.consume(2, Name);
          $.consume(1, b.By);
          const by = $.consume(3, Name);
          return { groups: [$.node(start, { name: name.image, by: by.image, ...$.subrule(1, period) }, { name, by })] };
        },
      },
    ]),
  );

  const measure = $.rule('measure', () => {
    const start = $.start();
    const name = $.consume(1, Name);
    $.consume(1, b.Equals);
    const meaning = $.subrule(1, expression);
    return $.node(start, { name: name.image, value: meaning, ...$.subrule(1, period) }, { name });
  });

  const variant = $.rule('variant', () =>
    $.or<ReturnVariant>(1, [
      { ALT: () => ({ kind: $.consume(1, s.PlainReturn).payload as 'price' }) },
      {
        ALT: () => {
          $.consume(1, s.NetAfter);
          const tax = $.subrule(1, value);
          $.consume(1, s.Tax);
          return { kind: 'net', tax };
        },
      },
    ]),
  );

  const levelLine = $.rule('levelLine', () =>
    $.or<Partial<LevelSection>>(1, [
      {
        ALT: () => {
          $.consume(1, s.Base);
          const amount = $.consume(1, b.NumberLiteral).payload;
          $.consume(1, s.On);
          return { base: { value: amount, date: $.consume(1, b.DateLiteral).payload } };
        },
      },
      {
        ALT: () => {
          $.consume(1, s.Returns);
          const variants = [$.subrule(1, variant)];
          $.many(1, () => {
            $.consume(1, b.Comma);
            variants.push($.subrule(2, variant));
          });
          return { variants };
        },
      },
      {
        ALT: () => {
          $.consume(1, s.RoundLevelTo);
          return { roundLevel: $.subrule(1, rounding) };
        },
      },
      {
        ALT: () => {
          $.consume(1, s.RoundDivisorTo);
          return { roundDivisor: $.subrule(2, rounding) };
        },
      },
      {
        ALT: () => {
          $.consume(1, s.Divisor);
          return { divisor: $.consume(2, b.NumberLiteral).payload };
        },
      },
    ]),
  );

  const discretion = $.rule('discretion', () => {
    const start = $.start();
    const name = $.subrule(1, label);
    const who = $.consume(1, b.Text).payload;
    $.consume(1, May);
    const may = $.consume(2, b.Text).payload;
    $.consume(1, b.At);
    const at = $.consume(1, Name);
    const criteria = $.option(1, () => {
      $.consume(1, b.When);
      return $.subrule(1, expression);
    });
    const during: Period = $.subrule(1, period);
    return $.node(start, compact({ name: name.image, who, may, at: at.image, criteria, ...during }), { name, at });
  });

  return {
    sectionHeader,
    prose,
    citation,
    indexLine,
    source,
    clause,
    field,
    universeLine,
    measure,
    levelLine,
    discretion,
    domain,
  };
}
