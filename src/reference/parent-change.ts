import { parentIndex } from '../plan/parent-index.ts';
import type { PlanPolicy } from '../plan/plan.ts';
import { type Leaver, leave, type Morning, priceNow } from './actions/morning.ts';
import { policyFor } from './actions/policy.ts';
import type { Basket } from './context.ts';
import { type Decimal, sum } from './decimal.ts';
import { pairedByDecision, unpaired } from './parent-pairs.ts';
import { type Bench, enter, isReplaced } from './replacement.ts';
import { publishedConstituents } from './sets.ts';

/** Lines by the company they are of, or each by itself where lines are weighted. */
type Members = Map<number, number[]>;

/**
 * The index this one derives from changed: its leavers leave, and its entrants come in as the policy says. `held` is
 * the basket of the day before, `value` what it was worth. Gives the failure to throw where the policy does not say
 * what an entrant gets; none comes in then.
 */
export function followParent(morning: Morning, bench: Bench, held: Basket, value: Decimal): Error | undefined {
  const policy = policyFor(morning, 'parent change', morning.day);
  const parent = parentIndex(morning.plan);
  if (policy === undefined || parent === undefined) return undefined;
  const [were, are] = [morning.before, morning.day].map((day) => publishedConstituents(morning, parent, day)) as [
    Set<number>,
    Set<number>,
  ];
  const byCompany = bench.weighting!.weighting!.of === 'company';
  const members = (lines: Iterable<number>): Members =>
    Map.groupBy(
      [...lines].toSorted((a, b) => a - b),
      (line) => (byCompany ? morning.market.companyOf[line]! : line),
    );
  const before = members([...held.keys()].filter((line) => were.has(line)));
  const inside = members(morning.basket.keys());
  const after = members(are);
  const come = members([...are].filter((line) => !were.has(line) && !morning.basket.has(line)));
  const entrants = [...come.keys()].filter((member) => !inside.has(member));
  const staying = [...inside.keys()].filter((member) => after.has(member));
  for (const member of staying) {
    const lines = inside.get(member)!;
    const out = lines.filter((line) => were.has(line) && !are.has(line));
    if (out.length === 0 && !come.has(member)) continue;
    const taken = sum(lines.map((line) => worthOf(morning, line)));
    for (const line of out) leave(morning, line, priceNow(morning, line), policy.name);
    enter(morning, bench, after.get(member)!, { taken });
  }
  const leavers = new Map<number, Decimal>();
  for (const [member, lines] of before) {
    if (after.has(member)) continue;
    const left = morning.leavers.filter((l) => lines.includes(l.line) && !isReplaced(morning, l));
    const still = lines.filter((line) => morning.basket.has(line));
    if (left.length + still.length === 0) continue;
    leavers.set(member, sum([...left.map(valueLeft), ...still.map((line) => worthOf(morning, line))]));
    for (const line of still) leave(morning, line, priceNow(morning, line), policy.name);
  }
  const given = whatTheyGet(morning, policy, entrants, leavers, value, byCompany);
  if (given instanceof Error) return given;
  for (const [member, amount] of given) enter(morning, bench, after.get(member)!, amount);
  return undefined;
}

type Given = Map<number, { taken: Decimal } | { value: Decimal }>;

/** What each entrant comes in with. */
function whatTheyGet(
  morning: Morning,
  policy: PlanPolicy,
  entrants: number[],
  leavers: Map<number, Decimal>,
  value: Decimal,
  byCompany: boolean,
): Given | Error {
  const effect = policy.effects.find((e) => e.effect === 'follow' || e.effect === 'replace');
  const how = effect?.effect === 'replace' ? effect.by : effect?.effect;
  if (entrants.length === 0 || how === undefined || how === 'nobody') return new Map();
  if (how === 'follow' || how === 'highest ranked newcomer') return new Map(entrants.map((one) => [one, { value }]));
  if (leavers.size === 0) return unpaired(morning, policy, entrants, byCompany);
  if (how === 'entrants share weight of leavers') {
    const taken = sum(leavers.values()).div(entrants.length);
    return new Map(entrants.map((one) => [one, { taken }]));
  }
  const pairs =
    entrants.length === 1 && leavers.size === 1
      ? new Map([[entrants[0]!, [...leavers.keys()][0]!]])
      : pairedByDecision(morning, policy, byCompany);
  const alone = entrants.filter((one) => !leavers.has(pairs.get(one) ?? -1));
  const twice = entrants.filter((one) =>
    entrants.some((other) => other !== one && pairs.get(one) === pairs.get(other)),
  );
  if (alone.length + twice.length > 0) return unpaired(morning, policy, [...new Set([...alone, ...twice])], byCompany);
  return new Map(entrants.map((one) => [one, { taken: leavers.get(pairs.get(one)!)! }]));
}

function worthOf(morning: Morning, line: number): Decimal {
  return morning.basket.get(line)!.shares.times(priceNow(morning, line));
}

/** What a line that an action removed was worth at its close, whatever it left at. */
function valueLeft({ holding, close }: Leaver): Decimal {
  return holding.shares.times(close);
}
