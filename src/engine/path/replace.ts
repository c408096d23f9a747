import { isoDate } from '../../calendar/index.ts';
import type { CorporateAction } from '../../market/index.ts';
import type { PlanPolicyEffect } from '../../plan/plan-policy.ts';
import { type Decimal, one } from '../numbers/decimal.ts';
import type { Outcome } from '../review/outcome.ts';
import type { Scope } from '../session/scope.ts';
import type { Session } from '../session/session.ts';
import { exactRaw } from '../weights/build.ts';
import { applyAction } from './actions.ts';
import type { Holding } from './basket.ts';
import { setHolding, type Leaver, type Morning, note, priceNow } from './morning.ts';
import { noPriceOn, sortedLines } from './basket-value.ts';
import { priceRead } from './prices.ts';
import { actionsBetween, leaving, occasionOf, policyFor } from './policy.ts';

/** Whether an event selects constituents by a ranking. */
export function isRanked(outcome: Outcome | undefined): boolean {
  return outcome?.chosen.main?.selection.ranking !== undefined;
}

/**
 * What replacements are made from: the latest ranked selection of constituents and the latest weighting, and who has
 * been in since.
 */
export type Bench = { selection: Outcome | undefined; weighting: Outcome | undefined; heldSince: ReadonlySet<number> };

type By = (PlanPolicyEffect & { effect: 'replace' })['by'];

/**
 * Who has left is replaced as the policy says, one entrant for each company (or line) that has no line left in the
 * basket. `value` is what the basket was worth before the morning. Of a new basket it is told, too, where no policy
 * says what comes in. Gives who did.
 */
export function replaceLeavers<S>(
  morning: Morning<S>,
  bench: Bench,
  value: S,
  of: 'the basket' | 'a line of a new basket' = 'the basket',
): number[] {
  const { numbers } = morning.world;
  const { market } = morning.session;
  const main = bench.selection?.chosen.main;
  const entered: number[] = [];
  if (main === undefined && of === 'the basket') return entered;
  const memberOf = (line: number) => (main?.selection.of === 'company' ? market.companyOf[line]! : line);
  const gone = new Map<number, Leaver<S>[]>();
  for (const leaver of morning.leavers) {
    const member = memberOf(leaver.line);
    gone.set(member, [...(gone.get(member) ?? []), leaver]);
  }
  for (const [member, leavers] of [...gone].sort(([a], [b]) => a - b)) {
    const how = howToReplace(morning, leavers[0]!);
    if (how === 'nobody' || (how === undefined && of === 'the basket')) continue;
    if ([...morning.basket.keys()].some((line) => memberOf(line) === member)) continue;
    const lines = how === undefined ? undefined : nextNewcomer(morning, bench, entered, memberOf);
    if (how === undefined || lines === undefined) {
      const left = `${market.lines.ids[leavers[0]!.line]} ${isoDate(morning.day)}`;
      const { warnings } = morning.session;
      if (of === 'the basket') warnings.addOnce('RB7108', 'nobody was left to replace a leaver', left);
      else warnings.addOnce('RB7111', 'a line of a new basket had left before it took effect', left);
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

/**
 * The lines of the highest ranked candidate of the latest selection that it did not select or drop and that has not
 * been in since.
 */
function nextNewcomer<S>(
  morning: Morning<S>,
  bench: Bench,
  entered: number[],
  memberOf: (line: number) => number,
): number[] | undefined {
  if (bench.selection === undefined) return undefined;
  const { scope, chosen } = bench.selection;
  const main = chosen.main!;
  const { market } = morning.session;
  const inside = new Set([...morning.basket.keys(), ...bench.heldSince, ...entered].map(memberOf));
  const left = departed(morning.session, scope.reference, morning.day);
  for (const member of main.order) {
    const out = main.ranks?.[member] === undefined || Number.isNaN(main.ranks[member]);
    if (out || main.members.membership.has(member) || main.dropped.has(member) || inside.has(member)) continue;
    const lines = main.selection.of === 'line' ? [member] : linesOf(market.companyOf, member);
    const usable = lines.filter(
      (l) =>
        scope.eligibleLines?.[l] === 1 &&
        market.listedFrom[l]! <= morning.day &&
        morning.day <= market.listedUntil[l]! &&
        !left.has(l),
    );
    if (usable.length > 0) return usable;
  }
  return undefined;
}

function linesOf(companyOf: Int32Array, company: number): number[] {
  return Array.from(companyOf.keys()).filter((line) => companyOf[line] === company);
}

/**
 * Brings lines in: with a value to take over, or with the weight that the weighting gives, as of the day before; what
 * happens to them this morning acts on that.
 */
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
  const price = (line: number) => positive(morning, line, priceNow(morning, line));
  const read = (line: number) => positive(morning, line, priceRead(morning.session, line, morning.before));
  const hold = weighting.method === 'hold';
  const own = lines
    .map((line) => (hold ? rawOf.get(line)!.times(price(line)) : rawOf.get(line)!))
    .reduce((sum, value) => sum.plus(value));
  const part = (amount: S, by: Decimal) => numbers.multiply(amount, numbers.of(by));
  const shares = (line: number): S => {
    const value = rawOf.get(line)!;
    if ('taken' in given) return part(given.taken, hold ? value.div(own) : value.div(own).div(price(line)));
    if (byTarget) return part(given.value, value.div(total).div(price(line)));
    return numbers.of(hold ? value : value.div(read(line)));
  };
  const { roundShares } = weighting;
  const entrants = lines.map((line): Holding<S> => {
    const exact = shares(line);
    const rounded = roundShares === undefined ? exact : world.round(exact, roundShares);
    const held = morning.basket.get(line) ?? { capFactor: numbers.of(one), membership: one };
    return { ...held, line, shares: rounded };
  });
  const isNew = lines.map((line) => !morning.basket.has(line));
  for (const [i, holding] of entrants.entries()) {
    setHolding(morning, holding);
    if (isNew[i]) note(morning, 'added', holding.line, 'in place of a line that left');
  }
  const unmoved = lines.filter((line, i) => isNew[i] && !morning.start.has(line));
  for (const action of actionsBetween(morning.session.market, morning.before, morning.day)) {
    if (unmoved.includes(action.line) && !removes(morning, action)) applyAction(morning, action, seen);
  }
}

/** A line can come in only at a price. */
function positive<S>(morning: Morning<S>, line: number, price: Decimal | undefined): Decimal {
  if (price?.gt(0)) return price;
  throw noPriceOn(morning.session, line, morning.before);
}

/** Whether a line leaves with an action, which then does nothing to one that comes in on the same morning. */
function removes<S>({ session, day }: Morning<S>, { kind }: CorporateAction): boolean {
  const on = occasionOf(kind);
  const effects = on === undefined ? [] : (policyFor(session, on, day)?.effects ?? []);
  return leaving.includes(kind) || effects.some(({ effect }) => effect === 'remove' || effect === 'convert');
}

/** The lines that have left the market by a merger or delisting after a day, up to another. */
function departed({ market }: Session, since: number, day: number): Set<number> {
  return new Set(actionsBetween(market, since, day).flatMap((a) => (leaving.includes(a.kind) ? [a.line] : [])));
}

/** The latest review, seen from the day before the morning. */
export function asOfMorning<S>(scope: Scope, morning: Pick<Morning<S>, 'before'>): Scope {
  return { ...scope, reference: morning.before, knownBy: morning.before, frames: new Map(), groupings: new Map() };
}
