import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { counted, listed } from '../support/listed.ts';
import { type StatedRule, statedRules } from './stated-rules.ts';

/** How many rules a finding names and shows. */
const mostShown = 6;

/**
 * RB6001: rules without prose. RB6002: rules without a source. RB6004: prose in one language but not in another. One
 * finding a section; a rulebook in which no rule has any is told once.
 */
export function withoutProse(context: CheckContext): Diagnostic[] {
  const rules = statedRules(context.rulebook);
  const languages = [...new Set(rules.flatMap((rule) => Object.keys(rule.prose)))].sort();
  const silent = rules.filter((rule) => Object.keys(rule.prose).length === 0);
  const missing = grouped(silent, rules).map((group) =>
    told(
      context,
      'RB6001',
      group,
      'no prose',
      'a rule that is not said in words can be followed by its author only; the methodology document is made of this prose',
      'add a line such as `en "…"` under the rule, or under its section where one sentence covers all of it',
    ),
  );
  const unsourced = grouped(
    rules.filter((rule) => rule.cite.length === 0),
    rules,
  ).map((group) =>
    told(
      context,
      'RB6002',
      group,
      'no source',
      'whoever checks the rulebook against the published methodology must be able to find what each rule rests on',
      'add a line such as `cite methodology "Security types"` under the rule or its section',
    ),
  );
  const untold = languages.flatMap((language) =>
    bySection(rules.filter((rule) => Object.keys(rule.prose).length > 0 && rule.prose[language] === undefined)).map(
      (group) =>
        told(
          context,
          'RB6004',
          group,
          `no prose in \`${language}\``,
          'other rules have it, so the methodology document in that language would have holes',
          `add a line \`${language} "…"\` under the rule`,
        ),
    ),
  );
  return [...missing, ...unsourced, ...untold];
}

function grouped(lacking: readonly StatedRule[], all: readonly StatedRule[]): StatedRule[][] {
  return lacking.length === all.length && all.length > 0 ? [[...lacking]] : bySection(lacking);
}

function bySection(rules: readonly StatedRule[]): StatedRule[][] {
  const groups = new Map<number, StatedRule[]>();
  for (const rule of rules) groups.set(rule.section, [...(groups.get(rule.section) ?? []), rule]);
  return [...groups.values()];
}

function told(
  context: CheckContext,
  code: string,
  rules: StatedRule[],
  lack: string,
  why: string,
  help: string,
): Diagnostic {
  const shown = rules.slice(0, mostShown).map((rule) => rule.name);
  const more = rules.length > shown.length ? ` and ${rules.length - shown.length} more` : '';
  const message =
    rules.length === 1
      ? `\`${rules[0]!.name}\` has ${lack}`
      : `${counted(rules.length, 'rule')} have ${lack}: ${more === '' ? listed(shown) : `${shown.map((n) => `\`${n}\``).join(', ')}${more}`}`;
  return finding(
    'warning',
    code,
    message,
    rules.slice(0, mostShown).map((rule) => context.span(rule.pointer)),
    why,
    help,
  );
}
