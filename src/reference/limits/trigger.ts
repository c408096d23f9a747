import { compareNumbers, type Decimal, sum } from '../decimal.ts';
import { boundOf, type Stage } from './stage-view.ts';

/** Whether a stage acts, with what was compared. A stage about nobody does not. */
export function tryTrigger(stage: Stage, cohort: number[]): { fired: boolean; observed?: Decimal; bound?: Decimal } {
  const { trigger } = stage.rule;
  const [first] = cohort;
  if (first === undefined) return { fired: false };
  switch (trigger.kind) {
    case 'always':
      return { fired: true };
    case 'total': {
      const observed = sum(cohort.map((i) => stage.weights[i]!));
      const bound = boundOf(stage, cohort, trigger.bound, first);
      return { fired: compared(observed, trigger.operator, bound), observed, bound };
    }
    case 'any': {
      const { operator } = trigger;
      const least = operator === '<' || operator === '<=';
      const bounds = new Map(cohort.map((i) => [i, boundOf(stage, cohort, trigger.bound, i)]));
      const fired = cohort.some((i) => compared(stage.weights[i]!, operator, bounds.get(i)!));
      // The largest (for a floor the smallest) weight is shown, with its own bound.
      const shown = cohort.reduce((a, b) => {
        const order = compareNumbers(stage.weights[b]!, stage.weights[a]!);
        return (least ? order < 0 : order > 0) ? b : a;
      });
      return { fired, observed: stage.weights[shown]!, bound: bounds.get(shown)! };
    }
    default:
      return trigger satisfies never;
  }
}

function compared(a: Decimal, operator: '>' | '>=' | '<' | '<=', b: Decimal): boolean {
  const order = compareNumbers(a, b);
  switch (operator) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    default:
      return operator satisfies never;
  }
}
