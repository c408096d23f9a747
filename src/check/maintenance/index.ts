// In: the policies of a rulebook and the returns that it publishes. Out: occasions that no policy answers.
// Never here: which of them a market has; that is for the check against a data set.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { listed } from '../support/listed.ts';
import { neededPolicies, publishesDividends } from './needed-policies.ts';

/** RB1016: occasions without a policy. RB1017: a return with dividends, and no policy for them. */
export function checkMaintenance(context: CheckContext): Diagnostic[] {
  const { sections } = context.rulebook;
  const level = sections.findIndex((s) => s.section === 'level');
  // A rulebook without a level is a part of one, and told so.
  if (level < 0) return [];
  const answered = new Set(sections.flatMap((s) => (s.section === 'maintenance' ? s.rules.map((r) => r.on) : [])));
  const open = neededPolicies(context.rulebook).filter((p) => !answered.has(p.on));
  const maintenance = sections.findIndex((s) => s.section === 'maintenance');
  const place = context.span(`/sections/${maintenance < 0 ? level : maintenance}`);
  const dividends = open.find((p) => p.on === 'cash dividend');
  const found: Diagnostic[] = [];
  if (dividends !== undefined && publishesDividends(context.rulebook))
    found.push(
      finding(
        'warning',
        'RB1017',
        'the index publishes a return with dividends, and no policy says what a cash dividend does',
        [context.span(`/sections/${level}/variants`)],
        'the run stops at the first dividend of a constituent',
        `add to \`maintenance\`: \`${dividends.sentence}\``,
      ),
    );
  const others = open.filter((p) => p !== dividends);
  if (others.length > 0)
    found.push(
      finding(
        'warning',
        'RB1016',
        maintenance < 0
          ? 'there is no section `maintenance`: nothing says what corporate actions do'
          : `\`maintenance\` has no policy for ${listed(others.map((p) => p.on))}`,
        [place],
        'a run stops where a constituent has a corporate action that no policy answers',
        `add what the methodology says of each, for example ${listed(others.map((p) => p.sentence))}; with \`--data\` only those are told that occur in the data set`,
      ),
    );
  return found;
}
