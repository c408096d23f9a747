import { isoDate } from '../../calendar/index.ts';
import type { Decision } from '../../market/index.ts';
import type { PlanTier } from '../../plan/plan.ts';
import { problem } from '../session/problem.ts';
import type { Scope } from '../session/scope.ts';

/** A line or company that a decision adds or removes. */
export type Decided = { entity: number; action: 'add' | 'remove' };

/**
 * What decisions dated at the event's effective date add and remove, in their order, by the name of the event or of the
 * step. A failure (RB7206) where one names nothing known.
 */
export function decidedSubjects(scope: Scope, of: 'line' | 'company', tier: PlanTier): Decided[] {
  const { effective, event } = scope;
  return scope.session.market.decisions
    .filter((d) => d.date === effective && d.known <= effective && (d.event === event || d.event === tier.name))
    .flatMap((decision) => {
      const { action } = decision;
      if (action !== 'add' && action !== 'remove') return [];
      return subjectsOf(scope, of, decision).map((entity) => ({ entity, action }));
    });
}

function subjectsOf(scope: Scope, of: 'line' | 'company', decision: Decision): number[] {
  const { market } = scope.session;
  const subject = decision.subject ?? '';
  const line = market.lines.index.get(subject) ?? lineBySymbol(scope, subject);
  const company = market.companies.index.get(subject);
  if (of === 'company') {
    if (company !== undefined) return [company];
    if (line !== undefined) return [market.companyOf[line]!];
  } else if (line !== undefined) return [line];
  else if (company !== undefined) {
    const own = Array.from(market.companyOf.keys()).filter((l) => market.companyOf[l] === company);
    const eligible = own.filter((l) => scope.eligibleLines?.[l] === 1);
    return eligible.length > 0 ? eligible : own.filter((l) => scope.universeLines[l] === 1);
  }
  throw problem(
    'unknownSubject',
    `\`${subject}\` of the decision for \`${decision.event}\` on ${isoDate(scope.effective)} is unknown`,
  );
}

function lineBySymbol(scope: Scope, symbol: string): number | undefined {
  const { market } = scope.session;
  const at = market.lines.ids.findIndex((_, line) => market.symbolOf(line, scope.effective) === symbol);
  return at < 0 ? undefined : at;
}
