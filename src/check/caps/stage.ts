import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { LimitRule, LimitsSection } from '../../model/limit.ts';
import type { CheckContext } from '../context.ts';
import { daysOf } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { atMostRatio, literalOf, percent, ratioOf } from '../support/literal.ts';
import { domainWord } from '../walk/domain-word.ts';
import { basketCount } from './basket-count.ts';

/** RB4301 to RB4303, RB4305 and RB4306: what is wrong with one stage of limits by itself. */
export function stageFindings(
  context: CheckContext,
  section: LimitsSection,
  rule: LimitRule,
  pointer: string,
): Diagnostic[] {
  const outOfRange = percentages(context, rule, pointer);
  if (outOfRange.length > 0) return outOfRange;
  return [...againstTrigger(context, rule, pointer), ...tooSmall(context, section, rule, pointer)];
}

/** RB4305: a share of the index above 100%, or not above 0%. */
function percentages(context: CheckContext, rule: LimitRule, pointer: string): Diagnostic[] {
  const { action, cohort, trigger } = rule;
  const places: [string, Expression | undefined][] = [
    ['/cohort/threshold', cohort.kind === 'above' ? cohort.threshold : undefined],
    ['/trigger/bound', trigger.kind === 'always' ? undefined : trigger.bound],
    ['/action/bound', 'bound' in action ? action.bound : undefined],
    ['/action/target', 'target' in action ? action.target : undefined],
    ['/others', rule.others],
  ];
  return places.flatMap(([step, e]) => {
    const literal = e === undefined ? undefined : literalOf(e);
    if (literal?.unit !== 'ratio') return [];
    const zeroAllowed = step === '/cohort/threshold' || step === '/trigger/bound' || step === '/others';
    const low = literal.value.isNegative() && !literal.value.isZero() ? true : literal.value.isZero() && !zeroAllowed;
    if (!low && !literal.value.greaterThan(1)) return [];
    return [
      finding(
        'error',
        'RB4305',
        `${percent(literal.value)} is not a share of the index that \`${rule.name}\` could bound`,
        [context.span(`${pointer}${step}`)],
        'weights lie between 0% and 100%, and all of them make 100%',
        'correct the number',
      ),
    ];
  });
}

/**
 * RB4302: an action that does less than what sets it off, so that it acts and changes nothing, or the wrong way round.
 */
function againstTrigger(context: CheckContext, rule: LimitRule, pointer: string): Diagnostic[] {
  const { action, trigger } = rule;
  if (trigger.kind === 'always') return [];
  const bound = ratioOf(trigger.bound);
  const aim =
    action.kind === 'cap' && trigger.kind === 'any'
      ? action.bound
      : action.kind === 'floor' && trigger.kind === 'any below'
        ? action.bound
        : (action.kind === 'scale' || action.kind === 'reduce') && trigger.kind === 'total'
          ? action.target
          : action.kind === 'toward' && action.above === undefined && trigger.kind === 'any'
            ? action.target
            : undefined;
  const goal = aim === undefined ? undefined : ratioOf(aim);
  if (bound === undefined || goal === undefined) return [];
  const wrong = action.kind === 'floor' ? goal.lessThan(bound) : goal.greaterThan(bound);
  if (!wrong) return [];
  const step = 'target' in action && aim === action.target ? 'target' : 'bound';
  return [
    finding(
      'error',
      'RB4302',
      `\`${rule.name}\` acts at ${percent(bound)} but aims at ${percent(goal)}`,
      [
        context.span(`${pointer}/action/${step}`, 'aims at this'),
        context.span(`${pointer}/trigger/bound`, 'is set off by this'),
      ],
      action.kind === 'floor'
        ? 'what sets it off lies already above the floor that it would be lifted to'
        : 'what sets it off is already below what it would be cut to, so nothing is cut',
      action.kind === 'floor'
        ? 'lift to at least what sets it off'
        : 'aim at no more than what sets it off, for example `when any weight > 24%, cap each at 20%`',
    ),
  ];
}

/** RB4301, RB4303, RB4306: bounds that so many constituents cannot meet, because all weights together make 100%. */
function tooSmall(context: CheckContext, section: LimitsSection, rule: LimitRule, pointer: string): Diagnostic[] {
  const domain = domainWord(section.of);
  const count = basketCount(context.rulebook, domain, daysOf(section, rule));
  if (count === undefined) return [];
  const noun = domain === 'company' ? 'companies' : 'lines';
  const severity = section.infeasible === 'fail' ? 'error' : 'warning';
  const { action, cohort } = rule;
  if (action.kind === 'floor' && cohort.kind === 'all' && count.exactly) {
    const floor = ratioOf(action.bound);
    if (floor === undefined || !floor.times(count.most).greaterThan(1)) return [];
    return [
      finding(
        severity,
        'RB4306',
        `\`${rule.name}\` cannot be met: ${count.most} ${noun} at ${percent(floor)} or more make ${percent(floor.times(count.most))}`,
        [context.span(`${pointer}/action/bound`)],
        'all weights together make 100%',
        `lower the floor to at most ${percent(floor.pow(0).dividedBy(count.most))}, or select fewer`,
      ),
    ];
  }
  if (action.kind === 'cap' && cohort.kind === 'all') {
    const cap = ratioOf(action.bound);
    if (cap === undefined || !cap.times(count.most).lessThan(1)) return [];
    return [
      finding(
        severity,
        'RB4301',
        `\`${rule.name}\` cannot be met: ${count.most} ${noun} at ${percent(cap)} or less make at most ${percent(cap.times(count.most))}`,
        [context.span(`${pointer}/action/bound`)],
        'all weights together make 100%, so that so many cannot all stay below the cap',
        `raise the cap to at least ${percent(cap.pow(0).dividedBy(count.most))}, or select more`,
      ),
    ];
  }
  return others(context, rule, pointer, count.most, noun, severity);
}

/** RB4303: what the others may hold is not enough for what the cohort leaves to them. */
function others(
  context: CheckContext,
  rule: LimitRule,
  pointer: string,
  count: number,
  noun: string,
  severity: 'error' | 'warning',
): Diagnostic[] {
  const { action, cohort } = rule;
  const bound = rule.others === undefined ? undefined : atMostRatio(rule.others);
  if (bound === undefined) return [];
  // Of a cohort that acts at all there is at least one.
  const members = cohort.kind === 'largest' ? Math.min(cohort.count, count) : cohort.kind === 'above' ? 1 : undefined;
  const held =
    action.kind === 'scale'
      ? ratioOf(action.target)
      : action.kind === 'cap' && cohort.kind === 'largest'
        ? ratioOf(action.bound)?.times(cohort.count)
        : undefined;
  if (members === undefined || held === undefined || held.greaterThanOrEqualTo(1)) return [];
  const room = bound.times(count - members);
  const left = held.negated().plus(1);
  if (!room.lessThan(left)) return [];
  return [
    finding(
      severity,
      'RB4303',
      `\`${rule.name}\` cannot be met: the other ${count - members} ${noun} may hold at most ${percent(room)} of the ${percent(left)} left to them`,
      [context.span(`${pointer}/others`)],
      'what is cut from the large weights has to go somewhere, and all weights together make 100%',
      'raise the bound of the others or the target, or select more',
    ),
  ];
}
