import { ACTION_WORDS, type ActionKind, type CorporateAction, type Market } from '../../market/index.ts';
import type { Occasion } from '../../model/policy.ts';
import type { PlanPolicy } from '../../plan/plan.ts';
import { inForce } from '../session/in-force.ts';
import type { Session } from '../session/session.ts';

/** The policy for an occasion by the version in force on a day. */
export function policyFor({ plan }: Session, on: Occasion, day: number): PlanPolicy | undefined {
  return plan.policies.find((policy) => policy.on === on && inForce(policy, day));
}

/** The occasion that an action is; the end of a suspension is none. */
export function occasionOf(kind: ActionKind): Occasion | undefined {
  return kind === 'resumption' ? undefined : ACTION_WORDS[kind];
}

/** With these a line is no longer there. */
export const leaving: readonly ActionKind[] = ['merger_cash', 'merger_stock', 'delisting'];

// The order in which the actions of one ex-date are taken; of one kind by line.
const order: ActionKind[][] = [
  ['symbol_change'],
  ['split', 'stock_dividend'],
  ['cash_dividend', 'special_dividend'],
  ['rights'],
  ['spin_off'],
  ['share_change'],
  ['merger_cash', 'merger_stock'],
  ['delisting'],
  ['suspension'],
  ['resumption'],
];
const places = new Map(order.flatMap((kinds, place) => kinds.map((kind) => [kind, place] as const)));

/**
 * Actions with an ex-date after one day and up to another, in the order they are taken: by ex-date, then kind, then
 * line.
 */
export function actionsBetween(market: Market, before: number, day: number): CorporateAction[] {
  const { actions } = market;
  let low = 0;
  let high = actions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (actions[middle]!.exDate <= before) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < actions.length && actions[end]!.exDate <= day) end += 1;
  if (end === low) return none;
  return actions
    .slice(low, end)
    .filter((action) => places.has(action.kind))
    .sort((a, b) => a.exDate - b.exDate || places.get(a.kind)! - places.get(b.kind)! || a.line - b.line);
}

const none: CorporateAction[] = [];
