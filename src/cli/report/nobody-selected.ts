import type { DecisionRecord } from '../../run/run.ts';
import { type LeftOut, leftOutWords } from '../../run/left-out.ts';

/** Why a review selected nobody, from what it decided about everyone. */
export function nobodySelected(records: readonly DecisionRecord[]): string {
  const rules = new Map<string, LeftOut>();
  for (const { of, rules: outcomes } of records)
    for (const { rule, force, outcome } of outcomes) {
      if (force !== 'require') continue;
      const tally = rules.get(`${of} ${rule}`) ?? { rule, of, asked: 0, out: 0, unknown: 0 };
      tally.asked += 1;
      if (outcome !== 'yes') tally.out += 1;
      if (outcome === 'unknown') tally.unknown += 1;
      rules.set(`${of} ${rule}`, tally);
    }
  const lines = records.filter((record) => record.of === 'line');
  const words = leftOutWords(lines.length, [...rules.values()], lines.filter((record) => record.eligible).length);
  return `Nobody is selected: ${words}`;
}
