import { isoDate } from '../calendar/index.ts';
import type { RulebookFailure } from '../diagnostics/index.ts';
import type { PlanPolicy } from '../plan/plan.ts';
import type { Morning } from './actions/morning.ts';
import { problem } from './problem.ts';

/** Who comes in for whom, by the decisions of the morning that name the policy. */
export function pairedByDecision(morning: Morning, policy: PlanPolicy, byCompany: boolean): Map<number, number> {
  const { market, before, day } = morning;
  const decisions = market.decisions.filter(
    (d) => before < d.date && d.date <= day && d.event === policy.name && d.action === 'set' && d.field === 'replaces',
  );
  return new Map(
    decisions.map((d) => [
      memberNamed(morning, d.subject ?? '', byCompany, policy),
      memberNamed(morning, d.value ?? '', byCompany, policy),
    ]),
  );
}

/** The failure for entrants that nothing gives a weight. */
export function unpaired(
  { market, day }: Morning,
  policy: PlanPolicy,
  entrants: number[],
  byCompany: boolean,
): RulebookFailure {
  const names = entrants.map((one) => `\`${(byCompany ? market.companies : market.lines).ids[one]}\``);
  return problem(
    'unpairedEntrant',
    `\`${policy.name}\` does not say whom ${names.slice(0, 3).join(', ')} replace${names.length === 1 ? 's' : ''} on ${isoDate(day)}`,
  );
}

/** A line by its id or symbol on the day, or a company; of companies where those are weighted. */
function memberNamed({ market, day }: Morning, name: string, byCompany: boolean, policy: PlanPolicy): number {
  const company = market.companies.index.get(name);
  if (byCompany && company !== undefined) return company;
  const bySymbol = market.lines.ids.findIndex((_, line) => market.symbolOf(line, day) === name);
  const line = market.lines.index.get(name) ?? (bySymbol < 0 ? undefined : bySymbol);
  if (line !== undefined) return byCompany ? market.companyOf[line]! : line;
  throw problem('unknownSubject', `\`${name}\` of the decision for \`${policy.name}\` on ${isoDate(day)} is unknown`);
}
