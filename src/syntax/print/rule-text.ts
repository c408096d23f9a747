import type { Expression } from '../../model/expression.ts';
import type { LimitRule } from '../../model/limit.ts';
import type { PolicyRule } from '../../model/policy.ts';
import type {
  DiscretionRule,
  EventRule,
  Field,
  Measure,
  Ranking,
  Screen,
  Source,
  WeightingRule,
} from '../../model/section.ts';
import type { Tier } from '../../model/selection.ts';
import { comma } from '../../model/words/breaks.ts';
import { stageWords } from '../../model/words/stage-words.ts';
import { quoted } from '../../model/words/plain-words.ts';
import { policyWords } from '../../model/words/policy-words.ts';
import {
  discretionWords,
  eventWords,
  rankingWords,
  screenWords,
  weightingWords,
} from '../../model/words/rule-words.ts';
import type { Say } from '../../model/words/say.ts';
import { tierWords } from '../../model/words/tier-words.ts';
import { phrases } from '../tokens/all.ts';
import { expressionText, valueText } from './expression-text.ts';

const say: Say<Expression> = {
  whole: expressionText,
  value: valueText,
  beforeWhere: (e) => (e.kind === 'number' ? valueText(e) : `(${expressionText(e)})`),
  beforeOf: (e) => {
    const text = valueText(e);
    const last = /[A-Za-z_0-9]+$/.exec(text)?.[0] ?? '';
    return phrases.get(last)?.next?.has('of') ? `(${text})` : text;
  },
};

export function sourceText(source: Source): string {
  const texts = [source.title, source.publisher, source.edition, ...(source.url === undefined ? [] : [source.url])];
  return `${source.name} = ${texts.map(quoted).join(comma)}`;
}

export function fieldText(field: Field): string {
  return `${field.name} of ${field.of}: ${field.unit}`;
}

export function measureText(measure: Measure, width = 0): string {
  return `${measure.name.padEnd(width)} = ${expressionText(measure.value)}`;
}

export const rankingText = (ranking: Ranking): string => `${ranking.name}: ${rankingWords(ranking, say)}`;

export const screenText = (screen: Screen): string => `${screen.name}: ${screenWords(screen, say)}`;

export const tierText = (tier: Tier): string => `${tier.name}: ${tierWords(tier, say, (measure) => measure)}`;

export function weightText(rule: WeightingRule): string {
  return `${rule.name}: ${weightingWords(rule.method === 'hold' ? { ...rule, value: rule.units } : rule, say)}`;
}

export const limitText = (rule: LimitRule): string => `${rule.name}: ${stageWords(rule, say)}`;

export const eventText = (event: EventRule): string => `${event.name}: ${eventWords(event, say)}`;

export const discretionText = (rule: DiscretionRule): string => `${rule.name}: ${discretionWords(rule, rule.at, say)}`;

export const policyText = (rule: PolicyRule): string => `${rule.name}: ${policyWords(rule, say)}`;
