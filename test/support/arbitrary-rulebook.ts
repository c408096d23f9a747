import fc, { type Arbitrary } from 'fast-check';
import type { CalendarExpr, Comments, DateRule, Expression, Rulebook, Section } from '../../src/model/index.ts';
import type { EventDate, Rounding, WeightingRule } from '../../src/model/section.ts';
import type { Tier } from '../../src/model/selection.ts';
import type { LimitAction, Trigger } from '../../src/model/limit.ts';
import type { PolicyEffect } from '../../src/model/policy.ts';
import { isReserved } from '../../src/syntax/tokens/is-reserved.ts';

type Optional<T> = { [K in keyof T]: Arbitrary<T[K]> };

/** A record in which some keys may be left out. */
function record<T extends object, O extends object>(
  required: Optional<T>,
  optional: Optional<O>,
): Arbitrary<T & Partial<O>> {
  return fc.record({ ...required, ...optional } as never, {
    requiredKeys: Object.keys(required) as never[],
  }) as Arbitrary<T & Partial<O>>;
}

const favourites = [
  'close',
  'volume',
  'company_cap',
  'sector',
  'universe',
  'eligible',
  'selected',
  'total',
  'price',
  'largest',
  'sum',
  'ON',
  'NO',
  'y',
];
const name = fc
  .oneof(fc.constantFrom(...favourites), fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/))
  .filter((word) => !isReserved(word));
const domain = fc.constantFrom('line', 'company', 'sector');
const text = fc.oneof(
  fc.constantFrom('NO', '1', 'null', 'a "b" \\ c', 'x\ny', '上場', '# no comment', ': -', ' blank ', ''),
  fc.string({ maxLength: 12 }).map((s) => s.replace(/[^\x20-\x7e]/g, '?')),
);
const comment = fc.oneof(
  fc.constantFrom('', 'note', '# twice', 'a: "b"', '  indented'),
  text.map((t) => t.replaceAll('\n', ' ').trimEnd()),
);
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const whole = fc.integer({ min: 1, max: 2000 });
const digits = fc.oneof(
  fc.nat(2_000_000).map(String),
  fc.tuple(fc.nat(99_999), fc.stringMatching(/^[0-9]{1,6}$/)).map(([a, b]) => `${a}.${b}`),
);
const timeUnit = fc.constantFrom(
  'trading days' as const,
  'calendar days' as const,
  'weeks' as const,
  'months' as const,
  'years' as const,
);
const unit = fc.oneof(fc.constantFrom('%', 'points', 'USD', 'USD per share', 'shares'), timeUnit);

const one = <T extends object>(keys: Optional<T>): Arbitrary<T> => record<T, object>(keys, {}) as Arbitrary<T>;
const is = <T extends string | boolean>(value: T): Arbitrary<T> => fc.constant(value);

/** Any expression that the language can say, whether or not it has a meaning. */
export const arbitraryExpression: Arbitrary<Expression> = fc.letrec<{ e: Expression }>((tie) => {
  const e = tie('e');
  const aggregate = fc.constantFrom(
    'sum' as const,
    'average' as const,
    'median' as const,
    'count' as const,
    'largest' as const,
    'smallest' as const,
  );
  const span = fc.oneof(
    record({ kind: is('last'), count: whole, unit: timeUnit }, { byMonth: is(true) }),
    fc.constant({ kind: 'month' }),
    fc.constant({ kind: 'since year start' }),
  );
  return {
    e: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      one({ kind: is('name'), name }),
      record({ kind: is('number'), value: digits }, { scale: fc.constantFrom('thousand', 'million'), unit }),
      one({ kind: is('text'), value: text }),
      one({ kind: is('date'), value: day }),
      one({ kind: is('yes-no'), value: fc.boolean() }),
      record({ kind: is('constituent') }, { index: text }),
      one({ kind: is('rank'), ranking: name }),
      one({ kind: is('member'), set: name }),
      one({ kind: is('added since'), event: name }),
      one({ kind: is('current'), quantity: fc.constantFrom('weight', 'index shares', 'cap factor', 'membership') }),
      one({ kind: is('of weights'), what: fc.constantFrom('weight', 'their total', 'smallest of them') }),
      one({ kind: is('of weights'), what: is('nth largest'), n: whole }),
      one({ kind: is('arithmetic'), op: fc.constantFrom('+', '-', '*', '/', '^'), left: e, right: e }),
      one({ kind: is('negate'), operand: e }),
      one({ kind: is('compare'), op: fc.constantFrom('>=', '<=', '>', '<', 'is', 'is not'), left: e, right: e }),
      one({ kind: is('between'), value: e, low: e, high: e }),
      one({
        kind: is('one of'),
        value: e,
        options: fc.array(e, { minLength: 1, maxLength: 3 }),
        negated: fc.boolean(),
      }),
      one({ kind: fc.constantFrom('and', 'or'), left: e, right: e }),
      one({ kind: is('not'), operand: e }),
      // biome-ignore lint/suspicious/noThenProperty: the model's word for it
      one({ kind: is('if'), condition: e, then: e, else: e }),
      one({ kind: is('otherwise'), value: e, fallback: e }),
      one({ kind: is('known'), operand: e }),
      one({
        kind: is('call'),
        fn: fc.constantFrom('min', 'max', 'abs', 'sqrt', 'exp', 'ln'),
        args: fc.array(e, { minLength: 1, maxLength: 3 }),
      }),
      one({ kind: is('round'), mode: fc.constantFrom('up', 'down', 'half up', 'half even'), value: e, step: e }),
      record({ kind: is('aggregate'), fn: aggregate, value: e, over: name }, { where: e }),
      record({ kind: is('window'), fn: aggregate, value: e, span }, { needing: whole }),
      one({ kind: is('months'), condition: e, atLeast: whole, of: whole }),
      one({ kind: is('as of'), value: e, date: name }),
      one({ kind: is('convert'), value: e, currency: name }),
      record({ kind: is('previous'), value: e }, { event: name }),
      one({ kind: is('cumulative'), what: fc.constantFrom('sum', 'share'), value: e, ranking: name }),
      one({ kind: is('at rank'), value: e, rank: e, ranking: name }),
      one({ kind: is('elapsed'), unit: fc.constantFrom('full months', 'calendar days', 'trading days'), since: e }),
    ) as Arbitrary<Expression>,
  };
}).e;

const calendar: Arbitrary<CalendarExpr> = fc.letrec<{ c: CalendarExpr }>((tie) => ({
  c: fc.oneof(
    { depthSize: 'small' },
    one({ op: is('calendar'), mic: fc.stringMatching(/^[A-Z]{4}$/) }),
    one({ op: fc.constantFrom('union', 'intersection', 'difference'), left: tie('c'), right: tie('c') }),
  ) as Arbitrary<CalendarExpr>,
})).c;

const dayUnit = fc.constantFrom('trading day', 'calendar day', 'weekday', 'Monday', 'Wednesday', 'Sunday');
const month = fc.oneof(
  record({ month: fc.integer({ min: 1, max: 12 }) }, { year: fc.constantFrom('previous', 'next') }),
  one({ offset: fc.integer({ min: -5, max: 5 }) }),
);
const count = fc.integer({ min: -20, max: 20 }).filter((n) => n !== 0);

/** Any date rule that the language can say. */
export const arbitraryDateRule: Arbitrary<DateRule> = fc.letrec<{ d: DateRule }>((tie) => ({
  d: fc.oneof(
    { depthSize: 'small' },
    one({ op: is('date'), date: day }),
    one({ op: is('named'), name }),
    record({ op: is('nth'), n: count, unit: dayUnit, of: month }, { calendar }),
    record(
      { op: is('shift'), n: count, unit: fc.oneof(dayUnit, fc.constantFrom('week', 'month')), from: tie('d') },
      { calendar },
    ),
    record(
      { op: is('snap'), direction: fc.constantFrom('on or after', 'on or before'), unit: dayUnit, from: tie('d') },
      { calendar },
    ),
    record({ op: is('window'), from: tie('d'), to: tie('d'), unit: dayUnit }, { calendar }),
  ) as Arbitrary<DateRule>,
})).d;

const e = arbitraryExpression;
const lines = (keys: string[]): Arbitrary<Comments> => {
  const line = record({}, { before: fc.array(comment, { minLength: 1, maxLength: 2 }), after: comment }).filter(
    (c) => Object.keys(c).length > 0,
  );
  const all = Object.fromEntries(keys.map((key) => [key, line]));
  const own = {
    before: fc.array(comment, { minLength: 1, maxLength: 2 }),
    after: comment,
    end: fc.array(comment, { minLength: 1, maxLength: 2 }),
  };
  const some =
    keys.length === 0 ? {} : { lines: fc.record(all, { requiredKeys: [] }).filter((l) => Object.keys(l).length > 0) };
  return record({}, { ...own, ...some } as never).filter((c) => Object.keys(c).length > 0) as Arbitrary<Comments>;
};
const period = fc.oneof(
  one({}),
  one({ from: day }),
  one({ until: day }),
  fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, until: b } : { from: b, until: a })),
);
const annotated = (keys: string[] = []) =>
  fc
    .record({
      prose: fc.option(record({ en: text }, { ja: text }), { nil: undefined }),
      cite: fc.option(
        fc.array(record({ source: name, clause: text }, { because: text }), { minLength: 1, maxLength: 2 }),
        { nil: undefined },
      ),
      comments: fc.option(lines([...keys, 'prose/en', 'cite/0']), { nil: undefined }),
    })
    .map(({ prose, cite, comments }) => {
      const kept = { ...comments, lines: { ...comments?.lines } };
      if (prose === undefined) delete kept.lines['prose/en'];
      if (cite === undefined) delete kept.lines['cite/0'];
      const { lines: inner, ...others } = kept;
      const all = Object.keys(inner).length > 0 ? { ...others, lines: inner } : others;
      return {
        ...(prose && { prose }),
        ...(cite && { cite }),
        ...(Object.keys(all).length > 0 && { comments: all as Comments }),
      };
    });

/** A node with name, period, prose, citations and comments around what is its own. */
function named<T extends object>(own: Arbitrary<T>, keys: string[] = []): Arbitrary<T & { name: string }> {
  return fc.tuple(name, own, period, annotated(keys)).map(([n, o, p, a]) => ({ name: n, ...o, ...p, ...a }));
}
function section<T extends object>(own: Arbitrary<T>, keys: string[] = []): Arbitrary<Section> {
  return fc.tuple(own, period, annotated(keys)).map(([o, p, a]) => {
    const comments = 'comments' in a ? { ...a.comments } : undefined;
    if (comments?.lines !== undefined) {
      // Only lines that are there can have comments; `lines` of the universe is always written.
      const kept = Object.entries(comments.lines).filter(([key]) => key in o || key.includes('/') || key === 'where');
      if (kept.length > 0) comments.lines = Object.fromEntries(kept);
      else delete comments.lines;
    }
    const annotations = { ...a, ...(comments !== undefined && Object.keys(comments).length > 0 ? { comments } : {}) };
    if (comments !== undefined && Object.keys(comments).length === 0)
      delete (annotations as { comments?: Comments }).comments;
    return { ...o, ...p, ...annotations } as unknown as Section;
  });
}
const some = <T>(item: Arbitrary<T>): Arbitrary<T[]> => fc.array(item, { maxLength: 3 });
const atEvents = { at: fc.array(name, { minLength: 1, maxLength: 2 }) };
const rounding = one<Rounding>({ decimals: fc.nat(12), mode: fc.constantFrom('up', 'down', 'half up', 'half even') });

const who = fc.constantFrom('constituents', 'newcomers');
const ranks = record({ from: whole }, { to: whole });
const reach = one({ measure: name, mode: fc.constantFrom('reaches', 'stays below', 'closest to'), target: e });
const bounds = { ranks, within: name, where: e, reach, upTo: e, atMost: e, membership: e };
const tier = named(
  fc.oneof(
    record({ action: fc.constantFrom('take', 'drop') }, { who, ...bounds }),
    record({ action: is('keep') }, bounds),
    record({ action: is('fill'), upTo: e }, { who, within: name, where: e }),
    record({ action: is('balance'), upTo: e }, { within: name }),
    one({ action: is('decided') }),
  ) as Arbitrary<Omit<Tier, 'name'>>,
);
const weighting = named(
  fc.oneof(
    record({ method: is('by'), of: domain, value: e }, { splitBy: e }),
    record({ method: is('equally'), of: domain }, { splitBy: e }),
    one({ method: is('hold'), of: is('line'), units: e }),
  ) as Arbitrary<WeightingRule>,
);
const cohort = fc.oneof(
  one({ kind: is('all') }),
  one({ kind: is('above'), threshold: e }),
  one({ kind: is('largest'), count: whole }),
  one({ kind: is('where'), condition: e }),
);
const trigger = fc.oneof(
  one({ kind: is('always') }),
  one({ kind: fc.constantFrom('any', 'total'), op: fc.constantFrom('>', '>='), bound: e }),
  one({ kind: is('any below'), op: fc.constantFrom('<', '<='), bound: e }),
) as Arbitrary<Trigger>;
const action = fc.oneof(
  one({ kind: fc.constantFrom('cap', 'floor'), bound: e }),
  one({ kind: is('scale'), target: e }),
  one({ kind: is('set'), value: e }),
  one({ kind: is('reduce'), bound: e, target: e }),
  record({ kind: is('toward'), anchor: e, target: e }, { above: e }),
) as Arbitrary<LimitAction>;
const effect = fc.oneof(
  one({ effect: fc.constantFrom('adjust shares', 'adjust divisor', 'reinvest', 'ignore', 'convert', 'follow') }),
  one({ effect: is('add child'), untilNextReview: fc.boolean() }),
  one({ effect: is('remove'), at: fc.oneof(is('last price'), is('terms'), one({ price: e })) }),
  fc.oneof(one({ effect: is('hold') }), one({ effect: is('hold'), removeAfter: whole, price: e })),
  fc.oneof(
    record({ effect: is('update'), when: is('at once') }, { threshold: e }),
    one({ effect: is('update'), when: is('next review') }),
  ),
  one({
    effect: is('replace'),
    by: fc.constantFrom(
      'highest ranked newcomer',
      'nobody',
      'entrant takes weight of leaver',
      'entrants share weight of leavers',
    ),
  }),
) as Arbitrary<PolicyEffect>;
const occurs = fc.oneof(
  one({ every: fc.constantFrom('month', 'day') }),
  one({ months: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }) }),
  one({ dates: fc.array(day, { minLength: 1, maxLength: 3 }) }),
  one({ decided: is(true) }),
);
const eventDate = named(
  one({ rule: fc.oneof(arbitraryDateRule, one({ op: is('decided') })) as Arbitrary<EventDate['rule']> }),
);
const screen = fc
  .tuple(
    fc.constantFrom('require', 'guideline'),
    record({}, { everyone: e, newcomers: e, constituents: e }).filter((s) => Object.keys(s).length > 0),
  )
  .map(([force, said]) => ({ force, ...said }));
const source = fc
  .tuple(
    record(
      { name, title: text, publisher: text, edition: text },
      { url: text, clauses: fc.array(text, { minLength: 1, maxLength: 2 }) },
    ),
    annotated(),
  )
  .map(([s, a]) => ({ ...s, ...a }));
const variant = fc.oneof(one({ kind: fc.constantFrom('price', 'total') }), one({ kind: is('net'), tax: e }));
const occasion = fc.constantFrom('split', 'cash dividend', 'spin-off', 'rights', 'suspension', 'parent change');

const sections = fc.oneof(
  section(
    record({ section: is('index'), id: name, name: text }, { currency: name, calendar, reviewBy: day, ends: day }),
    ['currency', 'calendar', 'ends'],
  ),
  section(one({ section: is('sources'), sources: some(source) })),
  section(
    one({
      section: is('fields'),
      fields: some(named(one({ of: domain, unit: fc.oneof(unit, fc.constantFrom('text', 'yes/no', 'ratio')) }))),
    }),
  ),
  section(
    record(
      { section: is('universe') },
      { where: e, pricedIn: name, groups: fc.array(named(one({ by: name })), { minLength: 1, maxLength: 2 }) },
    ),
    ['where', 'pricedIn'],
  ),
  section(one({ section: is('measures'), measures: some(named(one({ value: e }))) })),
  section(
    one({
      section: is('rankings'),
      rankings: some(
        named(
          record(
            {
              of: domain,
              keys: fc.array(record({ value: e }, { order: fc.constantFrom('largest first', 'smallest first') }), {
                minLength: 1,
                maxLength: 3,
              }),
            },
            { where: e, within: name },
          ),
        ),
      ),
    }),
  ),
  section(record({ section: is('eligibility'), of: domain, rules: some(named(screen)) }, atEvents)),
  section(
    record(
      { section: is('selection'), of: domain, tiers: some(tier) },
      { set: name, ...atEvents, rankedBy: name, candidates: name, reserve: fc.nat(20) },
    ),
  ),
  section(
    record(
      { section: is('weighting'), rules: some(weighting) },
      { entrantsOnly: is(true), ...atEvents, notional: e, roundShares: rounding },
    ),
  ),
  section(
    record(
      {
        section: is('limits'),
        of: domain,
        untilStable: fc.boolean(),
        infeasible: fc.constantFrom('fail', 'keep weights before', 'weight equally', 'relax to feasible'),
        rules: some(named(record({ cohort, trigger, action }, { others: e }))),
      },
      atEvents,
    ),
  ),
  section(
    one({ section: is('schedule'), events: some(named(record({ occurs, dates: some(eventDate) }, { when: e }))) }),
  ),
  section(
    one({ section: is('discretion'), rules: some(named(record({ who: text, may: text, at: name }, { criteria: e }))) }),
  ),
  section(
    one({
      section: is('maintenance'),
      rules: some(named(one({ on: occasion, effects: fc.array(effect, { minLength: 1, maxLength: 3 }) }))),
    }),
  ),
  section(
    record(
      {
        section: is('level'),
        base: one({ value: digits, date: day }),
        variants: fc.array(variant, { minLength: 1, maxLength: 3 }),
        roundLevel: rounding,
      },
      { roundDivisor: rounding, divisor: digits },
    ),
    ['base', 'variants', 'roundLevel', 'divisor'],
  ),
);

/** Any rulebook that the language can say, with comments, whether or not it has a meaning. */
export const arbitraryRulebook: Arbitrary<Rulebook> = fc
  .tuple(
    fc.array(sections, { minLength: 1, maxLength: 5 }),
    record(
      {},
      {
        before: fc.array(comment, { minLength: 1, maxLength: 2 }),
        end: fc.array(comment, { minLength: 1, maxLength: 2 }),
      },
    ),
  )
  .map(([all, comments]) => ({ rulebook: 1, sections: all, ...(Object.keys(comments).length > 0 && { comments }) }));
