import { isoDate } from '../calendar/index.ts';
import type { CorporateAction } from '../market/index.ts';
import type { PlanPolicyEffect } from '../plan/plan-policy.ts';
import { apply, inOrder } from './actions/apply.ts';
import { type Leaver, type Morning, note, priceNow } from './actions/morning.ts';
import { LEAVING, occasionOf, policyFor } from './actions/policy.ts';
import { mainOf } from './choose.ts';
import { type Basket, type Review, scopeOf } from './context.ts';
import { type Decimal, ONE, sum } from './decimal.ts';
import { linesOf } from './entity.ts';
import { isListed } from './listing.ts';
import type { Outcome } from './outcome.ts';
import { priceRead } from './price.ts';
import { problem } from './problem.ts';
import { warn, warnOnce } from './warnings.ts';
import { byTarget, roundedShares, sharesOf } from './weigh.ts';
import { rawValues } from './weighting.ts';

/**
 * What replacements are made from: the latest ranked selection of constituents and the latest weighting, and who has
 * been in since.
 */
export type Bench = { selection: Outcome | undefined; weighting: Outcome | undefined; heldSince: Set<number> };

/** Whether an event selects constituents by a ranking. */
export function isRanked(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && mainOf(outcome.picked)?.selection.ranking !== undefined;
}

/**
 * Who has left is replaced as the policy says, one entrant for each company (or line) that has no line left in the
 * basket. `value` is what the basket was worth before the morning. Of a new basket it is told, too, where no policy
 * says what comes in.
 */
export function replaceLeavers(
  morning: Morning,
  bench: Bench,
  value: Decimal,
  of: 'the basket' | 'a line of a new basket' = 'the basket',
): void {
  const main = bench.selection && mainOf(bench.selection.picked);
  if (main === undefined && of === 'the basket') return;
  const { companyOf } = morning.market;
  const memberOf = (line: number) => (main?.selection.of === 'company' ? companyOf[line]! : line);
  const gone = new Map<number, Leaver[]>();
  for (const leaver of morning.leavers) {
    const member = memberOf(leaver.line);
    gone.set(member, [...(gone.get(member) ?? []), leaver]);
  }
  for (const [member, leavers] of [...gone].toSorted(([a], [b]) => a - b)) {
    if ([...morning.basket.keys()].some((line) => memberOf(line) === member)) continue;
    const how = howToReplace(morning, leavers[0]!);
    if (how === 'nobody' || (how === undefined && of === 'the basket')) continue;
    const lines = how === undefined ? undefined : nextNewcomer(morning, bench, memberOf);
    if (how === undefined || lines === undefined) {
      const left = `${morning.market.lines.ids[leavers[0]!.line]} ${isoDate(morning.day)}`;
      if (of === 'the basket') warn(morning.warnings, 'RB7108', 'nobody was left to replace a leaver', left);
      else warnOnce(morning.warnings, 'RB7111', 'a line of a new basket had left before it took effect', left);
      continue;
    }
    const taken = sum(leavers.map(({ holding, close }) => holding.shares.times(close)));
    enter(morning, bench, lines, takesOver(how) ? { taken } : { value });
  }
}

type By = (PlanPolicyEffect & { effect: 'replace' })['by'];

/** The occasion's own word on replacement comes before that of the policy for deletions. */
function howToReplace(morning: Morning, leaver: Leaver): By | undefined {
  const own = morning.plan.policies.find((p) => p.name === leaver.policy && p.effects.some(isReplace));
  const effects = (own ?? policyFor(morning, 'deletion', morning.day))?.effects.filter(isReplace) ?? [];
  return (effects.find((effect) => takesOver(effect.by)) ?? effects[0])?.by;
}

function takesOver(by: By): boolean {
  return by === 'entrant takes weight of leaver' || by === 'entrants share weight of leavers';
}

/** Whether a policy brings somebody in for a line that left. */
export function isReplaced(morning: Morning, leaver: Leaver): boolean {
  return ![undefined, 'nobody'].includes(howToReplace(morning, leaver));
}

function isReplace(effect: PlanPolicyEffect): effect is PlanPolicyEffect & { effect: 'replace' } {
  return effect.effect === 'replace';
}

/**
 * The lines of the highest ranked candidate of the latest selection that it did not select or drop and that has not
 * been in since.
 */
function nextNewcomer(morning: Morning, bench: Bench, memberOf: (line: number) => number): number[] | undefined {
  if (bench.selection === undefined) return undefined;
  const { review, picked } = bench.selection;
  const main = mainOf(picked)!;
  const inside = new Set([...morning.basket.keys(), ...bench.heldSince].map(memberOf));
  for (const member of main.order) {
    if (!main.ranks.has(member) || main.chosen.has(member) || main.dropped.has(member) || inside.has(member)) continue;
    const lines = main.selection.of === 'line' ? [member] : linesOf(review, member);
    const usable = lines.filter(
      (line) =>
        review.eligible!.lines.has(line) &&
        isListed(morning.market, line, morning.day) &&
        !hasLeft(morning, line, review.asOf),
    );
    if (usable.length > 0) return usable;
  }
  return undefined;
}

/**
 * Brings lines in: with a value to take over, or with the weight that the weighting gives, as of the day before; what
 * happens to them this morning acts on that.
 */
export function enter(
  morning: Morning,
  bench: Bench,
  lines: number[],
  given: { taken: Decimal } | { value: Decimal },
): void {
  const { weighting, review } = bench.weighting!;
  if (weighting === undefined) throw new Error('a basket cannot be without a weighting');
  const scope = scopeOf(asOfMorning(review, morning));
  const all = [...morning.basket.keys(), ...lines].toSorted((a, b) => a - b);
  const raw = rawValues(weighting, scope, byTarget(weighting) && 'value' in given ? all : lines, () => ONE);
  const price = (line: number) => positive(morning, line, priceNow(morning, line));
  const total = sum(raw.values());
  const own = sum(
    lines.map((line) => (weighting.method === 'hold' ? raw.get(line)!.times(price(line)) : raw.get(line)!)),
  );
  const shares = (line: number): Decimal => {
    const value = raw.get(line)!;
    if ('taken' in given) {
      return weighting.method === 'hold'
        ? value.times(given.taken).div(own)
        : value.times(given.taken).div(own).div(price(line));
    }
    if (byTarget(weighting)) return value.div(total).times(given.value).div(price(line));
    return sharesOf(weighting, value, positive(morning, line, priceRead(morning, line, morning.before)));
  };
  const entrants: Basket = new Map(
    lines.map((line) => {
      const held = morning.basket.get(line) ?? { capFactor: ONE, membership: ONE };
      return [line, { ...held, shares: roundedShares(weighting, shares(line)) }];
    }),
  );
  const before = new Set(morning.basket.keys());
  for (const [line, holding] of entrants) {
    morning.basket.set(line, holding);
    bench.heldSince.add(line);
    if (!before.has(line)) note(morning, 'added', line, 'in place of a line that left');
  }
  const unmoved = lines.filter((line) => !before.has(line) && !morning.start.has(line));
  for (const action of inOrder(morning)) {
    if (unmoved.includes(action.line) && !removes(morning, action)) apply(morning, action, scope.review);
  }
}

/** A line can come in only at a price. */
function positive(morning: Morning, line: number, price: Decimal | undefined): Decimal {
  if (price?.gt(0)) return price;
  throw problem('noPrice', `\`${morning.market.lines.ids[line]}\` has no price on ${isoDate(morning.before)}`);
}

/** Whether a line leaves with an action, which then does nothing to one that comes in on the same morning. */
function removes(morning: Morning, { kind }: CorporateAction): boolean {
  const on = occasionOf(kind);
  const effects = on === undefined ? [] : (policyFor(morning, on, morning.day)?.effects ?? []);
  return LEAVING.includes(kind) || effects.some(({ effect }) => effect === 'remove' || effect === 'convert');
}

/** Whether a line has left the market by a merger or delisting after a day. */
function hasLeft({ market, day }: Morning, line: number, since: number): boolean {
  return market.actions.some((a) => a.line === line && LEAVING.includes(a.kind) && since < a.exDate && a.exDate <= day);
}

/** The latest review, seen from the day before the morning. */
export function asOfMorning(review: Review, morning: Morning): Review {
  return { ...review, asOf: morning.before, knownBy: morning.before, memo: new Map() };
}
