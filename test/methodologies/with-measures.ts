import type { Plan } from '../../src/plan/plan.ts';
import type { DecisionRecord } from '../../src/run/run.ts';
import type { Case } from './case-file.ts';

const mark = 'value of ';

/** The plan with a guideline for each measure that a case expects, so that the decision records tell its values. Guidelines decide nothing. */
export function withMeasures(plan: Plan, facts: Case['expect']): Plan {
  const names = new Set(facts.flatMap((fact) => Object.keys(fact.measures ?? {})));
  const screens = [...names].map((name): Plan['screens'][number] => {
    const measure = plan.measures.find((m) => m.name === name);
    if (measure === undefined) throw new Error(`the rulebook has no measure \`${name}\``);
    const value = { op: 'measure' as const, measure: name, domain: measure.domain, type: measure.value.type };
    return {
      name: `${mark}${name}`,
      pointer: measure.pointer,
      of: measure.domain === 'line' ? 'line' : 'company',
      force: 'guideline',
      everyone: {
        op: 'compare',
        operator: 'is',
        left: value,
        right: { op: 'number', value: '0', domain: 'all', type: 'number' },
        domain: measure.domain,
        type: 'yes/no',
      },
    };
  });
  return { ...plan, screens: [...plan.screens, ...screens] };
}

/** The value of a measure that the records of a line or company tell (12 significant digits). */
export function measureOf(records: DecisionRecord[], name: string, id: string): string | undefined {
  const rule = records
    .filter((record) => record.id === id)
    .flatMap((record) => record.rules)
    .find((r) => r.rule === `${mark}${name}`);
  return /\((.*)\)$/.exec(rule?.compared[0]?.left ?? '')?.[1];
}

/** Whether a rule outcome is one of those that {@link withMeasures} adds. */
export function isMeasure(rule: string): boolean {
  return rule.startsWith(mark);
}
