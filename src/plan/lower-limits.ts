import { domainWord } from '../check/walk/domain-word.ts';
import type { Cohort, LimitRule, LimitsSection } from '../model/limit.ts';
import { lowerAt, lowerIfAt } from './lower-at.ts';
import type { Lowering } from './lowering.ts';
import type { PlanLimits } from './plan.ts';
import type { PlanExpression } from './expression.ts';
import type { PlanAction, PlanLimit, PlanTrigger } from './plan-limit.ts';
import { bothPeriods, present, ruleHead } from './rule-head.ts';

/** Lowers a section of limits. */
export function lowerLimits(s: LimitsSection, pointer: string, into: Lowering): PlanLimits {
  const of = domainWord(s.of);
  return {
    name: `limits on ${of === 'line' ? 'lines' : of === 'company' ? 'companies' : of}`,
    ...bothPeriods(s, {}),
    pointer,
    ...present({ at: s.at }),
    of,
    untilStable: s.untilStable,
    stages: s.rules.map((rule, i) => lowerStage(rule, s, `${pointer}/rules/${i}`, into)),
    infeasible: s.infeasible,
  };
}

function lowerStage(rule: LimitRule, s: LimitsSection, at: string, into: Lowering): PlanLimit {
  return {
    ...ruleHead(rule, s, at),
    cohort: lowerCohort(rule, at, into),
    trigger: lowerTrigger(rule, at, into),
    action: lowerAction(rule, at, into),
    ...present({ others: lowerIfAt(`${at}/others`, into) }),
  };
}

function lowerCohort({ cohort }: LimitRule, at: string, into: Lowering): Cohort<PlanExpression> {
  switch (cohort.kind) {
    case 'all':
      return { kind: 'all' };
    case 'largest':
      return { kind: 'largest', count: cohort.count };
    case 'above':
      return { kind: 'above', threshold: lowerAt(`${at}/cohort/threshold`, into) };
    case 'where':
      return { kind: 'where', condition: lowerAt(`${at}/cohort/condition`, into) };
    default:
      return cohort satisfies never;
  }
}

function lowerTrigger({ trigger }: LimitRule, at: string, into: Lowering): PlanTrigger {
  switch (trigger.kind) {
    case 'always':
      return { kind: 'always' };
    case 'any':
    case 'any below':
      return { kind: 'any', operator: trigger.op, bound: lowerAt(`${at}/trigger/bound`, into) };
    case 'total':
      return { kind: 'total', operator: trigger.op, bound: lowerAt(`${at}/trigger/bound`, into) };
    default:
      return trigger satisfies never;
  }
}

function lowerAction({ action }: LimitRule, at: string, into: Lowering): PlanAction {
  const part = (name: string) => lowerAt(`${at}/action/${name}`, into);
  switch (action.kind) {
    case 'cap':
    case 'floor':
      return { kind: action.kind, bound: part('bound') };
    case 'scale':
      return { kind: 'scale', target: part('target') };
    case 'set':
      return { kind: 'set', value: part('value') };
    case 'reduce':
      return { kind: 'reduce', bound: part('bound'), target: part('target') };
    case 'toward':
      return {
        kind: 'toward',
        anchor: part('anchor'),
        target: part('target'),
        ...present({ above: lowerIfAt(`${at}/action/above`, into) }),
      };
    default:
      return action satisfies never;
  }
}
