import type { DecisionRecord } from '../../run/run.ts';
import type { Outcome } from './outcome.ts';

/** Whose decisions are told: nobody's, those of who was selected or was in before, or everyone's. */
export type Decisions = 'all' | 'selected' | 'none';

export function decisionRecords(_outcome: Outcome, _which: Decisions): DecisionRecord[] {
  return [];
}
