import type { Decimal } from 'decimal.js';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { LimitRule, LimitsSection } from '../../model/limit.ts';
import type { CheckContext } from '../context.ts';
import { common, daysOf, isNone } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { percent, ratioOf } from '../support/literal.ts';

/** RB4304: a stage that the cap just before it leaves nothing to do. RB4307: a floor above a cap. */
export function betweenStages(context: CheckContext, section: LimitsSection, pointer: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  section.rules.forEach((rule, i) => {
    const cap = capsBefore(section, i);
    const reach = cap === undefined ? undefined : reachOf(rule);
    if (cap !== undefined && reach?.needs.greaterThanOrEqualTo(cap.bound.times(reach.members))) {
      found.push(
        finding(
          'error',
          'RB4304',
          `\`${rule.name}\` never acts: \`${section.rules[cap.index]!.name}\` leaves no weight above ${percent(cap.bound)}`,
          [
            context.span(`${pointer}/rules/${i}${reach.step}`, 'is never exceeded'),
            context.span(`${pointer}/rules/${cap.index}`, 'comes before it'),
          ],
          'stages run in order, and after the cap there is nothing for this stage to find',
          'lower its threshold, raise the cap, or change the order of the stages',
        ),
      );
    }
    const clash = section.rules.findIndex((other, k) => k < i && floorAboveCap(rule, other) && together(rule, other));
    if (clash >= 0) {
      found.push(
        finding(
          'error',
          'RB4307',
          `\`${rule.name}\` and \`${section.rules[clash]!.name}\` cannot both be met: the floor is above the cap`,
          [context.span(`${pointer}/rules/${i}/action/bound`), context.span(`${pointer}/rules/${clash}/action/bound`)],
          'no weight is both at least the floor and at most the cap',
          'lower the floor or raise the cap',
        ),
      );
    }
  });
  return found;
}

/**
 * The lowest bound that the caps on all weights directly before a stage leave, if nothing between can lift a weight
 * again.
 */
function capsBefore(section: LimitsSection, index: number): { bound: Decimal; index: number } | undefined {
  let best: { bound: Decimal; index: number } | undefined;
  for (let k = index - 1; k >= 0; k--) {
    const rule = section.rules[k]!;
    if (rule.action.kind !== 'cap' || rule.cohort.kind !== 'all') return best;
    // A cap that is not in force all the time the stage is leaves it something to do.
    if (!covers(rule, section.rules[index]!)) return best;
    const cap = ratioOf(rule.action.bound);
    const trigger =
      rule.trigger.kind === 'always' ? cap : rule.trigger.kind === 'any' ? ratioOf(rule.trigger.bound) : undefined;
    if (cap === undefined || trigger === undefined) continue;
    const bound = trigger.greaterThan(cap) ? trigger : cap;
    if (best === undefined || bound.lessThan(best.bound)) best = { bound, index: k };
  }
  return best;
}

/** What a stage needs some weights to exceed before it acts: `members` of them together. */
function reachOf(rule: LimitRule): { needs: Decimal; members: number; step: string } | undefined {
  const { cohort, trigger } = rule;
  if (trigger.kind === 'any' && trigger.op === '>') {
    const needs = ratioOf(trigger.bound);
    if (needs !== undefined) return { needs, members: 1, step: '/trigger/bound' };
  }
  if (cohort.kind === 'above' && (trigger.kind === 'any' || trigger.kind === 'total' || trigger.kind === 'always')) {
    const needs = ratioOf(cohort.threshold);
    return needs === undefined ? undefined : { needs, members: 1, step: '/cohort/threshold' };
  }
  if (cohort.kind === 'largest' && trigger.kind === 'total' && trigger.op === '>') {
    const needs = ratioOf(trigger.bound);
    return needs === undefined ? undefined : { needs, members: cohort.count, step: '/trigger/bound' };
  }
  return undefined;
}

function floorAboveCap(a: LimitRule, b: LimitRule): boolean {
  const floor = a.action.kind === 'floor' ? a : b.action.kind === 'floor' ? b : undefined;
  const cap = a.action.kind === 'cap' ? a : b.action.kind === 'cap' ? b : undefined;
  if (floor?.action.kind !== 'floor' || cap?.action.kind !== 'cap') return false;
  if (floor.cohort.kind !== 'all' || cap.cohort.kind !== 'all') return false;
  const [low, high] = [ratioOf(floor.action.bound), ratioOf(cap.action.bound)];
  return low !== undefined && high !== undefined && low.greaterThan(high);
}

function together(a: LimitRule, b: LimitRule): boolean {
  return !isNone(common(daysOf(a), daysOf(b)));
}

function covers(a: LimitRule, b: LimitRule): boolean {
  const [outer, inner] = [daysOf(a), daysOf(b)];
  return outer.from <= inner.from && outer.until >= inner.until;
}
