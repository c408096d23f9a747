import { onOneLine } from '../model/words/breaks.ts';
import { calendarText } from '../model/words/date-text.ts';
import { stageWords } from '../model/words/stage-words.ts';
import { domainWords, roundingWords } from '../model/words/plain-words.ts';
import { policyWords } from '../model/words/policy-words.ts';
import { discretionWords, rankingWords, screenWords, weightingWords } from '../model/words/rule-words.ts';
import { tierWords } from '../model/words/tier-words.ts';
import { decimalText } from './decimal-text.ts';
import { describeEvent } from './describe-event.ts';
import type { Plan, PlanLevel, PlanRanking, PlanWeighting } from './plan.ts';
import { asWritten } from './print-expression.ts';
import { validity } from './validity.ts';

const say = asWritten.whole;

/**
 * A plan as text to be read: every section with its rules in the words of the rulebook, numbers as written there, and
 * for each event the steps that run at it.
 */
export function describePlan(plan: Plan): string {
  const { index, universe } = plan;
  const sections: [string, string[]][] = [
    ['fields', plan.fields.map((f) => `${f.name} of ${f.domain}: ${f.unit}`)],
    [
      'universe',
      [
        ...(universe.length === 0 ? ['lines'] : []),
        ...universe.flatMap((u) => [
          `lines${u.where === undefined ? '' : ` where ${say(u.where)}`}${validity(u)}`,
          ...(u.pricedIn === undefined ? [] : [`priced in ${u.pricedIn}${validity(u)}`]),
        ]),
        ...plan.groups.map((g) => `group ${g.name} by ${say(g.by)}${validity(g)}`),
      ],
    ],
    [
      'measures',
      plan.measures.map(
        (m) => `${m.name} of ${m.domain} = ${say(m.value)}${m.remembered ? '  (remembered)' : ''}${validity(m)}`,
      ),
    ],
    ['rankings', plan.rankings.map((r) => `${r.name}: ${ranking(r)}${validity(r)}`)],
    [
      'eligibility',
      plan.screens.map((s) => `${s.name} of ${domainWords(s.of)}: ${screenWords(s, asWritten)}${at(s)}${validity(s)}`),
    ],
    ...plan.selections.map((s): [string, string[]] => [
      `selection of ${s.set} from ${domainWords(s.of)}${s.ranking === undefined ? '' : `, ranked by ${s.ranking}`}${
        s.candidates === undefined ? '' : `, candidates from ${s.candidates}`
      }${s.reserve === undefined ? '' : `, reserve ${s.reserve}`}${at(s)}${validity(s)}`,
      s.tiers.map((t) => `${t.name}: ${tierWords(t, asWritten, say)}${validity(t, s)}`),
    ]),
    ['weighting', plan.weightings.map((w) => `${w.name}: ${weighting(w)}${at(w)}${validity(w)}`)],
    ...plan.limits.map((block): [string, string[]] => [
      `${block.name}${block.untilStable ? ', until stable' : ''}, otherwise ${block.infeasible}${at(block)}${validity(block)}`,
      block.stages.map((s) => `${s.name}: ${stageWords(s, asWritten)}${validity(s, block)}`),
    ]),
    ['events', plan.events.flatMap((e) => describeEvent(e, plan))],
    ['discretion', plan.discretions.map((d) => `${d.name}: ${discretionWords(d, d.event, asWritten)}${validity(d)}`)],
    ['maintenance', plan.policies.map((p) => `${p.name}: ${policyWords(p, asWritten)}${validity(p)}`)],
    ['level', level(plan.level)],
  ];
  const head = [
    `${index.id} "${index.name}" in ${index.currency} on ${calendarText(index.calendar)}${index.ends === undefined ? '' : `, ends ${index.ends}`}`,
    `plan ${plan.hash}`,
  ];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines]) => ['', title, ...lines.map((line) => `  ${line}`)]);
  return onOneLine(`${[...head, ...body].join('\n')}\n`);
}

/** Text has one order, which is not told. */
function ranking(r: PlanRanking): string {
  const keys = r.keys.map(({ value, order }) => (value.type === 'text' ? { value } : { value, order }));
  return rankingWords({ ...r, keys }, asWritten);
}

function weighting(w: PlanWeighting): string {
  const whom = `${w.entrantsOnly ? 'entrants among ' : ''}${domainWords(w.of)}`;
  const notional = w.notional === undefined ? '' : `, notional ${asWritten.value(w.notional)}`;
  const round = w.roundShares === undefined ? '' : `, round shares to ${roundingWords(w.roundShares)}`;
  return `${weightingWords(w, asWritten, whom)}${notional}${round}`;
}

function level(l: PlanLevel): string[] {
  return [
    `base ${l.base.value} on ${l.base.date}${l.divisor === undefined ? '' : `, divisor ${l.divisor}`}`,
    ...l.versions.flatMap((v) => {
      const returns = v.variants.map((one) =>
        one.kind === 'net' ? `net after ${decimalText(one.tax, 2)}% tax` : one.kind,
      );
      const divisor = v.roundDivisor;
      return [
        `returns ${returns.join(', ')}${validity(v)}`,
        `round level to ${roundingWords(v.roundLevel)}${validity(v)}`,
        ...(divisor === undefined ? [] : [`round divisor to ${roundingWords(divisor)}${validity(v)}`]),
      ];
    }),
  ];
}

function at(rule: { at?: string[] }): string {
  return rule.at === undefined ? '' : `  at ${rule.at.join(', ')}`;
}
