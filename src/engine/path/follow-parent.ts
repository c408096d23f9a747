import type { RulebookFailure } from '../../diagnostics/index.ts';
import { isFailure } from '../../diagnostics/index.ts';
import { parentIndex } from '../../plan/parent-index.ts';
import type { PlanPolicy } from '../../plan/plan.ts';
import { one } from '../numbers/decimal.ts';
import { publishedOn } from '../review/published.ts';
import { leave, type Morning, priceNow } from './morning.ts';
import { sortedLines } from './basket-value.ts';
import { pairedByDecision, unpaired } from './parent-pairs.ts';
import { policyFor } from './policy.ts';
import { type Bench, enter, isReplaced } from './replace.ts';

/** Who came in, and the failure to throw where the policy does not say what an entrant gets; none comes in then. */
export type Followed = { entered: number[]; unpaired: RulebookFailure | undefined };

/**
 * The index this one derives from changed: its leavers leave, and its entrants come in as the policy says. `held` are the lines
 * of the day before, `value` what the basket was worth.
 */
export function followParent<S>(morning: Morning<S>, bench: Bench, held: Iterable<number>, value: S): Followed {
  const { session, before, day } = morning;
  const { numbers } = morning.world;
  const nothing: Followed = { entered: [], unpaired: undefined };
  const policy = policyFor(session, 'parent change', day);
  const parent = policy === undefined ? undefined : parentIndex(session.plan);
  if (policy === undefined || parent === undefined) return nothing;
  const { market } = session;
  const [were, are] = [publishedOn(market, parent, before).lines, publishedOn(market, parent, day).lines];
  const { of } = bench.weighting!.weighting!;
  const members = (lines: Iterable<number>) =>
    Map.groupBy(
      [...lines].sort((a, b) => a - b),
      (line) => (of === 'company' ? market.companyOf[line]! : line),
    );
  const members0 = members([...held].filter((line) => were[line] === 1));
  const inside = members(sortedLines(morning.basket));
  const published = Array.from(are.keys()).filter((line) => are[line] === 1);
  const after = members(published);
  const come = members(published.filter((line) => were[line] === 0 && !morning.basket.has(line)));
  const entrants = [...come.keys()].filter((member) => !inside.has(member));
  const worthOf = (line: number): S =>
    numbers.multiply(morning.basket.get(line)!.shares, numbers.of(priceNow(morning, line)));
  const entered: number[] = [];
  const bring = (member: number, given: { taken: S } | { value: S }) => {
    enter(morning, bench, after.get(member)!, given);
    entered.push(...after.get(member)!);
  };
  for (const [member, lines] of inside) {
    if (!after.has(member)) continue;
    const out = lines.filter((line) => were[line] === 1 && are[line] === 0);
    if (out.length === 0 && !come.has(member)) continue;
    const taken = numbers.sum(lines.map(worthOf));
    for (const line of out) leave(morning, line, priceNow(morning, line), policy.name);
    bring(member, { taken });
  }
  const leavers = new Map<number, S>();
  for (const [member, lines] of members0) {
    if (after.has(member)) continue;
    const left = morning.leavers.filter((l) => lines.includes(l.line) && !isReplaced(morning, l));
    const still = lines.filter((line) => morning.basket.has(line));
    if (left.length + still.length === 0) continue;
    // Also of a line that left at nothing: what it was worth at its close.
    const values = left.map(({ holding, close }) => numbers.multiply(holding.shares, numbers.of(close)));
    leavers.set(member, numbers.sum([...values, ...still.map(worthOf)]));
    for (const line of still) leave(morning, line, priceNow(morning, line), policy.name);
  }
  const takes = whatTheyTake(morning, policy, entrants, [...leavers.keys()], of);
  if (isFailure(takes)) return { entered, unpaired: takes };
  for (const [member, from] of takes) {
    if (from === 'weighting') bring(member, { value });
    else if (from === 'equal part') {
      const all = numbers.sum([...leavers.values()]);
      bring(member, { taken: numbers.multiply(all, numbers.of(one.div(entrants.length))) });
    } else bring(member, { taken: leavers.get(from)! });
  }
  return { entered, unpaired: undefined };
}

/** Whose weight each entrant takes: what the weighting gives, an equal part of all leavers', or that of one. */
function whatTheyTake<S>(
  morning: Morning<S>,
  policy: PlanPolicy,
  entrants: number[],
  leavers: number[],
  of: 'line' | 'company',
): Map<number, number | 'weighting' | 'equal part'> | RulebookFailure {
  const effect = policy.effects.find((e) => e.effect === 'follow' || e.effect === 'replace');
  const how = effect?.effect === 'replace' ? effect.by : effect?.effect;
  if (entrants.length === 0 || how === undefined || how === 'nobody') return new Map();
  const alike = (from: 'weighting' | 'equal part') => new Map(entrants.map((one) => [one, from] as const));
  if (how === 'follow' || how === 'highest ranked newcomer') return alike('weighting');
  if (leavers.length === 0) return unpaired(morning, policy, entrants, of);
  if (how === 'entrants share weight of leavers') return alike('equal part');
  const pairs =
    entrants.length === 1 && leavers.length === 1
      ? new Map([[entrants[0]!, leavers[0]!]])
      : pairedByDecision(morning, policy, of);
  const alone = entrants.filter((one) => !leavers.includes(pairs.get(one) ?? -1));
  const twice = entrants.filter((one) =>
    entrants.some((other) => other !== one && pairs.get(one) === pairs.get(other)),
  );
  if (alone.length + twice.length > 0) return unpaired(morning, policy, [...new Set([...alone, ...twice])], of);
  return new Map(entrants.map((one) => [one, pairs.get(one)!]));
}
