import { isoDate } from '../../calendar/index.ts';
import type { Decision } from '../../market/index.ts';
import { Decimal } from '../numbers/decimal.ts';
import { problem } from '../session/problem.ts';
import type { Session } from '../session/session.ts';

/** The divisor that a decision sets after one index day, up to the next; of several the latest. */
export function decidedDivisor(session: Session, before: number, day: number): Decimal | undefined {
  const decision = divisorDecision(session, before, day);
  if (decision === undefined) return undefined;
  const { action, field, value = '' } = decision;
  const text = value.trim();
  if (action === 'set' && field === 'divisor' && /^\d+(\.\d+)?$/.test(text)) {
    const divisor = new Decimal(text);
    if (divisor.gt(0)) return divisor;
  }
  throw problem(
    'badDivisor',
    `the decision about the divisor on ${isoDate(decision.date)} says \`${[action, field, value].join(' ').trim()}\``,
  );
}

export function divisorDecision({ market }: Session, before: number, day: number): Decision | undefined {
  return market.decisions.findLast((d) => d.event === 'divisor' && before < d.date && d.date <= day);
}
