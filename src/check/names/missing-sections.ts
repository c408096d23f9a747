import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import type { CheckContext } from '../context.ts';
import { listed } from '../support/listed.ts';
import { nameCodes } from './codes.ts';

/**
 * Finds the sections that an index cannot be without. A rulebook without `index` is a part of one, and told so; a weighting is asked for
 * by the check of weightings where there is a selection, and an event where one is named.
 */
export function missingSections(context: CheckContext): Diagnostic[] {
  const { rulebook } = context;
  const { sections } = rulebook;
  const index = sections.findIndex((s) => s.section === 'index');
  const has = (section: string) => sections.some((s) => s.section === section);
  const selects = sections.some((s) => s.section === 'selection' && s.set === undefined);
  const namesEvents = sections.some((s) => 'at' in s && s.at !== undefined);
  const event = eventOf(rulebook);
  const missing: Missing[] = [];
  const miss = (section: string, says: string, begin: string) => missing.push({ section, says, begin });
  if (index >= 0 && !selects)
    miss('selection', 'says who is in the index', `\`selection of lines at ${event}\` with \`all: take\` under it`);
  if (index >= 0 && !has('weighting') && !(selects && has('level')))
    miss(
      'weighting',
      'says what weights follow',
      `\`weighting at ${event}\` with \`basis: weight lines by market_cap\``,
    );
  if (index >= 0 && !has('schedule') && !namesEvents)
    miss(
      'schedule',
      'says when the index is reviewed',
      `\`schedule\` with \`${event}: in March, September\`, and under that \`reference: last trading day of previous month\` and \`effective: trading day after 3rd Friday of month\``,
    );
  if (!has('level'))
    miss(
      'level',
      'says where the level starts and how it is rounded',
      '`level` with `base 100 on 2020-01-31`, `returns price` and `round level to 2 decimals half up`',
    );
  if (missing.length === 0) return [];
  const [first] = missing;
  const names = listed(missing.map((m) => m.section));
  const one = missing.length === 1;
  return [
    {
      code: nameCodes.missingSection,
      severity: 'error',
      message: one ? `the section ${names} is missing` : `the sections ${names} are missing`,
      spans: [context.span(index < 0 ? '' : `/sections/${index}`)],
      why: one ? `it ${first!.says}` : missing.map((m) => `\`${m.section}\` ${m.says}`).join('; '),
      help: `Add ${missing.map((m) => m.begin).join('; ')}`,
    },
  ];
}

type Missing = { section: string; says: string; begin: string };

/** The event to show in what is to be added: one that the rulebook has or names, else `review`. */
function eventOf({ sections }: Rulebook): string {
  const own = sections.flatMap((s) => (s.section === 'schedule' ? s.events.map((e) => e.name) : []));
  const named = sections.flatMap((s) => ('at' in s && Array.isArray(s.at) ? (s.at as string[]) : []));
  return own[0] ?? named[0] ?? 'review';
}
