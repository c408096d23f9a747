import type { Expression } from '../../model/expression.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import type { DatedRule, Kind } from '../support/dated-rule.ts';
import { common, type Days, isNone } from '../support/days.ts';
import { once } from '../support/once.ts';
import { childrenOf } from '../walk/children.ts';
import { sitesOf } from '../walk/sites.ts';

/** Days on which something is used by its name, and the place that uses it. */
export type Use = { target: string; name: string; days: Days; pointer: string };

const named: readonly Kind[] = ['field', 'group', 'measure', 'ranking'];

/**
 * Every use of a field, group, measure, ranking or named set by a rule that decides something, with the days on which
 * it is used. What only serves other definitions counts for the days on which those are used themselves.
 */
export function usesOf(rulebook: Rulebook, rules: readonly DatedRule[]): Use[] {
  const sites = Map.groupBy(sitesOf(rulebook), (site) => site.rule);
  const versions = Map.groupBy(
    rules.filter((rule) => named.includes(rule.kind) || (rule.kind === 'selection' && rule.name !== '')),
    ({ kind, name }) => (kind === 'ranking' || kind === 'selection' ? `${kind} ${name}` : `name ${name}`),
  );
  const uses: Use[] = [];
  const seen = new Set<string>();

  for (const rule of rules) {
    if (named.includes(rule.kind) || rule.kind === 'date') continue;
    const days = duringEvents(rule, rules);
    for (const stretch of days) follow(rule, stretch);
    const section = rulebook.sections[rule.section];
    if (rule.kind === 'selection' && section?.section === 'selection') {
      for (const stretch of days) {
        if (section.rankedBy !== undefined) use(`ranking ${section.rankedBy}`, section.rankedBy, stretch, rule.pointer);
        if (section.candidates !== undefined)
          use(`selection ${section.candidates}`, section.candidates, stretch, rule.pointer);
      }
    }
  }
  return uses;

  function follow(rule: DatedRule, days: Days): void {
    const mark = `${rule.pointer} ${days.from} ${days.until}`;
    if (seen.has(mark)) return;
    seen.add(mark);
    for (const site of sites.get(rule.pointer) ?? []) visit(site.expression, days, site.pointer);
  }

  function visit(e: Expression, days: Days, pointer: string): void {
    if (e.kind === 'name') use(`name ${e.name}`, e.name, days, pointer);
    if (e.kind === 'rank' || e.kind === 'cumulative' || e.kind === 'at rank')
      use(`ranking ${e.ranking}`, e.ranking, days, pointer);
    if (e.kind === 'member') use(`selection ${e.set}`, e.set, days, pointer);
    if (e.kind === 'aggregate') {
      use(`name ${e.over}`, e.over, days, pointer);
      use(`selection ${e.over}`, e.over, days, pointer);
    }
    for (const [step, child] of childrenOf(e)) visit(child, days, `${pointer}${step}`);
  }

  function use(target: string, name: string, days: Days, pointer: string): void {
    const all = versions.get(target);
    if (all === undefined) return;
    uses.push({ target, name, days, pointer });
    for (const version of all) {
      const both = common(days, version.days);
      if (!isNone(both) && version.kind !== 'selection') follow(version, both);
    }
  }
}

/** The days on which a rule can run: its own, where it runs at events only while those are held. */
export function duringEvents(rule: DatedRule, rules: readonly DatedRule[]): Days[] {
  const bound: readonly Kind[] = ['screen', 'selection', 'tier', 'weighting', 'limit'];
  if (!bound.includes(rule.kind)) return [rule.days];
  const events = eventsAmong(rules).filter((event) => rule.at === undefined || rule.at.includes(event.name));
  const known = rule.at === undefined || rule.at.every((name) => events.some((event) => event.name === name));
  if (events.length === 0 || !known) return [rule.days];
  return events.map((event) => common(event.days, rule.days)).filter((days) => !isNone(days));
}

/** The events among rules. */
const eventsAmong = once((rules: readonly DatedRule[]) => rules.filter((rule) => rule.kind === 'event'));
