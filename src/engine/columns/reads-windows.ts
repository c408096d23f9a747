import type { PlanExpression } from '../../plan/expression.ts';
import { operandsOf } from '../../plan/operands.ts';
import type { Session } from '../session/session.ts';

const known = new WeakMap<PlanExpression, boolean>();

/** Whether a value is costly to find: it looks over a window, itself or through measures, in its own domain. */
export function readsWindows(node: PlanExpression, session: Session): boolean {
  let answer = known.get(node);
  if (answer === undefined) {
    // A measure may be made of its own earlier value.
    known.set(node, false);
    answer = search(node, session);
    known.set(node, answer);
  }
  return answer;
}

function search(node: PlanExpression, session: Session): boolean {
  if (node.op === 'window' || node.op === 'months') return true;
  if (node.op === 'measure') {
    return session.plan.measures.some((m) => m.name === node.measure && readsWindows(m.value, session));
  }
  return operandsOf(node).some((child) => readsWindows(child, session));
}
