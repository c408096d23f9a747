import type { PlanLimit } from './plan-limit.ts';
import { printAsWritten as say } from './print-expression.ts';

/** A stage of limits in words: `for weights above 4.5%, when their total >= 48%, scale them to total 40%`. */
export function describeLimit(stage: PlanLimit): string {
  const others = stage.others === undefined ? '' : `, others at most ${say(stage.others)}`;
  return `${cohort(stage)}${trigger(stage)}${action(stage)}${others}`;
}

function cohort({ cohort: c }: PlanLimit): string {
  switch (c.kind) {
    case 'all':
      return '';
    case 'above':
      return `for weights above ${say(c.threshold)}, `;
    case 'largest':
      return `for the ${c.count} largest weights, `;
    case 'where':
      return `for weights where ${say(c.condition)}, `;
    default:
      return c satisfies never;
  }
}

function trigger({ trigger: t }: PlanLimit): string {
  switch (t.kind) {
    case 'always':
      return '';
    case 'any':
      return `when any weight ${t.operator} ${say(t.bound)}, `;
    case 'total':
      return `when their total ${t.operator} ${say(t.bound)}, `;
    default:
      return t satisfies never;
  }
}

function action({ action: a }: PlanLimit): string {
  switch (a.kind) {
    case 'cap':
    case 'floor':
      return `${a.kind} each at ${say(a.bound)}`;
    case 'scale':
      return `scale them to total ${say(a.target)}`;
    case 'set':
      return `set each to ${say(a.value)}`;
    case 'reduce':
      return `reduce the smallest to ${say(a.bound)} until their total is ${say(a.target)}`;
    case 'toward': {
      const until = a.above === undefined ? 'the largest' : `the total above ${say(a.above)}`;
      return `move them toward ${say(a.anchor)} until ${until} is ${say(a.target)}`;
    }
    default:
      return a satisfies never;
  }
}
