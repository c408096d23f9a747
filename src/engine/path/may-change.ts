import { parentIndex } from '../../plan/parent-index.ts';
import { inForce } from '../session/in-force.ts';
import type { Session } from '../session/session.ts';
import type { Holdings } from './basket.ts';
import { publishedOn } from '../review/published.ts';
import { actionsBetween, policyFor } from './policy.ts';
import { divisorDecision } from './decided-divisor.ts';
import { suspensionOf } from './suspensions.ts';

/** Whether anything may happen to a basket before the open of a day: an action on a held line, the end of a wait, a change of the parent, a divisor set. */
export function mayChange(session: Session, before: number, day: number, held: Holdings<unknown>): boolean {
  for (const action of actionsBetween(session.market, before, day)) if (held.has(action.line)) return true;
  if (divisorDecision(session, before, day) !== undefined) return true;
  return waits(session, day, held) || parentMoves(session, before, day);
}

function waits(session: Session, day: number, held: Holdings<unknown>): boolean {
  const hold = policyFor(session, 'suspension', day)?.effects.some(
    (e) => e.effect === 'hold' && e.removeAfter !== undefined,
  );
  if (hold !== true) return false;
  return suspendedLines(session).some(
    (line) => held.has(line) && suspensionOf(session.market, line, day) !== undefined,
  );
}

const lines = new WeakMap<Session, number[]>();

function suspendedLines(session: Session): number[] {
  let known = lines.get(session);
  if (known === undefined) {
    known = [...new Set(session.market.actions.filter((a) => a.kind === 'suspension').map((a) => a.line))];
    lines.set(session, known);
  }
  return known;
}

const parents = new WeakMap<Session, Set<number>>();

/** Whether the parent's published membership changes between two days. */
function parentMoves(session: Session, before: number, day: number): boolean {
  if (!session.plan.policies.some((p) => p.on === 'parent change' && inForce(p, day))) return false;
  let changes = parents.get(session);
  if (changes === undefined) {
    const parent = parentIndex(session.plan);
    const rows = session.market.constituents.filter((row) => row.index === parent);
    changes = new Set(rows.flatMap((row) => [row.from, row.until]));
    parents.set(session, changes);
  }
  for (let d = before + 1; d <= day; d += 1) {
    if (!changes.has(d)) continue;
    const parent = parentIndex(session.plan)!;
    const [were, are] = [
      publishedOn(session.market, parent, before).lines,
      publishedOn(session.market, parent, day).lines,
    ];
    if (were.some((flag, line) => flag !== are[line])) return true;
  }
  return false;
}
