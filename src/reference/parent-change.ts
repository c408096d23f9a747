import type { Plan } from '../plan/plan.ts';
import { leave, type Morning, priceNow } from './actions/morning.ts';
import { policyFor } from './actions/policy.ts';
import { sum } from './decimal.ts';
import { type Bench, enter } from './replacement.ts';
import { publishedConstituents } from './sets.ts';

/** The index this one derives from changed: its leavers leave, and its entrants take over what they were worth. */
export function followParent(morning: Morning, bench: Bench): void {
  const policy = policyFor(morning, 'parent change', morning.day);
  const parent = parentOf(morning.plan);
  if (policy === undefined || parent === undefined) return;
  const [were, are] = [morning.before, morning.day].map((day) => publishedConstituents(morning, parent, day));
  const out = [...morning.basket.keys()].filter((line) => were!.has(line) && !are!.has(line)).toSorted((a, b) => a - b);
  const entering = [...are!].filter((line) => !were!.has(line) && !morning.basket.has(line)).toSorted((a, b) => a - b);
  const value = sum(out.map((line) => morning.basket.get(line)!.shares.times(priceNow(morning, line))));
  for (const line of out) leave(morning, line, priceNow(morning, line), policy.name);
  const taking = policy.effects.some(
    (e) => e.effect === 'follow' || (e.effect === 'replace' && e.by === 'entrant takes weight of leaver'),
  );
  if (!taking || out.length === 0) return;
  const companies = [...new Set(entering.map((line) => morning.market.companyOf[line]!))];
  for (const company of companies) {
    const lines = entering.filter((line) => morning.market.companyOf[line] === company);
    enter(morning, bench, lines, { taken: value.div(companies.length) });
  }
}

/** The first other index that the plan asks about. */
function parentOf(plan: Plan): string | undefined {
  return /"op":"constituent","index":"([^"]+)"/.exec(JSON.stringify(plan))?.[1];
}
