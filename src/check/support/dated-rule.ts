import type { Rulebook } from '../../model/rulebook.ts';
import type { Named, Section } from '../../model/section.ts';
import { domainWord } from '../walk/domain-word.ts';
import { type Days, daysOf } from './days.ts';
import { once } from './once.ts';

/**
 * Something with a period of its own: a rule, or a section of which there is one at a time. `role` is what two of them
 * cannot both be on one day; `called` is how messages speak of it. `at` are the events it runs at, absent: all (or it
 * is not bound to events).
 */
export type DatedRule = {
  kind: Kind;
  role: string;
  name: string;
  called: string;
  pointer: string;
  section: number;
  days: Days;
  at?: readonly string[];
};

export type Kind =
  | 'section'
  | 'universe'
  | 'level'
  | 'source'
  | 'field'
  | 'group'
  | 'measure'
  | 'ranking'
  | 'screen'
  | 'selection'
  | 'tier'
  | 'weighting'
  | 'limit'
  | 'event'
  | 'date'
  | 'discretion'
  | 'policy';

/** Every rule of a rulebook with the days on which it is in force, its section's period included. */
export const datedRules = once((rulebook: Rulebook): readonly DatedRule[] =>
  rulebook.sections.flatMap((section, i) => ofSection(section, i)),
);

function ofSection(s: Section, i: number): DatedRule[] {
  const at = `/sections/${i}`;
  const make = (kind: Kind, rule: Named, pointer: string, role = `${kind} ${rule.name}`): DatedRule => ({
    kind,
    role,
    name: rule.name,
    called: `\`${rule.name}\``,
    pointer,
    section: i,
    days: daysOf(s, rule),
    ...('at' in s && s.at !== undefined ? { at: s.at } : {}),
  });
  const rules = (kind: Kind, list: readonly Named[], step: string, role?: (rule: Named) => string): DatedRule[] =>
    list.map((rule, k) => make(kind, rule, `${at}/${step}/${k}`, role?.(rule)));
  const whole = (role: string, called: string, kind: Kind = 'section'): DatedRule => ({
    ...make(kind, { name: s.section, ...period(s) }, at, role),
    called,
  });
  switch (s.section) {
    case 'index':
      return [whole('index', 'section `index`')];
    case 'level':
      return [whole('level', 'section `level`', 'level')];
    case 'sources':
      return rules('source', s.sources, 'sources');
    case 'fields':
      return rules('field', s.fields, 'fields');
    case 'universe':
      return [whole('universe', 'section `universe`', 'universe'), ...rules('group', s.groups ?? [], 'groups')];
    case 'measures':
      return rules('measure', s.measures, 'measures');
    case 'rankings':
      return rules('ranking', s.rankings, 'rankings');
    case 'eligibility':
      return rules('screen', s.rules, 'rules', (r) => `screen ${domainWord(s.of)} ${r.name}`);
    case 'selection': {
      const called = s.set === undefined ? 'the selection of constituents' : `the selection of \`${s.set}\``;
      return [
        { ...whole(`selection ${s.set ?? ''}`, called, 'selection'), name: s.set ?? '' },
        ...rules('tier', s.tiers, 'tiers', (r) => `tier ${i} ${r.name}`),
      ];
    }
    case 'weighting':
      return rules('weighting', s.rules, 'rules', () => 'weighting');
    case 'limits':
      return rules('limit', s.rules, 'rules', (r) => `limit ${domainWord(s.of)} ${r.name}`);
    case 'schedule':
      return s.events.flatMap((event, k) => [
        make('event', event, `${at}/events/${k}`),
        ...event.dates.map((date, j) => ({
          ...make('date', date, `${at}/events/${k}/dates/${j}`, `date ${i} ${k} ${date.name}`),
          days: daysOf(s, event, date),
        })),
      ]);
    case 'discretion':
      return rules('discretion', s.rules, 'rules');
    case 'maintenance':
      return s.rules.map((rule, k) => make('policy', rule, `${at}/rules/${k}`, `policy on ${rule.on}`));
    default:
      return s satisfies never;
  }
}

function period(s: Section): { from?: string; until?: string } {
  return { ...(s.from === undefined ? {} : { from: s.from }), ...(s.until === undefined ? {} : { until: s.until }) };
}
