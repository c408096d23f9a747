import type { Expression, SelectionSection } from '../../src/model/index.ts';
import type { Section } from '../../src/model/section.ts';
import type { Tier } from '../../src/model/selection.ts';
import { amount } from './rulebook-amounts.ts';
import { condition } from './rulebook-conditions.ts';
import { name, percent, plain, type Words } from './rulebook-words.ts';

/** A selection of lines or companies into a named set or, without one, into the index. */
export function selection(
  w: Words,
  of: 'line' | 'company',
  given: { set?: string; at?: string[]; along: string | undefined; period?: { from?: string; until?: string } },
): SelectionSection & Section {
  const { r } = w;
  const ranking = r.chance(0.92) ? r.pick(w.rankings.filter((one) => one.of === of)) : undefined;
  const sets = w.sets.filter((s) => s.of === of);
  const grouped = ranking?.within !== undefined;
  const most = r.int(2, 9);
  const opening: Tier[] = r.chance(0.7)
    ? [{ name: 'open', action: 'take', upTo: plain(String(most)), ...(r.chance(0.2) ? { within: 'sector' } : {}) }]
    : [];
  const tiers = Array.from({ length: r.int(opening.length === 0 ? 1 : 0, 4) }, (_, i) =>
    tier(w, of, i, ranking === undefined ? undefined : { grouped, along: grouped ? undefined : given.along }),
  );
  return {
    section: 'selection',
    of,
    ...(given.set === undefined ? {} : { set: given.set }),
    ...(given.at === undefined ? {} : { at: given.at }),
    ...(ranking === undefined ? {} : { rankedBy: ranking.name }),
    ...(sets.length > 0 && r.chance(0.4) ? { candidates: r.pick(sets).name } : {}),
    tiers: [...opening, ...tiers],
    ...(ranking !== undefined && r.chance(0.3) ? { reserve: r.int(1, 4) } : {}),
    ...given.period,
  };
}

function tier(
  w: Words,
  of: 'line' | 'company',
  i: number,
  ranked: { grouped: boolean; along: string | undefined } | undefined,
): Tier {
  const { r } = w;
  const action = ranked
    ? r.pick(['take', 'take', 'take', 'keep', 'fill', 'drop', 'balance', 'decided'] as const)
    : r.pick(['take', 'keep', 'drop', 'decided'] as const);
  const base: Tier = { name: `tier${i}`, action };
  const inGroup = { within: r.pick(['sector', 'sector', 'style']) };
  if (action === 'decided') return base;
  const number = (low: number, high: number): Expression => plain(String(r.int(low, high)));
  if (action === 'balance') return { ...base, upTo: number(2, 9), ...(r.chance(0.2) ? inGroup : {}) };
  const who = r.chance(0.25) ? { who: r.pick(['constituents', 'newcomers'] as const) } : {};
  const where = r.chance(0.3) ? { where: tierCondition(w, of) } : {};
  if (action === 'fill') return { ...base, ...who, ...(r.chance(0.2) ? inGroup : {}), ...where, upTo: number(2, 10) };
  const from = r.int(1, 6);
  const reach =
    ranked?.along !== undefined && action === 'take' && r.chance(0.4)
      ? {
          reach: {
            measure: ranked.along,
            mode: r.pick(['reaches', 'stays below', 'closest to'] as const),
            target: percent(r.pick([20, 40, 60, 80, 95])),
          },
        }
      : {};
  return {
    ...base,
    ...(action === 'keep' ? {} : who),
    ...(ranked && r.chance(0.5) ? { ranks: { from, ...(r.chance(0.7) ? { to: from + r.int(0, 6) } : {}) } } : {}),
    ...(r.chance(0.2) ? inGroup : {}),
    ...where,
    ...reach,
    ...(r.chance(0.3) ? { upTo: number(1, 8) } : {}),
    ...(r.chance(0.15) ? { atMost: number(1, 3) } : {}),
    ...(action !== 'drop' && r.chance(0.15) ? { membership: membership(w, of) } : {}),
  };
}

function membership(w: Words, of: 'line' | 'company'): Expression {
  const { r } = w;
  if (r.chance(0.4)) return percent(r.pick([50, 25, 100, 75]));
  if (r.chance(0.1)) return amount(w, 'ratio', of, 0);
  return {
    kind: 'call',
    fn: 'max',
    args: [percent(10), { kind: 'call', fn: 'min', args: [percent(100), amount(w, 'ratio', of, 1)] }],
  };
}

function tierCondition(w: Words, of: 'line' | 'company'): Expression {
  const { r } = w;
  const rankings = w.rankings.filter((one) => one.of === of);
  if (r.chance(0.2) && rankings.length > 0)
    return {
      kind: 'compare',
      op: '<=',
      left: { kind: 'previous', value: { kind: 'rank', ranking: r.pick(rankings).name } },
      right: plain(String(r.int(1, 7))),
    };
  if (r.chance(0.2)) return { kind: 'added since', event: r.pick(w.events) };
  if (r.chance(0.15))
    return {
      kind: 'compare',
      op: '<',
      left: { kind: 'aggregate', fn: 'count', value: name(of), over: 'selected' },
      right: plain(String(r.int(1, 5))),
    };
  return condition(w, of, 1);
}
