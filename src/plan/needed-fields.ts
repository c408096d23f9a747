import type { Plan, PlanPolicy, PlanRule } from './plan.ts';

/**
 * The market data that the rules of a plan in force on some day of a range (ISO dates, both included, absent: unbounded) read, by
 * name, in order. `close` is always among them: index shares and levels are made with it.
 */
export function neededFields(plan: Plan, range: { from?: string; to?: string } = {}): string[] {
  const fields = new Set(['close']);
  const named = new Map<string, PlanRule[]>();
  const name = (kind: string, rules: PlanRule[]) => {
    for (const rule of rules) named.set(`${kind} ${rule.name}`, [...(named.get(`${kind} ${rule.name}`) ?? []), rule]);
  };
  name('measure', plan.measures);
  name('ranking', plan.rankings);
  name('group', plan.groups);
  const seen = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    const node = value as Record<string, unknown>;
    if (typeof node.pointer === 'string' && !overlaps(node as PlanRule, range)) return;
    if (node.op === 'field' && typeof node.field === 'string') fields.add(node.field);
    for (const [key, inner] of Object.entries(node)) {
      if (typeof inner !== 'string') visit(inner);
      else if (key === 'measure') follow('measure', inner);
      else if (key === 'ranking') follow('ranking', inner);
      else if (key === 'group' || key === 'within' || key === 'over' || key === 'of' || key === 'domain')
        follow('group', inner);
    }
  };
  const follow = (kind: string, of: string): void => {
    const key = `${kind} ${of}`;
    if (seen.has(key)) return;
    seen.add(key);
    visit(named.get(key) ?? []);
  };
  visit([plan.universe, plan.screens, plan.selections, plan.weightings, plan.limits, plan.events, plan.policies]);
  visit([...plan.measures, ...plan.rankings].filter((rule) => rule.remembered));
  const counts = plan.policies.some((p) => overlaps(p, range) && p.on === 'share change' && updatesAtOnce(p));
  if (counts && plan.fields.some((f) => f.name === SHARE_COUNT && f.domain === 'line')) fields.add(SHARE_COUNT);
  return [...fields].sort();
}

/** Share changes without a ratio of their own are measured by this field, where the rulebook has it. */
const SHARE_COUNT = 'shares_outstanding';

function updatesAtOnce({ effects }: PlanPolicy): boolean {
  return effects.some((e) => e.effect === 'update' && e.when === 'at once');
}

function overlaps(rule: PlanRule, range: { from?: string; to?: string }): boolean {
  return (
    (rule.from === undefined || range.to === undefined || rule.from <= range.to) &&
    (rule.until === undefined || range.from === undefined || range.from <= rule.until)
  );
}
