import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { ACTION_WORDS } from '../../market/action-words.ts';
import type { CorporateAction, Market } from '../../market/index.ts';
import type { Occasion } from '../../model/policy.ts';
import type { CheckContext } from '../context.ts';
import { neededPolicies } from '../maintenance/needed-policies.ts';
import { daysOf } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { lifeOf } from '../support/life.ts';
import { listed } from '../support/listed.ts';
import { symbolOf } from './symbol-of.ts';

/** RB5108: corporate actions of the data set, in the life of the index, that no policy in force answers. */
export function checkOccasions(context: CheckContext, market: Market): Diagnostic[] {
  const { sections } = context.rulebook;
  const place = ['maintenance', 'level'].map((s) => sections.findIndex((x) => x.section === s)).find((i) => i >= 0);
  if (place === undefined) return [];
  const life = lifeOf(context.rulebook);
  const policies = sections.flatMap((s) =>
    s.section === 'maintenance' ? s.rules.map((rule) => ({ on: rule.on, days: daysOf(s, rule) })) : [],
  );
  const needed = neededPolicies(context.rulebook);
  const open = Map.groupBy(
    market.actions.filter(({ kind, exDate }) => {
      const on = ACTION_WORDS[kind];
      return (
        exDate >= life.from &&
        exDate <= life.until &&
        needed.some((n) => n.on === on) &&
        !policies.some((p) => p.on === on && p.days.from <= exDate && exDate <= p.days.until)
      );
    }),
    (action): Occasion | 'resumption' => ACTION_WORDS[action.kind],
  );
  const told = needed.filter((n) => open.has(n.on));
  if (told.length === 0) return [];
  const each = told.map(({ on }) => `\`${on}\` (${occurrence(market, open.get(on)!)})`);
  return [
    finding(
      'warning',
      'RB5108',
      `no policy answers what occurs in the data set: ${each.join(', ')}`,
      [context.span(`/sections/${place}`)],
      'a run stops where that befalls a constituent',
      `say in \`maintenance\` what the methodology says of each, for example ${listed(told.map((n) => n.sentence))}`,
    ),
  ];
}

function occurrence(market: Market, actions: readonly CorporateAction[]): string {
  const { line, exDate } = actions[0]!;
  const first = `\`${symbolOf(market, line, exDate - 1)}\` on ${isoDate(exDate)}`;
  return actions.length === 1 ? first : `${actions.length} times, first ${first}`;
}
