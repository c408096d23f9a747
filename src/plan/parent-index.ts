import { expressionsIn } from './operands.ts';
import type { Plan } from './plan.ts';

/** The index that this one derives from: the first other one that the plan asks about. */
export function parentIndex(plan: Plan): string | undefined {
  for (const e of expressionsIn(plan)) if (e.op === 'constituent' && e.index !== undefined) return e.index;
  return undefined;
}
