import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { counted } from '../support/listed.ts';
import { isLanguage } from './languages.ts';
import { type StatedRule, statedRules } from './stated-rules.ts';

/** How many rules a finding names; its places are all of them. */
const mostNamed = 30;

/** RB6001: rules without prose. RB6002: rules without a source. RB6004: prose in one language but not in another. One finding a file for each. */
export function withoutProse(context: CheckContext): Diagnostic[] {
  const rules = statedRules(context.rulebook);
  const languages = [...new Set(rules.flatMap((rule) => Object.keys(rule.prose)))].filter(isLanguage).sort();
  const missing = told(
    context,
    'RB6001',
    rules.filter((rule) => Object.keys(rule.prose).length === 0),
    'no prose',
    'a rule that is not said in words can be followed by its author only; the methodology document is made of this prose',
    'add a line such as `en "…"` under the rule, or under its section where one sentence covers all of it',
  );
  const unsourced = told(
    context,
    'RB6002',
    rules.filter((rule) => rule.cite.length === 0),
    'no source',
    'whoever checks the rulebook against the published methodology must be able to find what each rule rests on',
    'add a line such as `cite methodology "Security types"` under the rule or its section',
  );
  const untold = languages.flatMap((language) =>
    told(
      context,
      'RB6004',
      rules.filter((rule) => isSaid(rule) && rule.prose[language] === undefined),
      `no prose in \`${language}\``,
      'other rules have it, so the methodology document in that language would have holes',
      `add a line \`${language} "…"\` under the rule`,
    ),
  );
  return [...missing, ...unsourced, ...untold];
}

/** Whether a rule is said in some language, and in none that is unknown: that one may be the language that is missing. */
function isSaid(rule: StatedRule): boolean {
  const languages = Object.keys(rule.prose);
  return languages.length > 0 && languages.every(isLanguage);
}

function told(
  context: CheckContext,
  code: string,
  rules: readonly StatedRule[],
  lack: string,
  why: string,
  help: string,
): Diagnostic[] {
  if (rules.length === 0) return [];
  const spans = rules.map((rule) => context.span(rule.pointer, lack));
  const lines = lineNumbers(context.sourceMap.source);
  const named = rules.slice(0, mostNamed).map((rule, i) => {
    const start = spans[i]!.start;
    return start === undefined ? `\`${rule.name}\`` : `\`${rule.name}\` (line ${lines(start)})`;
  });
  const more = rules.length > named.length ? [`${rules.length - named.length} more`] : [];
  const all = [...named, ...more];
  const message =
    rules.length === 1
      ? `\`${rules[0]!.name}\` has ${lack}`
      : `${counted(rules.length, 'rule')} have ${lack}: ${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
  return [finding('warning', code, message, spans, why, help)];
}

/** The number of the line that a place is in. */
function lineNumbers(source: string): (at: number) => number {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    const next = starts.findIndex((start) => start > at);
    return next < 0 ? starts.length : next;
  };
}
