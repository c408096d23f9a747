import { SHARE_COUNT_FIELD } from '../market/share-count.ts';
import { expressionsIn } from './operands.ts';
import type { Plan, PlanPolicy, PlanRule } from './plan.ts';

/** A rule, with what it may name and the rules inside it. */
type Rule = PlanRule & {
  of?: string;
  domain?: string;
  within?: string;
  ranking?: string;
  tiers?: Rule[];
  stages?: Rule[];
  dates?: PlanRule[];
};

/**
 * The market data that the rules of a plan in force on some day of a range (ISO dates, both included, absent:
 * unbounded) read, by name, in order. `close` is always among them: index shares and levels are made with it.
 */
export function neededFields(plan: Plan, range: { from?: string; to?: string } = {}): string[] {
  const fields = new Set(['close']);
  const named = new Map<string, Rule[]>();
  const name = (kind: string, rules: Rule[]) => {
    for (const rule of rules) named.set(`${kind} ${rule.name}`, [...(named.get(`${kind} ${rule.name}`) ?? []), rule]);
  };
  name('measure', plan.measures);
  name('ranking', plan.rankings);
  name('group', plan.groups);
  const seen = new Set<string>();
  const follow = (kind: string, of: string | undefined): void => {
    const key = `${kind} ${of}`;
    if (seen.has(key)) return;
    seen.add(key);
    visit(named.get(key) ?? []);
  };
  const visit = (rules: Rule[]): void => {
    for (const { tiers = [], stages = [], dates = [], ...rule } of rules) {
      if (!overlaps(rule, range)) continue;
      follow('group', rule.of);
      follow('group', rule.domain);
      follow('group', rule.within);
      follow('ranking', rule.ranking);
      for (const e of expressionsIn(rule)) {
        follow('group', e.domain);
        if (e.op === 'field') fields.add(e.field);
        if ('group' in e) follow('group', e.group);
        if ('over' in e) follow('group', e.over);
        if ('measure' in e) follow('measure', e.measure);
        if ('ranking' in e) follow('ranking', e.ranking);
      }
      visit([...tiers, ...stages, ...dates]);
    }
  };
  visit(
    [plan.universe, plan.screens, plan.selections, plan.weightings, plan.limits, plan.events, plan.policies].flat(),
  );
  visit([...plan.measures, ...plan.rankings].filter((rule) => rule.remembered));
  // Share changes without a ratio of their own are measured by this field, where the rulebook has it.
  const counts = plan.policies.some((p) => overlaps(p, range) && p.on === 'share change' && updatesAtOnce(p));
  if (counts && plan.fields.some((f) => f.name === SHARE_COUNT_FIELD && f.domain === 'line'))
    fields.add(SHARE_COUNT_FIELD);
  return [...fields].sort();
}

function updatesAtOnce({ effects }: PlanPolicy): boolean {
  return effects.some((e) => e.effect === 'update' && e.when === 'at once');
}

function overlaps(rule: PlanRule, range: { from?: string; to?: string }): boolean {
  return (
    (rule.from === undefined || range.to === undefined || rule.from <= range.to) &&
    (rule.until === undefined || range.from === undefined || range.from <= rule.until)
  );
}
