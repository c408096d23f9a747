import type { CheckContext } from '../check/index.ts';
import { analysisOf } from '../check/units/analysis.ts';
import { infer } from '../check/units/infer.ts';
import { fieldTyping } from '../check/units/infer-name.ts';
import { domainWord } from '../check/walk/domain-word.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { Section } from '../model/section.ts';
import { lowerAt, lowerIfAt } from './lower-at.ts';
import { lowerLevel } from './lower-level.ts';
import { lowerLimits } from './lower-limits.ts';
import { lowerPolicy } from './lower-policy.ts';
import { lowerEvent } from './lower-schedule.ts';
import { lowerSelection } from './lower-selection.ts';
import { lowerWeighting } from './lower-weighting.ts';
import { type Lowering, startLowering } from './lowering.ts';
import type { Plan, PlanField, PlanMeasure, PlanRanking, PlanScreen } from './plan.ts';
import { planHash } from './plan-hash.ts';
import { bothPeriods, present, ruleHead } from './rule-head.ts';

/**
 * Makes the plan of a rulebook in which no check found an error: names resolved, units gone, every version kept with
 * its validity. The same rules give the same plan and hash whatever their layout, comments and prose.
 */
export function lower(context: CheckContext): Plan {
  const analysis = analysisOf(context);
  for (const site of analysis.sites) infer(site.expression, site.pointer, analysis.world);
  const into = startLowering(analysis);
  const { rulebook } = context;
  const body = {
    planVersion: 1 as const,
    index: lowerIndex(rulebook),
    fields: lowerFields(into),
    universe: each(rulebook, 'universe', (s, at) => [
      {
        ...ruleHead({ name: 'universe' }, s, at),
        ...present({ where: lowerIfAt(`${at}/where`, into), pricedIn: s.pricedIn }),
      },
    ]),
    groups: each(rulebook, 'universe', (s, at) =>
      (s.groups ?? []).map((g, i) => ({
        ...ruleHead(g, s, `${at}/groups/${i}`),
        by: lowerAt(`${at}/groups/${i}/by`, into),
      })),
    ),
    measures: each(rulebook, 'measures', (s, at) =>
      s.measures.map(
        (m, i): PlanMeasure => ({
          ...ruleHead(m, s, `${at}/measures/${i}`),
          domain: analysis.domains.measure(m.name),
          value: lowerAt(`${at}/measures/${i}/value`, into),
          remembered: false,
        }),
      ),
    ),
    rankings: each(rulebook, 'rankings', (s, at) => s.rankings.map((_, i) => lowerRanking(s, i, at, into))),
    screens: each(rulebook, 'eligibility', (s, at) => s.rules.map((_, i) => lowerScreen(s, i, at, into))),
    selections: each(rulebook, 'selection', (s, at) => [lowerSelection(s, at, into)]),
    weightings: each(rulebook, 'weighting', (s, at) => lowerWeighting(s, at, into)),
    limits: each(rulebook, 'limits', (s, at) => [lowerLimits(s, at, into)]),
    events: each(rulebook, 'schedule', (s, at) => s.events.map((e, i) => lowerEvent(e, s, `${at}/events/${i}`, into))),
    discretions: each(rulebook, 'discretion', (s, at) =>
      s.rules.map((r, i) => ({
        ...ruleHead(r, s, `${at}/rules/${i}`),
        who: r.who,
        may: r.may,
        event: r.at,
        ...present({ criteria: lowerIfAt(`${at}/rules/${i}/criteria`, into) }),
      })),
    ),
    policies: each(rulebook, 'maintenance', (s, at) =>
      s.rules.map((r, i) => lowerPolicy(r, s, `${at}/rules/${i}`, into)),
    ),
    level: lowerLevel(rulebook, into),
  };
  const measures = [...body.measures, ...into.unnamed.values()].map((m) =>
    into.rememberedMeasures.has(m.name) ? { ...m, remembered: true } : m,
  );
  const rankings = body.rankings.map((r) => (into.rememberedRankings.has(r.name) ? { ...r, remembered: true } : r));
  const plan: Plan = { ...body, measures, rankings, hash: '' };
  return { ...plan, hash: planHash(plan) };
}

/** Collects what the sections of one kind give, in their order. */
function each<Kind extends Section['section'], T>(
  rulebook: Rulebook,
  kind: Kind,
  give: (section: Extract<Section, { section: Kind }>, pointer: string) => T[],
): T[] {
  return rulebook.sections.flatMap((section, i) =>
    section.section === kind ? give(section as Extract<Section, { section: Kind }>, `/sections/${i}`) : [],
  );
}

function lowerIndex(rulebook: Rulebook): Plan['index'] {
  const index = rulebook.sections.find((s) => s.section === 'index');
  if (index?.currency === undefined || index.calendar === undefined) throw new Error('the index was not checked');
  const { id, name, currency, calendar } = index;
  return { id, name, currency, calendar, ...present({ ends: index.ends }) };
}

/** Fields by name, each once. */
function lowerFields(into: Lowering): PlanField[] {
  const { scope, world } = into.analysis;
  return [...scope.fields.values()].flatMap((versions): PlanField[] => {
    const field = versions[0]?.what;
    if (field === undefined) return [];
    const { type } = fieldTyping(field, world);
    if (type === 'unknown') throw new Error(`the unit of field ${field.name} was not checked`);
    return [{ name: field.name, domain: field.of === 'market' ? 'all' : field.of, type, unit: field.unit }];
  });
}

function lowerRanking(
  s: Extract<Section, { section: 'rankings' }>,
  i: number,
  section: string,
  into: Lowering,
): PlanRanking {
  const ranking = s.rankings[i]!;
  const at = `${section}/rankings/${i}`;
  return {
    ...ruleHead(ranking, s, at),
    of: domainWord(ranking.of) === 'company' ? 'company' : 'line',
    ...present({ where: lowerIfAt(`${at}/where`, into), within: ranking.within }),
    keys: ranking.keys.map((key, k) => ({
      value: lowerAt(`${at}/keys/${k}/value`, into),
      order: key.order ?? 'smallest first',
    })),
    remembered: false,
  };
}

function lowerScreen(
  s: Extract<Section, { section: 'eligibility' }>,
  i: number,
  section: string,
  into: Lowering,
): PlanScreen {
  const screen = s.rules[i]!;
  const at = `${section}/rules/${i}`;
  return {
    ...ruleHead(screen, bothPeriods(s, {}), at),
    ...present({ at: s.at }),
    of: domainWord(s.of) === 'company' ? 'company' : 'line',
    force: screen.force,
    ...present({
      everyone: lowerIfAt(`${at}/everyone`, into),
      constituents: lowerIfAt(`${at}/constituents`, into),
      newcomers: lowerIfAt(`${at}/newcomers`, into),
    }),
  };
}
