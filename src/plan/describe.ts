import { calendarText } from '../model/words/date-text.ts';
import { decimalText } from './decimal-text.ts';
import { describeEvent } from './describe-event.ts';
import { describeLimit } from './describe-limit.ts';
import { describePolicy } from './describe-policy.ts';
import { describeTier } from './describe-tier.ts';
import type { Plan, PlanLevel, PlanRanking, PlanScreen, PlanWeighting } from './plan.ts';
import { printAsWritten as say } from './print-expression.ts';
import { validity } from './validity.ts';

/**
 * A plan as text to be read: every section with its rules in the words of the rulebook, numbers as written there, and for each event the steps that run at it.
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
    ['eligibility', plan.screens.map((s) => `${s.name} of ${plural(s.of)}: ${screen(s)}${at(s)}${validity(s)}`)],
    ...plan.selections.map((s): [string, string[]] => [
      `selection of ${s.set} from ${plural(s.of)}${s.ranking === undefined ? '' : `, ranked by ${s.ranking}`}${
        s.candidates === undefined ? '' : `, candidates from ${s.candidates}`
      }${s.reserve === undefined ? '' : `, reserve ${s.reserve}`}${at(s)}${validity(s)}`,
      s.tiers.map((t) => `${t.name}: ${describeTier(t)}${validity(t, s)}`),
    ]),
    ['weighting', plan.weightings.map((w) => `${w.name}: ${weighting(w)}${at(w)}${validity(w)}`)],
    ...plan.limits.map((block): [string, string[]] => [
      `${block.name}${block.untilStable ? ', until stable' : ''}, otherwise ${block.infeasible}${at(block)}${validity(block)}`,
      block.stages.map((s) => `${s.name}: ${describeLimit(s)}${validity(s, block)}`),
    ]),
    ['events', plan.events.flatMap((e) => describeEvent(e, plan))],
    [
      'discretion',
      plan.discretions.map(
        (d) =>
          `${d.name}: ${d.who} may ${d.may} at ${d.event}${d.criteria === undefined ? '' : ` when ${say(d.criteria)}`}${validity(d)}`,
      ),
    ],
    ['maintenance', plan.policies.map((p) => `${p.name}: ${describePolicy(p)}${validity(p)}`)],
    ['level', level(plan.level)],
  ];
  const head = [
    `${index.id} "${index.name}" in ${index.currency} on ${calendarText(index.calendar)}${index.ends === undefined ? '' : `, ends ${index.ends}`}`,
    `plan ${plan.hash}`,
  ];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines]) => ['', title, ...lines.map((line) => `  ${line}`)]);
  return `${[...head, ...body].join('\n')}\n`;
}

function ranking(r: PlanRanking): string {
  const where = r.where === undefined ? '' : ` where ${say(r.where)}`;
  const within = r.within === undefined ? '' : ` within ${r.within}`;
  const keys = r.keys.map((k) => (k.value.type === 'text' ? say(k.value) : `${say(k.value)}, ${k.order}`));
  return `${plural(r.of)}${where}${within} by ${keys.join(', then by ')}`;
}

function screen(s: PlanScreen): string {
  const parts = [
    s.everyone === undefined ? '' : say(s.everyone),
    s.newcomers === undefined ? '' : `of newcomers ${say(s.newcomers)}`,
    s.constituents === undefined ? '' : `of constituents ${say(s.constituents)}`,
  ];
  return `${s.force} ${parts.filter((p) => p !== '').join(', ')}`;
}

function weighting(w: PlanWeighting): string {
  const who = w.entrantsOnly ? ' entrants among' : '';
  const value = w.value === undefined ? '' : say(w.value);
  const how = w.method === 'by' ? ` by ${value}` : ' equally';
  const words = w.method === 'hold' ? `hold ${value} of each line` : `weight${who} ${plural(w.of)}${how}`;
  const split = w.splitBy === undefined ? '' : `, split by ${say(w.splitBy)}`;
  const notional = w.notional === undefined ? '' : `, notional ${say(w.notional)}`;
  const round =
    w.roundShares === undefined ? '' : `, round shares to ${w.roundShares.decimals} decimals ${w.roundShares.mode}`;
  return `${words}${split}${notional}${round}`;
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
        `round level to ${v.roundLevel.decimals} decimals ${v.roundLevel.mode}${validity(v)}`,
        ...(divisor === undefined
          ? []
          : [`round divisor to ${divisor.decimals} decimals ${divisor.mode}${validity(v)}`]),
      ];
    }),
  ];
}

function at(rule: { at?: string[] }): string {
  return rule.at === undefined ? '' : `  at ${rule.at.join(', ')}`;
}

function plural(domain: string): string {
  return domain === 'line' ? 'lines' : domain === 'company' ? 'companies' : domain;
}
