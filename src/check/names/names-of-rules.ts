import type { DateRule } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { EventRule, Section } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { domainWord } from '../walk/domain-word.ts';
import { setNames } from './kind-of-name.ts';
import type { Scope } from './scope.ts';
import { unknownName, type Wanted } from './unknown.ts';

type Look = (name: string | undefined, wanted: Wanted, names: Iterable<string>, step: string) => void;

/** Finds the names in section lines and rules, apart from their expressions, that stand for nothing. */
export function namesOfRules(context: CheckContext, scope: Scope): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const [i, section] of context.rulebook.sections.entries()) {
    const look: Look = (name, wanted, names, step) => {
      if (name === undefined) return;
      const known = [...names];
      if (!known.includes(name))
        findings.push(unknownName(name, wanted, known, `/sections/${i}${step}`, context, scope));
    };
    lookAtSection(section, look, scope);
  }
  return findings;
}

function lookAtSection(s: Section, look: Look, scope: Scope): void {
  if ('at' in s) for (const [k, event] of (s.at ?? []).entries()) look(event, 'event', scope.events.keys(), `/at/${k}`);
  const groups = ['company', ...scope.groups.keys()];
  switch (s.section) {
    case 'fields':
      for (const [k, field] of s.fields.entries())
        look(domainWord(field.of), 'group', ['line', 'company', 'market', ...scope.groups.keys()], `/fields/${k}/of`);
      break;
    case 'rankings':
      for (const [k, ranking] of s.rankings.entries()) look(ranking.within, 'group', groups, `/rankings/${k}/within`);
      break;
    case 'selection':
      look(s.rankedBy, 'ranking', scope.rankings.keys(), '/rankedBy');
      look(s.candidates, 'set', setNames(scope), '/candidates');
      for (const [k, tier] of s.tiers.entries()) look(tier.within, 'group', groups, `/tiers/${k}/within`);
      break;
    case 'limits':
      look(domainWord(s.of), 'group', ['line', ...groups], '/of');
      break;
    case 'schedule':
      for (const [k, event] of s.events.entries()) lookAtDates(event, `/events/${k}`, look);
      break;
    case 'discretion':
      for (const [k, rule] of s.rules.entries()) look(rule.at, 'event', scope.events.keys(), `/rules/${k}/at`);
      break;
    default:
  }
}

function lookAtDates(event: EventRule, at: string, look: Look): void {
  const names = [...event.dates.map((d) => d.name), ...('months' in event.occurs ? [] : ['day'])];
  for (const [k, date] of event.dates.entries()) {
    const visit = (rule: DateRule | { op: 'decided' }, pointer: string): void => {
      if (rule.op === 'named') look(rule.name, 'date', names, pointer);
      if (rule.op === 'shift' || rule.op === 'snap' || rule.op === 'window') visit(rule.from, `${pointer}/from`);
      if (rule.op === 'window') visit(rule.to, `${pointer}/to`);
    };
    visit(date.rule, `${at}/dates/${k}/rule`);
  }
}
