import { operandsOf } from '../../plan/operands.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import type { Scope } from './scope.ts';
import type { Session } from './session.ts';

/** What a review decides in its course: all of it, or only who is selected so far while a selection walks its candidates. */
type Progress = 'anything' | 'selected';

const known = { anything: new WeakMap<PlanExpression, boolean>(), selected: new WeakMap<PlanExpression, boolean>() };

/** Whether a value depends on what a review has decided so far: who is eligible, the sets made, and rankings of those. */
export function readsProgress(node: PlanExpression, session: Session, what: Progress = 'anything'): boolean {
  let answer = known[what].get(node);
  if (answer === undefined) {
    // Measures can't go in a circle except through `previous`, which is of an event that is done.
    known[what].set(node, false);
    answer = search(node, session, what);
    known[what].set(node, answer);
  }
  return answer;
}

function search(node: PlanExpression, session: Session, what: Progress): boolean {
  if (node.op === 'previous') return false;
  if (node.op === 'member' && (what === 'anything' || node.set === 'selected')) return true;
  if (node.op === 'set aggregate' && changes(node.over, what)) return true;
  if (node.op === 'measure')
    return session.plan.measures.some((m) => m.name === node.measure && readsProgress(m.value, session, what));
  if (node.op === 'rank' || node.op === 'cumulative' || node.op === 'at rank') {
    if (rankingReadsProgress(node.ranking, session, what)) return true;
  }
  return operandsOf(node).some((child) => readsProgress(child, session, what));
}

function changes(set: string, what: Progress): boolean {
  return what === 'selected' ? set === 'selected' : set !== 'universe' && set !== 'constituents';
}

function rankingReadsProgress(name: string, session: Session, what: Progress): boolean {
  return session.plan.rankings
    .filter((r) => r.name === name)
    .some((r) =>
      [...r.keys.map((k) => k.value), ...(r.where === undefined ? [] : [r.where])].some((e) =>
        readsProgress(e, session, what),
      ),
    );
}

/** Forgets the values that the step of a review just taken may have changed. */
export function forget(scope: Scope, what: Progress = 'anything'): void {
  const { session } = scope;
  for (const frame of scope.frames.values()) {
    for (const node of frame.columns.keys()) if (readsProgress(node, session, what)) frame.columns.delete(node);
    for (const node of frame.exact.keys()) if (readsProgress(node, session, what)) frame.exact.delete(node);
    for (const name of frame.rankings.keys())
      if (rankingReadsProgress(name, session, what)) frame.rankings.delete(name);
  }
}
