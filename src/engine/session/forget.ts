import { operandsOf } from '../columns/reads-windows.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import type { Scope } from './scope.ts';
import type { Session } from './session.ts';

const known = new WeakMap<PlanExpression, boolean>();

/** Whether a value depends on what a review has decided so far: who is eligible, the sets made, and rankings of those. */
export function readsProgress(node: PlanExpression, session: Session): boolean {
  let answer = known.get(node);
  if (answer === undefined) {
    // Measures can't go in a circle except through `previous`, which is of an event that is done.
    known.set(node, false);
    answer = search(node, session);
    known.set(node, answer);
  }
  return answer;
}

function search(node: PlanExpression, session: Session): boolean {
  if (node.op === 'previous') return false;
  if (node.op === 'member') return true;
  if (node.op === 'set aggregate' && node.over !== 'universe' && node.over !== 'constituents') return true;
  if (node.op === 'measure')
    return session.plan.measures.some((m) => m.name === node.measure && readsProgress(m.value, session));
  if (node.op === 'rank' || node.op === 'cumulative' || node.op === 'at rank') {
    if (rankingReadsProgress(node.ranking, session)) return true;
  }
  return operandsOf(node).some((child) => readsProgress(child, session));
}

function rankingReadsProgress(name: string, session: Session): boolean {
  return session.plan.rankings
    .filter((r) => r.name === name)
    .some((r) =>
      [...r.keys.map((k) => k.value), ...(r.where === undefined ? [] : [r.where])].some((e) =>
        readsProgress(e, session),
      ),
    );
}

/** Forgets the values that the step of a review just taken may have changed. */
export function forget(scope: Scope): void {
  const { session } = scope;
  for (const frame of scope.frames.values()) {
    for (const node of frame.columns.keys()) if (readsProgress(node, session)) frame.columns.delete(node);
    for (const node of frame.exact.keys()) if (readsProgress(node, session)) frame.exact.delete(node);
    for (const name of frame.rankings.keys()) if (rankingReadsProgress(name, session)) frame.rankings.delete(name);
  }
}
