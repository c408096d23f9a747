import type { Expression } from '../../model/expression.ts';
import type { LimitAction, LimitRule, Trigger } from '../../model/limit.ts';
import type { PolicyEffect, PolicyRule } from '../../model/policy.ts';
import type {
  DiscretionRule,
  EventRule,
  Field,
  Measure,
  Occurrence,
  Ranking,
  Rounding,
  Screen,
  Source,
  WeightingRule,
} from '../../model/section.ts';
import type { Tier } from '../../model/selection.ts';
import { phrases } from '../tokens/all.ts';
import { monthNames } from '../../calendar/index.ts';
import { br } from './break-lines.ts';
import { expressionText, valueText } from './expression-text.ts';
import { quoted } from './literal-text.ts';

const comma = `,${br}`;
const maybe = (text: string | undefined): string => text ?? '';

/** `lines` for `line`, `companies` for `company`; other domains keep their name. */
export function domainText(domain: string): string {
  return domain === 'line' ? 'lines' : domain === 'company' ? 'companies' : domain;
}

export function roundingText({ decimals, mode }: Rounding): string {
  return `${decimals} decimal${decimals === 1 ? '' : 's'} ${mode}`;
}

export function sourceText(source: Source): string {
  const texts = [source.title, source.publisher, source.edition, ...(source.url === undefined ? [] : [source.url])];
  return `${source.name} = ${texts.map(quoted).join(comma)}`;
}

export function fieldText(field: Field): string {
  return `${field.name} of ${field.of}: ${field.unit === 'yes/no' ? 'yes/no' : field.unit}`;
}

export function measureText(measure: Measure, width = 0): string {
  return `${measure.name.padEnd(width)} = ${expressionText(measure.value)}`;
}

export function rankingText(ranking: Ranking): string {
  const where = ranking.where && ` where ${expressionText(ranking.where)}`;
  const within = ranking.within && ` within ${ranking.within}`;
  const keys = ranking.keys.map((key) => `${valueText(key.value)}${maybe(key.order && `${comma}${key.order}`)}`);
  return `${ranking.name}: ${domainText(ranking.of)}${maybe(where)}${maybe(within)} by ${keys.join(`${comma}then by `)}`;
}

export function screenText(screen: Screen): string {
  const parts = [
    screen.everyone && expressionText(screen.everyone),
    screen.newcomers && `of newcomers ${expressionText(screen.newcomers)}`,
    screen.constituents && `of constituents ${expressionText(screen.constituents)}`,
  ];
  return `${screen.name}: ${screen.force} ${parts.filter((part) => part !== undefined).join(comma)}`;
}

export function tierText(tier: Tier): string {
  const { action, who, ranks, within, where, reach, upTo, atMost, membership } = tier;
  const group = maybe(within && ` within ${within}`);
  switch (action) {
    case 'decided':
      return `${tier.name}: decided`;
    case 'balance':
      return `${tier.name}: balance${group} to ${valueText(upTo!)}`;
    case 'fill': {
      // Not bare: the condition would be taken for part of an aggregate at the end of the number.
      const bound = where === undefined || upTo!.kind === 'number' ? valueText(upTo!) : `(${expressionText(upTo!)})`;
      return `${tier.name}: fill${maybe(who && ` with ${who}`)}${group} to ${bound}${maybe(where && ` where ${expressionText(where)}`)}`;
    }
    case 'take':
    case 'keep':
    case 'drop': {
      const whom = action === 'keep' ? ' constituents' : maybe(who && ` ${who}`);
      const ranked = ranks && ` ranked ${ranks.from} ${ranks.to === undefined ? 'or worse' : `to ${ranks.to}`}`;
      const mode = reach?.mode === 'closest to' ? 'is closest to' : reach?.mode;
      const parts = [
        ranked,
        group,
        where && `${br}where ${expressionText(where)}`.replace(br, ' '),
        reach && ` until ${reach.measure} ${mode} ${valueText(reach.target)}`,
        upTo && `${comma}up to ${valueText(upTo)}`,
        atMost && `${comma}at most ${valueText(atMost)}`,
        membership && `${comma}with membership ${valueText(membership)}`,
      ];
      return `${tier.name}: ${action}${whom}${parts.map((part) => part ?? '').join('')}`;
    }
    default:
      return action satisfies never;
  }
}

export function weightText(rule: WeightingRule): string {
  switch (rule.method) {
    case 'by':
      return `${rule.name}: weight ${domainText(rule.of)} by ${valueText(rule.value)}${maybe(rule.splitBy && `${comma}split by ${valueText(rule.splitBy)}`)}`;
    case 'equally':
      return `${rule.name}: weight ${domainText(rule.of)} equally${maybe(rule.splitBy && `${comma}split by ${valueText(rule.splitBy)}`)}`;
    case 'hold':
      return `${rule.name}: hold ${unitsText(rule.units)} of each ${rule.of}`;
    default:
      return rule satisfies never;
  }
}

export function limitText(rule: LimitRule): string {
  const { cohort } = rule;
  let who = '';
  if (cohort.kind === 'above') who = `for weights above ${valueText(cohort.threshold)}${comma}`;
  if (cohort.kind === 'largest') who = `for the ${cohort.count} largest weights${comma}`;
  if (cohort.kind === 'where') who = `for weights where ${expressionText(cohort.condition)}${comma}`;
  const others = rule.others && `${comma}others at most ${valueText(rule.others)}`;
  return `${rule.name}: ${who}${triggerText(rule.trigger)}${actionText(rule.action)}${maybe(others)}`;
}

function triggerText(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'always':
      return '';
    case 'any':
    case 'any below':
      return `when any weight ${trigger.op} ${valueText(trigger.bound)}${comma}`;
    case 'total':
      return `when their total ${trigger.op} ${valueText(trigger.bound)}${comma}`;
    default:
      return trigger satisfies never;
  }
}

function actionText(action: LimitAction): string {
  switch (action.kind) {
    case 'cap':
    case 'floor':
      return `${action.kind} each at ${valueText(action.bound)}`;
    case 'scale':
      return `scale them to total ${valueText(action.target)}`;
    case 'set':
      return `set each to ${expressionText(action.value)}`;
    case 'reduce':
      return `reduce the smallest to ${valueText(action.bound)} until their total is ${valueText(action.target)}`;
    case 'toward': {
      const until = action.above === undefined ? 'the largest' : `the total above ${valueText(action.above)}`;
      return `move them toward ${valueText(action.anchor)} until ${until} is ${valueText(action.target)}`;
    }
    default:
      return action satisfies never;
  }
}

export function eventText(event: EventRule): string {
  return `${event.name}: ${occursText(event.occurs)}${maybe(event.when && `${comma}when ${expressionText(event.when)}`)}`;
}

function occursText(occurs: Occurrence): string {
  if ('every' in occurs) return occurs.every === 'month' ? 'monthly' : 'daily';
  if ('months' in occurs) return `in ${occurs.months.map((month) => monthNames[month - 1]).join(comma)}`;
  if ('dates' in occurs) return `on ${occurs.dates.join(comma)}`;
  return 'when decided';
}

export function discretionText(rule: DiscretionRule): string {
  const when = rule.criteria && ` when ${expressionText(rule.criteria)}`;
  return `${rule.name}: ${quoted(rule.who)} may ${quoted(rule.may)} at ${rule.at}${maybe(when)}`;
}

export function policyText(rule: PolicyRule): string {
  return `${rule.name}: on ${rule.on}${comma}${rule.effects.map(effectText).join(comma)}`;
}

/** Before `of each line`, where a last word such as `largest` would be taken together with `of`. */
function unitsText(units: Expression): string {
  const text = valueText(units);
  const last = /[A-Za-z_0-9]+$/.exec(text)?.[0] ?? '';
  return phrases.get(last)?.next?.has('of') ? `(${text})` : text;
}

/** After `at`, where some words would be taken together with it. */
function priceText(price: Expression): string {
  const text = valueText(price);
  return /^(rank in|terms)\b/.test(text) ? `(${text})` : text;
}

function effectText(effect: PolicyEffect): string {
  switch (effect.effect) {
    case 'adjust shares':
    case 'adjust divisor':
    case 'reinvest':
    case 'ignore':
    case 'follow':
      return effect.effect;
    case 'add child':
      return `add child${effect.untilNextReview ? ' until next review' : ''}`;
    case 'remove':
      return `remove at ${typeof effect.at === 'string' ? effect.at : priceText(effect.at.price)}`;
    case 'convert':
      return 'convert at terms';
    case 'hold': {
      if (effect.removeAfter === undefined) return 'hold at last price';
      const days = `${effect.removeAfter} trading day${effect.removeAfter === 1 ? '' : 's'}`;
      return `hold at last price${comma}remove after ${days} at ${priceText(effect.price!)}`;
    }
    case 'update':
      if (effect.when === 'next review') return 'update at next review';
      return `update at once${maybe(effect.threshold && ` when at least ${valueText(effect.threshold)}`)}`;
    case 'replace':
      if (effect.by === 'nobody') return 'do not replace';
      return effect.by === 'highest ranked newcomer' ? 'replace by highest ranked newcomer' : effect.by;
    default:
      return effect satisfies never;
  }
}
