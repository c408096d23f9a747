import type { Decision } from '../market/index.ts';
import type { PlanTier } from '../plan/plan.ts';
import { isoDate } from '../calendar/index.ts';
import { linesOf } from './entity.ts';
import { problem } from './problem.ts';
import { add, type Picking, remove } from './picking.ts';
import { membershipOf } from './tier.ts';

/** `decided`: additions and removals that the decisions of this event name; an addition need not be a candidate. */
export function decide(picking: Picking, tier: PlanTier): void {
  const { review } = picking;
  const decisions = review.market.decisions.filter(
    (d) => d.date === review.effective && d.known <= review.effective && [review.event, tier.name].includes(d.event),
  );
  for (const decision of decisions) {
    if (decision.action !== 'add' && decision.action !== 'remove') continue;
    for (const member of membersNamed(picking, decision)) {
      if (decision.action === 'add') add(picking, member, tier, membershipOf(picking, tier, member));
      else remove(picking, member, tier);
    }
  }
}

/** What a decision is about: a line, a symbol in force on the date, or a company. */
function membersNamed({ review, selection }: Picking, decision: Decision): number[] {
  const { market, effective } = review;
  const subject = decision.subject ?? '';
  const bySymbol = market.lines.ids.findIndex((_, line) => market.symbolOf(line, effective) === subject);
  const line = market.lines.index.get(subject) ?? (bySymbol < 0 ? undefined : bySymbol);
  const company = market.companies.index.get(subject);
  if (selection.of === 'company') {
    if (company !== undefined) return [company];
    if (line !== undefined) return [market.companyOf[line]!];
  } else {
    if (line !== undefined) return [line];
    if (company !== undefined) {
      const lines = linesOf(review, company);
      const eligible = lines.filter((l) => review.eligible?.lines.has(l));
      return eligible.length > 0 ? eligible : lines.filter((l) => review.universe?.has(l));
    }
  }
  throw problem(
    'unknownSubject',
    `\`${subject}\` of the decision for \`${decision.event}\` on ${isoDate(effective)} is unknown`,
  );
}
