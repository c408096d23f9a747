import type { Annotated, Citation, Prose, Rulebook } from '../../model/rulebook.ts';

/**
 * A rule that states something of the methodology, with the prose and citations that stand under it or under its
 * section.
 */
export type StatedRule = {
  name: string;
  pointer: string;
  section: number;
  own: Prose;
  prose: Prose;
  cite: readonly Citation[];
};

/**
 * Every rule of eligibility, selection, weighting, limits, schedule, discretion and maintenance. Definitions and data
 * are not among them.
 */
export function statedRules(rulebook: Rulebook): StatedRule[] {
  return rulebook.sections.flatMap((s, i) => {
    const at = `/sections/${i}`;
    const all = (list: readonly (Annotated & { name: string })[], step: string): StatedRule[] =>
      list.map((rule, k) => ({
        name: rule.name,
        pointer: `${at}/${step}/${k}`,
        section: i,
        own: rule.prose ?? {},
        prose: { ...s.prose, ...rule.prose },
        cite: [...(s.cite ?? []), ...(rule.cite ?? [])],
      }));
    switch (s.section) {
      case 'eligibility':
      case 'weighting':
      case 'limits':
      case 'discretion':
      case 'maintenance':
        return all(s.rules, 'rules');
      case 'selection':
        return all(s.tiers, 'tiers');
      case 'schedule':
        return all(s.events, 'events');
      case 'index':
      case 'sources':
      case 'fields':
      case 'universe':
      case 'measures':
      case 'rankings':
      case 'level':
        return [];
      default:
        return s satisfies never;
    }
  });
}

/** Everything that may carry prose and citations, with its place. */
export function annotated(rulebook: Rulebook): { pointer: string; what: Annotated }[] {
  const found: { pointer: string; what: Annotated }[] = [];
  rulebook.sections.forEach((s, i) => {
    const at = `/sections/${i}`;
    const all = (list: readonly Annotated[], step: string) => {
      list.forEach((what, k) => void found.push({ pointer: `${at}/${step}/${k}`, what }));
    };
    found.push({ pointer: at, what: s });
    switch (s.section) {
      case 'index':
      case 'level':
        break;
      case 'sources':
        all(s.sources, 'sources');
        break;
      case 'fields':
        all(s.fields, 'fields');
        break;
      case 'universe':
        all(s.groups ?? [], 'groups');
        break;
      case 'measures':
        all(s.measures, 'measures');
        break;
      case 'rankings':
        all(s.rankings, 'rankings');
        break;
      case 'selection':
        all(s.tiers, 'tiers');
        break;
      case 'schedule':
        all(s.events, 'events');
        s.events.forEach((event, k) => {
          all(event.dates, `events/${k}/dates`);
        });
        break;
      case 'eligibility':
      case 'weighting':
      case 'limits':
      case 'discretion':
      case 'maintenance':
        all(s.rules, 'rules');
        break;
      default:
        s satisfies never;
    }
  });
  return found;
}
