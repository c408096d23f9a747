import { isoDate } from '../../calendar/index.ts';
import { ACTION_WORDS, type CorporateAction, shareCountBefore } from '../../market/index.ts';
import { policyHelp } from '../../model/usual-policies.ts';
import type { PlanPolicy } from '../../plan/plan.ts';
import type { PlanPolicyEffect } from '../../plan/plan-policy.ts';
import { exactOperand } from '../exact/exact-value.ts';
import { compareDecimals, Decimal, decimalOf, one, zero } from '../numbers/decimal.ts';
import { lineCalled } from '../session/called.ts';
import { problem } from '../session/problem.ts';
import { referenceFrame, type Scope } from '../session/scope.ts';
import { levelAt } from '../session/versions.ts';
import { join, leave, setHolding, type Morning, note, priceNow, setShares } from './morning.ts';
import { sortedLines } from './basket-value.ts';
import { divisorDecision } from './decided-divisor.ts';
import { actionsBetween, occasionOf, policyFor } from './policy.ts';
import { closeOn, priceOn } from './prices.ts';
import { suspensionOf } from './suspensions.ts';
import { aboveZero, described, money, priceOfLeaving, statedPrice, term, termsOf } from './terms.ts';

type Adjusting = 'adjust shares' | 'adjust divisor';

/** All actions of a morning on its basket. `scope` is where the prices and thresholds of policies are read. */
export function applyActions<S>(morning: Morning<S>, scope: Scope): void {
  const { session, before, day } = morning;
  for (const action of actionsBetween(session.market, before, day)) {
    if (morning.basket.has(action.line)) applyAction(morning, action, scope);
  }
  endSuspensions(morning, scope);
}

export function applyAction<S>(morning: Morning<S>, action: CorporateAction, scope: Scope): void {
  const { session, day } = morning;
  const occasion = occasionOf(action.kind);
  if (occasion === undefined) {
    note(morning, ACTION_WORDS[action.kind], action.line, described(morning as Morning<never>, action));
    return;
  }
  const policy = policyFor(session, occasion, day);
  if (policy === undefined) {
    if (occasion === 'symbol change') {
      note(morning, occasion, action.line, `now ${action.symbol ?? ''}`);
      return;
    }
    const published = levelAt(session, day).variants.some((variant) => variant.kind !== 'price');
    if (occasion === 'cash dividend' && !published) return;
    const called = lineCalled(session.market, action.line, day);
    throw problem('noPolicy', `the ${occasion} of ${called} on ${isoDate(day)} meets no policy`, policyHelp(occasion));
  }
  if (occasion !== 'cash dividend') {
    note(morning, occasion, action.line, described(morning as Morning<never>, action), policy.name);
  }
  for (const effect of policy.effects) {
    if (morning.basket.has(action.line)) applyEffect(morning, action, policy, effect, scope);
  }
}

function applyEffect<S>(
  morning: Morning<S>,
  action: CorporateAction,
  policy: PlanPolicy,
  effect: PlanPolicyEffect,
  scope: Scope,
): void {
  const any = morning as Morning<never>;
  switch (effect.effect) {
    case 'adjust shares':
    case 'adjust divisor':
      adjust(morning, action, policy, effect.effect);
      break;
    case 'add child':
      addChild(morning, action, effect.untilNextReview);
      break;
    case 'remove':
      leave(morning, action.line, priceOfLeaving(any, action, effect.at, scope), policy.name);
      break;
    case 'convert':
      convert(morning, action, policy.name);
      break;
    case 'update': {
      if (effect.when === 'next review') break;
      const ratio = shareChange(any, action);
      const least =
        effect.threshold === undefined
          ? undefined
          : exactOperand(referenceFrame(scope), effect.threshold, action.line, 'line');
      if (least instanceof Decimal && compareDecimals(ratio.minus(one).abs(), least) < 0) break;
      scale(morning, action.line, ratio);
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

function scale<S>(morning: Morning<S>, line: number, by: Decimal): void {
  const { numbers } = morning.world;
  setShares(morning, line, numbers.multiply(morning.basket.get(line)!.shares, numbers.of(by)));
}

function adjust<S>(morning: Morning<S>, action: CorporateAction, policy: PlanPolicy, effect: Adjusting): void {
  const { line } = action;
  const any = morning as Morning<never>;
  const price = () => priceNow(morning, line);
  // The price before over the price after keeps the value.
  const moveTo = (after: Decimal) => {
    const by = price().div(after);
    morning.prices.set(line, after);
    if (effect === 'adjust shares') scale(morning, line, by);
  };
  switch (action.kind) {
    case 'split':
    case 'stock_dividend': {
      const stated = term(any, action, 'ratio');
      const ratio = aboveZero(any, action, action.kind === 'stock_dividend' ? stated.plus(one) : stated);
      morning.prices.set(line, price().div(ratio));
      if (effect === 'adjust shares') scale(morning, line, ratio);
      break;
    }
    case 'cash_dividend':
    case 'special_dividend': {
      const amount = money(any, action, 'amount');
      const after = aboveZero(any, action, price().minus(amount));
      const { numbers } = morning.world;
      const gross = numbers.multiply(morning.basket.get(line)!.shares, numbers.of(amount));
      morning.paid.push({ line, gross, taken: effect === 'adjust divisor' });
      moveTo(after);
      break;
    }
    case 'rights': {
      const [ratio, at] = [term(any, action, 'ratio'), money(any, action, 'price')];
      if (compareDecimals(at, price()) >= 0) break;
      const more = one.plus(ratio);
      const after = aboveZero(any, action, price().plus(ratio.times(at)).div(more));
      if (effect === 'adjust shares') moveTo(after);
      else {
        morning.prices.set(line, after);
        scale(morning, line, more);
      }
      break;
    }
    case 'spin_off': {
      const value = childValue(morning, action);
      const { session, before, day } = morning;
      if (value === undefined && divisorDecision(session, before, day) === undefined) {
        throw problem(
          'missingTerms',
          `${described(any, action)} has no price, and there is no close of a new line`,
          'Give the action a `price`, or its new line a close on that day',
        );
      }
      const after = afterSpinOff(morning, action, value ?? zero);
      if (effect === 'adjust shares') moveTo(aboveZero(any, action, after));
      else morning.prices.set(line, after);
      break;
    }
    default:
      throw problem('unfitPolicy', `\`${policy.name}\` cannot \`${effect}\` for ${described(any, action)}`);
  }
}

function afterSpinOff<S>(morning: Morning<S>, action: CorporateAction, value: Decimal): Decimal {
  const any = morning as Morning<never>;
  const after = priceNow(morning, action.line).minus(term(any, action, 'ratio').times(value));
  return after.lt(0) ? aboveZero(any, action, after) : after;
}

/** The price that the action states, else the child's close of its first day, if there is one. */
function childValue<S>(morning: Morning<S>, action: CorporateAction): Decimal | undefined {
  if (action.price !== undefined) return money(morning as Morning<never>, action, 'price');
  const { other } = action;
  const { session, day } = morning;
  return other === undefined || closeOn(session, other, day) === undefined ? undefined : priceOn(session, other, day);
}

function addChild<S>(morning: Morning<S>, action: CorporateAction, untilNextReview: boolean): void {
  const { numbers } = morning.world;
  const any = morning as Morning<never>;
  const parent = morning.basket.get(action.line)!;
  const ratio = term(any, action, 'ratio');
  const known = childValue(morning, action);
  const child = action.other;
  if (known === undefined && child !== undefined) {
    const example = `${morning.session.market.lines.ids[child]} ${isoDate(action.exDate)}`;
    const message = 'a spun-off line counts for nothing until it trades';
    morning.session.warnings.addOnce('RB7114', message, example);
  }
  const value = known ?? zero;
  morning.prices.set(action.line, afterSpinOff(morning, action, value));
  if (child === undefined) throw problem('missingTerms', `${described(any, action)} names no new line`);
  const isNew = !morning.basket.has(child);
  const shares = numbers.multiply(parent.shares, numbers.of(ratio));
  join(morning, { ...parent, line: child, untilNextReview, shares }, value);
  if (isNew) note(morning, 'added', child, `spun off by ${morning.session.market.lines.ids[action.line]}`);
}

/**
 * A merger for stock: the acquirer, if held, gets the target's shares by the ratio; the target leaves at what the terms
 * give.
 */
function convert<S>(morning: Morning<S>, action: CorporateAction, policy: string): void {
  const price = termsOf(morning as Morning<never>, action);
  gain(morning, action);
  leave(morning, action.line, price, policy);
}

/** What an acquirer that is held gets for the shares of the target. */
export function gain<S>(morning: Morning<S>, action: CorporateAction): void {
  const { basket, beside } = morning;
  const { numbers } = morning.world;
  const { line, other } = action;
  if (other === undefined || !(basket.has(other) || beside?.has(other))) return;
  const ratio = numbers.of(term(morning as Morning<never>, action, 'ratio'));
  const shares = numbers.multiply(basket.get(line)!.shares, ratio);
  const held = basket.get(other);
  if (held !== undefined) setShares(morning, other, numbers.add(held.shares, shares));
  else setHolding(morning, { line: other, shares, capFactor: numbers.of(one), membership: one });
}

/**
 * The new count ÷ the old: as stated, or from the count known before (a field, else the share change before) and the
 * splits since.
 */
function shareChange(morning: Morning<never>, action: CorporateAction): Decimal {
  if (action.ratio !== undefined) return decimalOf(action.ratio);
  const { market } = morning.session;
  const past = market.actions.filter((a) => a.line === action.line && a.exDate <= action.exDate);
  const field = shareCountBefore(market, action.line, action.exDate);
  const counted = past.findLast((a) => a.kind === 'share_change' && a.exDate < action.exDate);
  if (field === undefined && counted === undefined) {
    const what = described(morning, action);
    throw problem(
      'missingTerms',
      `${what} has no ratio, and there is neither a field \`shares_outstanding\` nor a share change before it to measure it by`,
    );
  }
  let old = field === undefined ? term(morning, counted!, 'value') : decimalOf(field.value);
  const since = field?.day ?? counted!.exDate;
  for (const a of past.filter((e) => e.exDate > since)) {
    if (a.kind === 'split') old = old.times(term(morning, a, 'ratio'));
    if (a.kind === 'stock_dividend') old = old.times(term(morning, a, 'ratio').plus(one));
  }
  if (!old.gt(0)) throw problem('impossibleTerms', `${described(morning, action)} starts from no shares at all`);
  return term(morning, action, 'value').div(old);
}

/** Lines that have been suspended for as many index days as the policy waits leave at its price. */
function endSuspensions<S>(morning: Morning<S>, scope: Scope): void {
  const { session, day, before } = morning;
  const policy = policyFor(session, 'suspension', day);
  const hold = policy?.effects.find((effect) => effect.effect === 'hold');
  if (policy === undefined || hold?.removeAfter === undefined) return;
  for (const line of sortedLines(morning.basket)) {
    const suspended = suspensionOf(session.market, line, day);
    if (suspended === undefined) continue;
    if (session.calendar.sessionsBetween(suspended.exDate, before).length < hold.removeAfter) continue;
    const price =
      hold.price === undefined
        ? priceNow(morning, line)
        : statedPrice(morning as Morning<never>, suspended, hold.price, scope);
    leave(morning, line, price, policy.name);
  }
}
