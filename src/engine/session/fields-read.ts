import type { Plan } from '../../plan/plan.ts';

/** The fields that a plan reads as of a day, not only day by day inside windows. */
export function fieldsReadAsOf(plan: Plan): Set<string> {
  const found = new Set<string>();
  gather(plan, found);
  return found;
}

function gather(part: unknown, found: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  if ('op' in part && part.op === 'window') return;
  if ('op' in part && part.op === 'field' && 'field' in part) found.add(String(part.field));
  for (const inner of Object.values(part)) gather(inner, found);
}
