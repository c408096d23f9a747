import { isoDate } from '../../calendar/index.ts';
import type { PlanPolicyEffect } from '../../plan/plan-policy.ts';
import { type Decimal, one } from '../numbers/decimal.ts';
import type { Outcome } from '../review/outcome.ts';
import type { Scope } from '../session/scope.ts';
import { exactRaw } from '../weights/build.ts';
import type { Holding } from './basket.ts';
import { setHolding, type Leaver, type Morning, note, priceNow } from './morning.ts';
import { sortedLines } from './basket-value.ts';
import { policyFor } from './policy.ts';

/** What replacements are made from: the latest selection of constituents and the latest weighting, and who has been in since. */
export type Bench = { selection: Outcome | undefined; weighting: Outcome | undefined; heldSince: ReadonlySet<number> };

type By = (PlanPolicyEffect & { effect: 'replace' })['by'];

/**
 * Who has left is replaced as the policy says, one entrant for each company (or line) that has no line left in the basket.
 * `value` is what the basket was worth before the morning. Gives who came in.
 */
export function replaceLeavers<S>(morning: Morning<S>, bench: Bench, value: S): number[] {
  const { numbers } = morning.world;
  const { market } = morning.session;
  const main = bench.selection?.chosen.main;
  const entered: number[] = [];
  if (main === undefined) return entered;
  const memberOf = (line: number) => (main.selection.of === 'line' ? line : market.companyOf[line]!);
  const gone = new Map<number, Leaver<S>[]>();
  for (const leaver of morning.leavers) {
    const member = memberOf(leaver.line);
    gone.set(member, [...(gone.get(member) ?? []), leaver]);
  }
  for (const [member, leavers] of [...gone].sort(([a], [b]) => a - b)) {
    const how = howToReplace(morning, leavers[0]!);
    if (how === undefined || how === 'nobody') continue;
    if ([...morning.basket.keys()].some((line) => memberOf(line) === member)) continue;
    const lines = nextNewcomer(morning, bench, entered, memberOf);
    if (lines === undefined) {
      const left = `${market.lines.ids[leavers[0]!.line]} ${isoDate(morning.day)}`;
      morning.session.warnings.addOnce('RB7108', 'nobody was left to replace a leaver', left);
      continue;
    }
    const taken = () =>
      numbers.sum(leavers.map(({ holding, close }) => numbers.multiply(holding.shares, numbers.of(close))));
    enter(morning, bench, lines, takesOver(how) ? { taken: taken() } : { value });
    entered.push(...lines);
  }
  return entered;
}

/** The occasion's own word on replacement comes before that of the policy for deletions. */
function howToReplace<S>(morning: Morning<S>, leaver: Leaver<S>): By | undefined {
  const { session, day } = morning;
  const own = session.plan.policies.find((p) => p.name === leaver.policy && p.effects.some(isReplace));
  const effects = (own ?? policyFor(session, 'deletion', day))?.effects.filter(isReplace) ?? [];
  return (effects.find((effect) => takesOver(effect.by)) ?? effects[0])?.by;
}

function takesOver(by: By): boolean {
  return by === 'entrant takes weight of leaver' || by === 'entrants share weight of leavers';
}

/** Whether a policy brings somebody in for a line that left. */
export function isReplaced<S>(morning: Morning<S>, leaver: Leaver<S>): boolean {
  return ![undefined, 'nobody'].includes(howToReplace(morning, leaver));
}

function isReplace(effect: PlanPolicyEffect): effect is PlanPolicyEffect & { effect: 'replace' } {
  return effect.effect === 'replace';
}

/** The lines of the highest ranked candidate of the latest selection that it did not select or drop and that has not been in since. */
function nextNewcomer<S>(
  morning: Morning<S>,
  bench: Bench,
  entered: number[],
  memberOf: (line: number) => number,
): number[] | undefined {
  const { scope, chosen } = bench.selection!;
  const main = chosen.main!;
  const { market } = morning.session;
  const inside = new Set([...morning.basket.keys(), ...bench.heldSince, ...entered].map(memberOf));
  for (const member of main.order) {
    const out = main.ranks?.[member] === undefined || Number.isNaN(main.ranks[member]);
    if (out || main.members.membership.has(member) || main.dropped.has(member) || inside.has(member)) continue;
    const lines = main.selection.of === 'line' ? [member] : linesOf(market.companyOf, member);
    const usable = lines.filter(
      (l) =>
        scope.eligibleLines?.[l] === 1 && market.listedFrom[l]! <= morning.day && morning.day <= market.listedUntil[l]!,
    );
    if (usable.length > 0) return usable;
  }
  return undefined;
}

function linesOf(companyOf: Int32Array, company: number): number[] {
  return Array.from(companyOf.keys()).filter((line) => companyOf[line] === company);
}

/** Brings lines in: with a value to take over, or with the weight that the weighting gives, as of the day before. */
export function enter<S>(morning: Morning<S>, bench: Bench, lines: number[], given: { taken: S } | { value: S }): void {
  const { world } = morning;
  const { numbers } = world;
  const { weighting, scope } = bench.weighting!;
  if (weighting === undefined) throw new Error('a basket cannot be without a weighting');
  const byTarget = weighting.method === 'equally' || (weighting.method === 'by' && weighting.of === 'company');
  const all = [...new Set([...sortedLines(morning.basket), ...lines])].sort((a, b) => a - b);
  const weighed = byTarget && 'value' in given ? all : lines;
  const seen = asOfMorning(scope, morning);
  const raw = exactRaw({ scope: seen, weighting, limits: [], lines: weighed, memberships: weighed.map(() => one) });
  const rawOf = new Map(weighed.map((line, i) => [line, raw[i]!]));
  const total = raw.reduce((sum, value) => sum.plus(value));
  const price = (line: number) => priceNow(morning, line);
  const hold = weighting.method === 'hold';
  const own = lines
    .map((line) => (hold ? rawOf.get(line)!.times(price(line)) : rawOf.get(line)!))
    .reduce((sum, value) => sum.plus(value));
  const part = (amount: S, by: Decimal) => numbers.multiply(amount, numbers.of(by));
  const shares = (line: number): S => {
    const value = rawOf.get(line)!;
    if ('taken' in given) return part(given.taken, hold ? value.div(own) : value.div(own).div(price(line)));
    if (byTarget) return part(given.value, value.div(total).div(price(line)));
    return numbers.of(hold ? value : value.div(price(line)));
  };
  const { roundShares } = weighting;
  const entrants = lines.map((line): Holding<S> => {
    const exact = shares(line);
    const rounded = roundShares === undefined ? exact : world.round(exact, roundShares);
    const held = morning.basket.get(line) ?? { capFactor: numbers.of(one), membership: one };
    return { ...held, line, shares: rounded };
  });
  for (const holding of entrants) {
    const isNew = !morning.basket.has(holding.line);
    setHolding(morning, holding);
    if (isNew) note(morning, 'added', holding.line, 'in place of a line that left');
  }
}

/** The latest review, seen from the day before the morning. */
export function asOfMorning<S>(scope: Scope, morning: Pick<Morning<S>, 'before'>): Scope {
  return { ...scope, reference: morning.before, knownBy: morning.before, frames: new Map(), groupings: new Map() };
}
