import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Period } from '../../model/rulebook.ts';
import type { CheckContext } from '../context.ts';
import { type DatedRule, datedRules } from '../support/dated-rule.ts';
import { common, day, daysOf, daysText, isNone } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { lifeOf } from '../support/life.ts';
import { duringEvents } from './uses.ts';

/**
 * RB3004: a rule whose days never come, because its section or its events are over before it begins. RB3005: a date
 * outside the life of the index.
 */
export function neverInForce(context: CheckContext): Diagnostic[] {
  const rules = datedRules(context.rulebook);
  return rules.flatMap((rule) => oneRule(context, rule, rules) ?? []);
}

function oneRule(context: CheckContext, rule: DatedRule, rules: readonly DatedRule[]): Diagnostic | undefined {
  const section = context.rulebook.sections[rule.section]!;
  const own = ownPeriod(context, rule.pointer);
  // A period that ends before it begins is told by the reader of rulebooks.
  if (isNone(daysOf(section)) || isNone(daysOf(own))) return undefined;
  if (isNone(rule.days)) {
    return finding(
      'error',
      'RB3004',
      `${rule.called} is never in force: its days lie outside those of what it belongs to`,
      [
        context.span(rule.pointer, `in force ${daysText(daysOf(own))}`),
        context.span(`/sections/${rule.section}`, daysText(daysOf(section))),
      ],
      'a rule holds only while its section and its event do',
      'change one of the periods so that they meet, or take the rule away',
    );
  }
  if (duringEvents(rule, rules).length === 0) {
    const event = rules.find((r) => r.kind === 'event' && (rule.at ?? []).includes(r.name));
    return finding(
      'error',
      'RB3004',
      `${rule.called} never runs: its events are not held while it is in force`,
      [
        context.span(rule.pointer, `in force ${daysText(rule.days)}`),
        ...(event === undefined ? [] : [context.span(event.pointer, `held ${daysText(event.days)}`)]),
      ],
      'a rule of a review acts only at its events',
      'change one of the periods so that they meet, or name another event',
    );
  }
  const life = lifeOf(context.rulebook);
  if (isNone(common(rule.days, life)) && (own.from !== undefined || own.until !== undefined)) {
    const early = rule.days.until < life.from;
    return finding(
      'warning',
      'RB3005',
      `${rule.called} holds ${daysText(rule.days)}, ${early ? 'before the index begins' : 'after the index has ended'}`,
      [
        context.span(
          rule.pointer,
          early
            ? `the index begins ${daysText({ from: life.from, until: life.from })}`
            : `the index ends ${daysText({ from: life.until, until: life.until })}`,
        ),
      ],
      'a rule outside the life of the index never decides anything; most often a digit of its date is wrong',
      'correct the date, or take the rule away',
    );
  }
  return undefined;
}

function ownPeriod(context: CheckContext, pointer: string): Period {
  let node: unknown = context.rulebook;
  for (const step of pointer.split('/').slice(1)) node = (node as Record<string, unknown> | undefined)?.[step];
  const { from, until } = (node ?? {}) as Period;
  return {
    ...(day(from) === undefined ? {} : { from: from! }),
    ...(day(until) === undefined ? {} : { until: until! }),
  };
}
