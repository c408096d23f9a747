import { ACTION_WORDS, type ActionKind, type CorporateAction } from '../../market/index.ts';
import { policyHelp } from '../../model/usual-policies.ts';
import type { PlanPolicy } from '../../plan/plan.ts';
import type { PlanPolicyEffect } from '../../plan/plan-policy.ts';
import { type Review, scopeOf } from '../context.ts';
import { lineEntity } from '../entity.ts';
import { levelRulesOf } from '../level.ts';
import { problem } from '../problem.ts';
import { read } from '../read.ts';
import { numberOf } from '../value.ts';
import { dividend } from './dividend.ts';
import { convert } from './merger.ts';
import { leave, type Morning, note } from './morning.ts';
import { occasionOf, policyFor } from './policy.ts';
import { priceOfLeaving } from './removal.ts';
import { rights } from './rights.ts';
import { shareChange } from './share-change.ts';
import { spinOff } from './spin-off.ts';
import { split } from './split.ts';
import { endSuspensions } from './suspension.ts';
import { described } from './terms.ts';

/** The order in which the actions of one ex-date are taken; of one kind by line. */
const ORDER: ActionKind[][] = [
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

/** All actions of a morning on its basket. `review` is where the prices of policies are read. */
export function applyActions(morning: Morning, review: Review): void {
  for (const action of inOrder(morning)) {
    if (morning.basket.has(action.line)) apply(morning, action, review);
  }
  endSuspensions(morning, review);
}

/**
 * Actions with an ex-date after the day before, up to the day, in the order they are taken: by ex-date, then kind, then
 * line.
 */
export function inOrder({ market, before, day }: Pick<Morning, 'market' | 'before' | 'day'>): CorporateAction[] {
  const due = market.actions.filter((action) => before < action.exDate && action.exDate <= day);
  const place = ({ kind }: CorporateAction) => ORDER.findIndex((kinds) => kinds.includes(kind));
  return due
    .filter((action) => place(action) >= 0)
    .toSorted((a, b) => a.exDate - b.exDate || place(a) - place(b) || a.line - b.line);
}

export function apply(morning: Morning, action: CorporateAction, review: Review): void {
  const occasion = occasionOf(action.kind);
  if (occasion === undefined) {
    note(morning, ACTION_WORDS[action.kind], action.line, described(morning, action));
    return;
  }
  const policy = policyFor(morning, occasion, morning.day);
  if (policy === undefined) {
    if (occasion === 'symbol change') {
      note(morning, occasion, action.line, `now ${action.symbol ?? ''}`);
      return;
    }
    const published = levelRulesOf(morning, morning.day).variants.some((variant) => variant.kind !== 'price');
    if (occasion === 'cash dividend' && !published) return;
    throw problem('noPolicy', `${described(morning, action)} meets no policy`, policyHelp(occasion));
  }
  if (occasion !== 'cash dividend') note(morning, occasion, action.line, described(morning, action), policy.name);
  for (const effect of policy.effects) {
    if (morning.basket.has(action.line)) applyEffect(morning, action, policy, effect, review);
  }
}

function applyEffect(
  morning: Morning,
  action: CorporateAction,
  policy: PlanPolicy,
  effect: PlanPolicyEffect,
  review: Review,
): void {
  switch (effect.effect) {
    case 'adjust shares':
    case 'adjust divisor':
      adjust(morning, action, policy, effect.effect);
      break;
    case 'add child':
      spinOff(morning, action, { child: effect.untilNextReview ? 'until next review' : 'for good' });
      break;
    case 'remove':
      leave(morning, action.line, priceOfLeaving(morning, action, effect.at, review), policy.name);
      break;
    case 'convert':
      convert(morning, action, policy.name);
      break;
    case 'update': {
      if (effect.when === 'next review') break;
      const { threshold } = effect;
      const least = threshold && numberOf(read(threshold, scopeOf(review), lineEntity(action.line)));
      shareChange(morning, action, least);
      break;
    }
    // Seen by total and net return only, or by nothing; a held line keeps its last price; entrants come after all
    // actions.
    case 'reinvest':
    case 'ignore':
    case 'follow':
    case 'hold':
    case 'replace':
      break;
    default:
      effect satisfies never;
  }
}

function adjust(
  morning: Morning,
  action: CorporateAction,
  policy: PlanPolicy,
  effect: 'adjust shares' | 'adjust divisor',
): void {
  switch (action.kind) {
    case 'split':
    case 'stock_dividend':
      split(morning, action, effect);
      break;
    case 'cash_dividend':
    case 'special_dividend':
      dividend(morning, action, effect);
      break;
    case 'rights':
      rights(morning, action, effect);
      break;
    case 'spin_off':
      spinOff(morning, action, effect);
      break;
    default:
      throw problem('unfitPolicy', `\`${policy.name}\` cannot \`${effect}\` for ${described(morning, action)}`);
  }
}
