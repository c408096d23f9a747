import { epochDay, isoDate } from '../../src/calendar/index.ts';
import type { Expression, Rulebook } from '../../src/model/index.ts';
import type {
  EligibilitySection,
  Measure,
  Named,
  Ranking,
  Screen,
  Section,
  WeightingSection,
} from '../../src/model/section.ts';
import type { Random } from './random.ts';
import { amount, leaf } from './rulebook-amounts.ts';
import { condition } from './rulebook-conditions.ts';
import { limits } from './rulebook-limits.ts';
import { policies } from './rulebook-maintenance.ts';
import { schedule } from './rulebook-schedule.ts';
import { selection } from './rulebook-selection.ts';
import { fieldsOf } from './generated-market.ts';
import { inIndexCurrency, type Kind, name, type Of, plain, roundings, times, type Words } from './rulebook-words.ts';

type World = { days: string[]; currency: string; mixed: boolean };
type Period = { from?: string; until?: string };

/** A rulebook over the fields of a generated market; nearly all of them pass the checks. */
export function generatedRulebook(r: Random, world: World): Rulebook {
  const middle = r.pick(world.days.slice(20, -10));
  const words: Words = {
    r,
    currency: world.currency,
    mixed: world.mixed,
    measures: [],
    rankings: [],
    sets: [],
    events: r.chance(0.5) ? ['review', 'special'] : ['review'],
    over: ['universe'],
    memory: false,
    snapshot: r.chance(0.4),
  };
  const of = r.pick(['line', 'company'] as const);
  const universe: Section = {
    section: 'universe',
    ...(r.chance(0.2) ? { where: mild(words, 'line', condition(words, 'line', 1)) } : {}),
    ...(!world.mixed && r.chance(0.5) ? { pricedIn: world.currency } : {}),
    groups: [
      { name: 'sector', by: 'industry' },
      { name: 'style', by: 'style_name' },
    ],
  };
  const measures = theMeasures(words, of, middle);
  const rankings = theRankings({ ...words, memory: true }, of, middle);
  words.rankings = rankings.filter(
    (one, i) => rankings.findIndex((x) => x.name === one.name) === i,
  ) as Words['rankings'];
  const along: Measure = {
    name: 'coverage',
    value: { kind: 'cumulative', what: 'share', value: name('size'), ranking: 'by_size' },
  };
  const wise: Words = { ...words, memory: true, over: ['universe', 'constituents', 'eligible'] };
  const screened = { ...wise, over: ['universe', 'constituents'] };
  const screens = theScreens(screened, middle);
  const reviewOnly = r.chance(0.5) ? { at: ['review'] } : {};
  const lists: Section[] = r.chance(0.35)
    ? [selection(wise, of, { set: 'list', along: 'coverage', ...(r.chance(0.5) ? { at: ['review'] } : {}) })]
    : [];
  if (lists.length > 0) wise.sets.push({ name: 'list', of });
  const main = selection(wise, of, { along: 'coverage', ...reviewOnly });
  const after: Words = { ...wise, over: ['universe', 'constituents', 'selected'] };
  return {
    rulebook: 1,
    sections: [
      {
        section: 'index',
        id: 'IDX',
        name: 'Index',
        currency: world.currency,
        calendar: { op: 'calendar', mic: r.pick(['WEEKDAYS', 'XNYS']) },
        // An index that ends is checked for fewer events.
        ends: r.chance(0.1) ? world.days.at(-4)! : isoDate(epochDay(world.days.at(-1)!) + 40),
      },
      { section: 'fields', fields: fieldsOf(world) },
      universe,
      { section: 'measures', measures: [...measures, along] },
      { section: 'rankings', rankings },
      ...screens,
      ...lists,
      main,
      ...theWeightings(after, middle),
      ...(r.chance(0.6) ? [limits(after, { prefix: 'stage', ...(r.chance(0.3) ? { at: ['review'] } : {}) })] : []),
      ...(r.chance(0.2) ? [limits(after, { prefix: 'later', period: { from: middle } })] : []),
      schedule(wise, world.days),
      { section: 'maintenance', rules: policies(words) },
      theLevel(words, world.days),
    ],
  };
}

/** A condition that leaves some in, whatever it says, so that there is something to weigh. */
function mild(w: Words, of: 'line' | 'company', strict: Expression): Expression {
  const { r } = w;
  const some: Expression = {
    kind: 'compare',
    op: '<',
    left: leaf({ ...w, measures: [] }, 'shares', of),
    right: { kind: 'number', value: r.pick(['100', '700', '2000']), unit: 'shares' },
  };
  const most: Expression = {
    kind: 'compare',
    op: 'is not',
    left: name('industry'),
    right: { kind: 'text', value: r.pick(['metals', 'banks']) },
  };
  const other = of === 'line' && r.chance(0.7) ? most : some;
  return r.chance(0.7) ? { kind: 'or', left: strict, right: other } : r.chance(0.5) ? other : strict;
}

/** One rule, or two versions of it, the second from `middle` on. */
function versions<T extends Named>(r: Random, middle: string, make: () => T): T[] {
  if (r.chance(0.85)) return [make()];
  const before = new Date(Date.parse(middle) - 86_400_000).toISOString().slice(0, 10);
  return [
    { ...make(), until: before },
    { ...make(), from: middle },
  ];
}

function theMeasures(w: Words, of: 'line' | 'company', middle: string): Measure[] {
  const { r } = w;
  const cap = times(inIndexCurrency(w, name('close')), name('shares'));
  const all: Measure[] = [
    { name: 'cap', value: cap },
    {
      name: 'size',
      value: of === 'line' ? name('cap') : { kind: 'aggregate', fn: 'sum', value: name('cap'), over: 'company' },
    },
  ];
  w.measures.push({ name: 'cap', kind: 'money', of: 'line' }, { name: 'size', kind: 'money', of });
  for (let i = 0; i < r.int(0, 3); i++) {
    const kind: Kind = r.pick(['money', 'price', 'shares', 'number', 'ratio']);
    const domain: Of = r.pick(['line', 'line', 'company', 'sector']);
    const own = `m${i}`;
    const remembering = r.chance(0.15) && (domain === 'line' || domain === 'company');
    all.push(
      ...versions(r, middle, () => {
        // The leaf makes it a value of this domain, whatever else is in it.
        const value = {
          kind: 'call' as const,
          fn: 'max' as const,
          args: [leaf({ ...w, measures: [] }, kind, domain), amount(w, kind, domain, 3)],
        };
        const before = {
          kind: 'otherwise' as const,
          value: { kind: 'previous' as const, value: name(own) },
          fallback: value,
        };
        return {
          name: own,
          value: remembering
            ? {
                kind: 'arithmetic' as const,
                op: '/' as const,
                left: { kind: 'arithmetic' as const, op: '+' as const, left: before, right: value },
                right: plain('2'),
              }
            : value,
        };
      }),
    );
    w.measures.push({ name: own, kind, of: domain });
  }
  return all;
}

function theRankings(w: Words, of: 'line' | 'company', middle: string): Ranking[] {
  const { r } = w;
  const order = () => r.pick(['largest first', 'largest first', 'smallest first'] as const);
  const last = { value: name(of) };
  const kinds: Kind[] = ['money', 'price', 'shares', 'number', 'ratio'];
  const key = (words: Words, depth: number) => {
    const kind = r.pick(kinds);
    return { value: amount(words, kind, of, depth), order: order() };
  };
  const rankings: Ranking[] = [
    {
      name: 'by_size',
      of,
      ...(r.chance(0.2) ? { where: mild(w, of, condition(w, of, 1)) } : {}),
      keys: [{ value: name('size'), order: 'largest first' }, last],
    },
    ...versions(
      r,
      middle,
      (): Ranking => ({
        name: 'by_other',
        of,
        ...(r.chance(0.3) ? { where: mild(w, of, condition(w, of, 2)) } : {}),
        keys: [
          key({ ...w, memory: r.chance(0.15) }, 2),
          ...(r.chance(0.4) ? [key(w, 1)] : []),
          ...(r.chance(0.1) ? [{ value: name(of === 'line' ? 'symbol' : 'company') }] : [last]),
        ],
      }),
    ),
  ];
  const within = r.chance(0.35) ? { within: r.pick(['sector', 'sector', 'style']) } : {};
  rankings.push({ name: 'in_group', of, ...within, keys: [key({ ...w, memory: false }, 1), last] });
  return rankings;
}

function theScreens(w: Words, middle: string): EligibilitySection[] {
  const { r } = w;
  return Array.from({ length: r.pick([0, 0, 1, 1, 2]) }, (_, s): EligibilitySection => {
    const of = r.pick(['line', 'line', 'company'] as const);
    return {
      section: 'eligibility',
      of,
      ...(r.chance(0.4) ? { at: ['review'] } : {}),
      rules: Array.from({ length: r.int(1, 2) }, (_, i) =>
        versions(r, middle, (): Screen => {
          const about = r.int(0, 5);
          const one = () => mild(w, of, condition(w, of, 2));
          return {
            name: `screen${s}${i}`,
            force: r.chance(0.85) ? 'require' : 'guideline',
            ...(about <= 3 ? { everyone: one() } : {}),
            ...(about === 3 || about === 4 ? { constituents: one() } : {}),
            ...(about >= 4 ? { newcomers: one() } : {}),
          };
        }),
      ).flat(),
    };
  });
}

function theWeightings(w: Words, middle: string): WeightingSection[] {
  const { r } = w;
  const entrants = w.events.length > 1 && r.chance(0.25);
  const rounding = () => (r.chance(0.4) ? { roundShares: { decimals: r.int(0, 6), mode: r.pick(roundings) } } : {});
  const notional = { notional: { kind: 'number' as const, value: '1', scale: 'million' as const, unit: w.currency } };
  const positive = (value: ReturnType<typeof name>) => value;
  const basis = () =>
    r.chance(0.6)
      ? positive(name('cap'))
      : {
          kind: 'call' as const,
          fn: 'max' as const,
          args: [
            { kind: 'call' as const, fn: 'abs' as const, args: [amount({ ...w, memory: false }, 'money', 'line', 2)] },
            { kind: 'number' as const, value: '1', unit: w.currency },
          ],
        };
  const made = (at: { at?: string[] }, only: { entrantsOnly?: true }): WeightingSection => {
    const rule = (): [WeightingSection['rules'][number], boolean] =>
      r.pick<() => [WeightingSection['rules'][number], boolean]>([
        () => [{ name: 'basis', method: 'by', of: 'line', value: basis() }, false],
        () => [{ name: 'basis', method: 'by', of: 'line', value: basis() }, false],
        () => [{ name: 'basis', method: 'equally', of: 'line' }, true],
        () => [
          { name: 'basis', method: 'equally', of: 'company', splitBy: r.chance(0.8) ? name('cap') : name('shares') },
          true,
        ],
        () => [
          {
            name: 'basis',
            method: 'by',
            of: 'company',
            value: { kind: 'aggregate', fn: 'sum', value: basis(), over: 'company' },
            ...(r.chance(0.85) ? { splitBy: inIndexCurrency(w, name('close')) } : {}),
          },
          true,
        ],
        () => [
          {
            name: 'basis',
            method: 'hold',
            of: 'line',
            units: r.chance(0.5) ? plain(String(r.int(1, 3))) : name('shares'),
          },
          false,
        ],
      ])();
    const [first, needs] = rule();
    return { section: 'weighting', ...at, ...only, rules: [first], ...rounding(), ...(needs ? notional : {}) };
  };
  if (entrants) return [made({ at: ['review'] }, {}), made({ at: ['special'] }, { entrantsOnly: true })];
  if (r.chance(0.1)) {
    const before = new Date(Date.parse(middle) - 86_400_000).toISOString().slice(0, 10);
    return [
      { ...made({}, {}), until: before } as WeightingSection & Period,
      { ...made({}, {}), from: middle } as WeightingSection & Period,
    ];
  }
  return [made(r.chance(0.3) && w.events.length > 1 ? { at: ['review'] } : {}, {})];
}

function theLevel(w: Words, days: string[]): Section {
  const { r } = w;
  const price = { kind: 'price' as const };
  const net = { kind: 'net' as const, tax: { kind: 'number' as const, value: r.pick(['30', '15', '0']), unit: '%' } };
  return {
    section: 'level',
    base: { value: r.pick(['100', '1000', '1234.56']), date: days[r.pick([0, 1, 4, 12])]! },
    variants: r.chance(0.6) ? [price, { kind: 'total' }, net] : [price],
    roundLevel: { decimals: r.pick([2, 2, 4, 8]), mode: r.pick(['half up', 'half even', 'down'] as const) },
    ...(r.chance(0.3) ? { roundDivisor: { decimals: r.int(2, 8), mode: 'half up' as const } } : {}),
    ...(r.chance(0.1) ? { divisor: r.pick(['3.5', '1000', '0.25']) } : {}),
  };
}
