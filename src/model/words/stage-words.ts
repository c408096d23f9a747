import type { Cohort, LimitAction } from '../limit.ts';
import { comma } from './breaks.ts';
import { part, type Say } from './say.ts';

type Bound<E> = { bound: E } & ({ op: string } | { operator: string });
type Trigger<E> = { kind: 'always' } | ({ kind: 'any' | 'any below' | 'total' } & Bound<E>);
type Stage<E> = { cohort: Cohort<E>; trigger: Trigger<E>; action: LimitAction<E>; others?: E };

/** A stage of limits in words: `for weights above 4.5%, when their total >= 48%, scale them to total 40%`. */
export function stageWords<E>({ cohort, trigger, action, others }: Stage<E>, say: Say<E>): string {
  const rest = part(others, (e) => `${comma}others at most ${say.value(e)}`);
  return `${cohortWords(cohort, say)}${triggerWords(trigger, say)}${actionWords(action, say)}${rest}`;
}

function cohortWords<E>(cohort: Cohort<E>, say: Say<E>): string {
  switch (cohort.kind) {
    case 'all':
      return '';
    case 'above':
      return `for weights above ${say.value(cohort.threshold)}${comma}`;
    case 'largest':
      return `for the ${cohort.count} largest weights${comma}`;
    case 'where':
      return `for weights where ${say.whole(cohort.condition)}${comma}`;
    default:
      return cohort satisfies never;
  }
}

function triggerWords<E>(trigger: Trigger<E>, say: Say<E>): string {
  if (trigger.kind === 'always') return '';
  const operator = 'op' in trigger ? trigger.op : trigger.operator;
  const what = trigger.kind === 'total' ? 'their total' : 'any weight';
  return `when ${what} ${operator} ${say.value(trigger.bound)}${comma}`;
}

function actionWords<E>(action: LimitAction<E>, say: Say<E>): string {
  switch (action.kind) {
    case 'cap':
    case 'floor':
      return `${action.kind} each at ${say.value(action.bound)}`;
    case 'scale':
      return `scale them to total ${say.value(action.target)}`;
    case 'set':
      return `set each to ${say.whole(action.value)}`;
    case 'reduce':
      return `reduce the smallest to ${say.value(action.bound)} until their total is ${say.value(action.target)}`;
    case 'toward': {
      const until = action.above === undefined ? 'the largest' : `the total above ${say.value(action.above)}`;
      return `move them toward ${say.value(action.anchor)} until ${until} is ${say.value(action.target)}`;
    }
    default:
      return action satisfies never;
  }
}
