import type { Plan } from '../../src/plan/plan.ts';
import type { Written } from './case-file.ts';

/** The plan with a number in place of the value of some measures. */
export function withNumbers(plan: Plan, numbers: Record<string, Written>): Plan {
  for (const name of Object.keys(numbers))
    if (plan.measures.every((m) => m.name !== name)) throw new Error(`the rulebook has no measure \`${name}\``);
  const measures = plan.measures.map((measure): Plan['measures'][number] => {
    const value = numbers[measure.name];
    return value === undefined
      ? measure
      : { ...measure, domain: 'all', value: { op: 'number', value, domain: 'all', type: 'number' } };
  });
  return { ...plan, measures };
}
