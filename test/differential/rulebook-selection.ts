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
  const ranked = ranking === undefined ? undefined : { grouped, along: grouped ? undefined : given.along };
  const count = r.int(1, 4);
  // Totals grow from step to step, as those of a rulebook do.
  let total = 1;
  const tiers = Array.from({ length: count }, (_, i) => {
    total += r.int(0, 2) + 1;
    return tier(w, of, i, { total, first: i === 0, last: i === count - 1 }, ranked);
  });
  return {
    section: 'selection',
    of,
    ...(given.set === undefined ? {} : { set: given.set }),
    ...(given.at === undefined ? {} : { at: given.at }),
    ...(ranking === undefined ? {} : { rankedBy: ranking.name }),
    ...(sets.length > 0 && r.chance(0.4) ? { candidates: r.pick(sets).name } : {}),
    tiers: tiers,
    ...(ranking !== undefined && r.chance(0.3) ? { reserve: r.int(1, 4) } : {}),
    ...given.period,
  };
}

function tier(
  w: Words,
  of: 'line' | 'company',
  i: number,
  place: { total: number; first: boolean; last: boolean },
  ranked: { grouped: boolean; along: string | undefined } | undefined,
): Tier {
  const { r } = w;
  if (place.first && r.chance(0.8)) {
    const opening: Tier = { name: 'tier0', action: 'take' };
    if (ranked === undefined)
      return {
        ...opening,
        where: {
          kind: 'or',
          left: tierCondition(w, of),
          right: { kind: 'known', operand: name(of === 'line' ? 'close' : 'score') },
        },
      };
    if (r.chance(0.3)) return { ...opening, ranks: { from: 1, to: place.total + 2 } };
    return { ...opening, ...(r.chance(0.2) ? { within: 'sector' } : {}), upTo: plain(String(place.total)) };
  }
  const able: readonly Tier['action'][] = place.first
    ? ['take', 'take', 'take', 'keep', ...(ranked ? ['fill' as const] : [])]
    : ['take', 'keep', 'drop', 'decided', ...(ranked ? (['take', 'fill', 'balance'] as const) : [])];
  const action = r.pick(able);
  const base: Tier = { name: `tier${i}`, action };
  const inGroup = { within: r.pick(['sector', 'sector', 'style']) };
  if (action === 'decided') return base;
  const total = { upTo: plain(String(place.total)) };
  if (action === 'balance') return { ...base, ...total, ...(r.chance(0.2) ? inGroup : {}) };
  const who = r.chance(0.25) ? { who: r.pick(['constituents', 'newcomers'] as const) } : {};
  const where = r.chance(action === 'drop' ? 0.9 : 0.3) ? { where: tierCondition(w, of) } : {};
  if (action === 'fill') return { ...base, ...who, ...(r.chance(0.2) ? inGroup : {}), ...where, ...total };
  const from = place.first ? r.int(1, 3) : r.int(1, 6);
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
  const ranks =
    ranked && r.chance(0.5) ? { ranks: { from, ...(r.chance(0.7) ? { to: from + r.int(0, 6) } : {}) } } : {};
  // What takes everyone leaves nothing to the steps after it.
  const open = !('ranks' in ranks) && !('reach' in reach) && action === 'take' && !place.last;
  return {
    ...base,
    ...(action === 'keep' ? {} : who),
    ...ranks,
    ...(r.chance(0.2) ? inGroup : {}),
    ...where,
    ...reach,
    ...(open || (ranked && r.chance(0.3)) ? total : {}),
    ...(r.chance(0.15) && ranked ? { atMost: plain(String(r.int(1, 3))) } : {}),
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
  return condition(w, of, 1);
}
