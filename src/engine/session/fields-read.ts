import { expressionsIn, operandsOf } from '../../plan/operands.ts';
import type { Plan } from '../../plan/plan.ts';

/** The fields that a plan reads as of a day, not only day by day inside windows. */
export function fieldsReadAsOf(plan: Plan): Set<string> {
  const read = expressionsIn(plan, (e) => (e.op === 'window' ? [] : operandsOf(e)));
  return new Set(read.flatMap((e) => (e.op === 'field' ? [e.field] : [])));
}
