import { epochDay } from '../calendar/index.ts';

/** Whether a rule is in force on an epoch day; `dayOf` may remember the days of ISO dates. */
export function inForce(rule: { from?: string; until?: string }, day: number, dayOf = epochDay): boolean {
  return (rule.from === undefined || dayOf(rule.from) <= day) && (rule.until === undefined || day <= dayOf(rule.until));
}
