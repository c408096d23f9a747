import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { planOf, smallRulebook } from '../../test/support/plan-of.ts';
import { asOf } from './as-of.ts';
import { onOneLine } from '../model/words/breaks.ts';
import { stageWords } from '../model/words/stage-words.ts';
import { policyWords } from '../model/words/policy-words.ts';
import { tierWords } from '../model/words/tier-words.ts';
import { formatText, readRulebook } from '../syntax/index.ts';
import { describePlan } from './describe.ts';
import { asWritten } from './print-expression.ts';

const root = resolve(import.meta.dirname, '../..');
const schema = JSON.parse(readFileSync(join(root, 'grammar/plan.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ strictTypes: false }).compile(schema);
const rulebooks = readdirSync(join(root, 'methodologies'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.rulebook'))
  .map((name) => [name, readFileSync(join(root, 'methodologies', name), 'utf8')] as const);

describe.each(rulebooks)('%s', (name, text) => {
  const plan = planOf(text, name);

  test('its plan is as the schema says', () => {
    validate(JSON.parse(JSON.stringify(plan)));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('every rule is named in the words of the plan', () => {
    const words = describePlan(plan);
    const rules = [
      ...plan.measures,
      ...plan.rankings,
      ...plan.screens,
      ...plan.weightings,
      ...plan.events,
      ...plan.policies,
    ];
    expect(rules.filter((r) => !words.includes(`${r.name}`)).map((r) => r.name)).toEqual([]);
    expect(words).not.toMatch(/undefined|\[object/);
  });

  test('its steps, limits and policies are said as the rulebook says them', () => {
    // Conditions of a plan may have parentheses that a rulebook needs not.
    const bare = (words: string) => words.replaceAll(/[()]/g, '').replaceAll(/\s+/g, ' ');
    const rulebookWords = bare(formatText(readRulebook(text, name).rulebook!));
    const said = (rule: { name: string }, words: string) => bare(`${rule.name}: ${onOneLine(words)}`);
    const sentences = [
      ...plan.selections.flatMap((s) => s.tiers).map((t) => said(t, tierWords(t, asWritten, asWritten.whole))),
      ...plan.limits.flatMap((l) => l.stages).map((l) => said(l, stageWords(l, asWritten))),
      ...plan.policies.map((p) => said(p, policyWords(p, asWritten))),
    ];
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter((sentence) => !rulebookWords.includes(sentence))).toEqual([]);
  });

  test('as of a day no rule stands twice', () => {
    const day = asOf(plan, '2023-06-30');
    const names = (rules: { name: string }[]) => rules.map((r) => r.name).sort();
    for (const rules of [day.measures, day.rankings, day.events, day.policies])
      expect(names(rules)).toEqual([...new Set(names(rules))]);
  });
});

test('the schema refuses what a plan does not have', () => {
  const plan = planOf(smallRulebook(''));
  expect(validate({ ...plan, more: 1 })).toBe(false);
  expect(validate({ ...plan, level: { ...plan.level, base: { value: '1e2', date: '2020-01-31' } } })).toBe(false);
});

test('one is told as one', () => {
  const text = smallRulebook(`maintenance
  halted: on suspension, hold at last price, remove after 1 trading day at 0 USD
`);
  expect(describePlan(planOf(text))).toContain('hold at last price, remove after 1 trading day at 0 USD\n');
  expect(describePlan(planOf(text.replace('2 decimals', '1 decimal')))).toContain('round level to 1 decimal half up\n');
});

test('a plan in words', () => {
  const text = smallRulebook(`fields
  cap of company: USD

eligibility of companies  from 2021-01-01
  large: require cap >= 1 billion USD, of constituents cap >= 0.5 billion USD
`);
  expect(describePlan(planOf(text)).replace(/plan [0-9a-f]{64}/, 'plan …')).toBe(`DEMO "Demonstration" in USD on XNYS
plan …

fields
  cap of company: USD

universe
  lines

eligibility
  large of companies: require cap >= 1 billion USD, of constituents cap >= 0.5 billion USD  from 2021-01-01

level
  base 100 on 2020-01-31
  returns price, net after 30% tax
  round level to 2 decimals half up
`);
});
