import { isoDate } from '../../calendar/index.ts';
import type { RulebookFailure } from '../../diagnostics/index.ts';
import type { PlanPolicy } from '../../plan/plan.ts';
import { problem } from '../session/problem.ts';
import type { Morning } from './morning.ts';

type Of = 'line' | 'company';

/** Who comes in for whom, by the decisions of the morning that name the policy. */
export function pairedByDecision<S>(morning: Morning<S>, policy: PlanPolicy, of: Of): Map<number, number> {
  const { session, before, day } = morning;
  const pairs = new Map<number, number>();
  for (const d of session.market.decisions) {
    if (d.event !== policy.name || d.action !== 'set' || d.field !== 'replaces') continue;
    if (before < d.date && d.date <= day)
      pairs.set(memberNamed(morning, d.subject ?? '', of, policy), memberNamed(morning, d.value ?? '', of, policy));
  }
  return pairs;
}

/** The failure for entrants that nothing gives a weight. */
export function unpaired<S>(
  { session: { market }, day }: Morning<S>,
  policy: PlanPolicy,
  entrants: number[],
  of: Of,
): RulebookFailure {
  const names = entrants.map((one) => `\`${(of === 'company' ? market.companies : market.lines).ids[one]}\``);
  return problem(
    'unpairedEntrant',
    `\`${policy.name}\` does not say whom ${names.slice(0, 3).join(', ')} replace${names.length === 1 ? 's' : ''} on ${isoDate(day)}`,
  );
}

/** A line by its id or symbol on the day, or a company; of companies where those are weighted. */
function memberNamed<S>({ session: { market }, day }: Morning<S>, name: string, of: Of, policy: PlanPolicy): number {
  const company = market.companies.index.get(name);
  if (of === 'company' && company !== undefined) return company;
  const bySymbol = market.lines.ids.findIndex((_, line) => market.symbolOf(line, day) === name);
  const line = market.lines.index.get(name) ?? (bySymbol < 0 ? undefined : bySymbol);
  if (line !== undefined) return of === 'company' ? market.companyOf[line]! : line;
  throw problem('unknownSubject', `\`${name}\` of the decision for \`${policy.name}\` on ${isoDate(day)} is unknown`);
}
