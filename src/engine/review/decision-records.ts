import { isoDate } from '../../calendar/index.ts';
import type { PlanScreen, PlanTier } from '../../plan/plan.ts';
import type { DecisionRecord, Outcome as Answer, RuleOutcome } from '../../run/run.ts';
import { zero } from '../numbers/decimal.ts';
import { exactAttribute } from '../exact/exact-facts.ts';
import { frameOf, referenceFrame, type Scope } from '../session/scope.ts';
import { comparisons, outcomes } from './compared.ts';
import { screensAt } from './eligibility.ts';
import { companiesOf } from './flags.ts';
import type { Outcome } from './outcome.ts';
import { plainText } from './plain-text.ts';
import { rankingOf } from './ranking.ts';
import type { Selected } from './selection.ts';
import { type Teller, toldOf } from './told.ts';

/** Whose decisions are told: nobody's, those of who is selected or was in before, or everyone's. */
export type Decisions = 'all' | 'selected' | 'none';

type Of = 'line' | 'company';

/**
 * What the rules decided about each line of the universe or the basket before, and about each company of one where a rule or
 * selection of the event is about companies: lines first, in the order of ids.
 */
export function decisionRecords(outcome: Outcome, which: Decisions): DecisionRecord[] {
  if (which === 'none') return [];
  const { scope, chosen } = outcome;
  const { market } = scope.session;
  const lines = scope.universeLines.map((flag, i) => flag | scope.incumbentLines[i]! | (scope.basketLines?.[i] ?? 0));
  const ofCompanies = [...screensAt(scope), ...chosen.selected.map((s) => s.selection)].some((r) => r.of === 'company');
  const records = recordsOf(outcome, 'line', lines, which);
  if (!ofCompanies) return records;
  const companies = companiesOf(market.companyOf, lines, market.companies.ids.length);
  return [...records, ...recordsOf(outcome, 'company', companies, which)];
}

function recordsOf(outcome: Outcome, of: Of, flags: Uint8Array, which: Decisions): DecisionRecord[] {
  const { scope, chosen } = outcome;
  const { market } = scope.session;
  const { ids } = of === 'line' ? market.lines : market.companies;
  const [incumbents, eligible] =
    of === 'line' ? [scope.incumbentLines, scope.eligibleLines] : [scope.incumbentCompanies, scope.eligibleCompanies];
  const own = chosen.selected.filter((one) => one.selection.of === of);
  const names = [...new Set(own.flatMap(({ selection }) => selection.ranking ?? []))];
  const rankings = names.map((name) => ({ name, ranked: rankingOf(referenceFrame(scope), name) }));
  const rules = screensAt(scope).flatMap((screen) => (screen.of === of ? [ruleOf(scope, screen, incumbents)] : []));
  const steps = own.map(stepsOf);
  const membership = membershipsOf(outcome, of);
  const effective = frameOf(scope, scope.effective);
  const review = `${scope.event} ${isoDate(scope.effective)}`;
  const records: DecisionRecord[] = [];
  flags.forEach((flag, at) => {
    if (flag === 0) return;
    const part = membership(at);
    const incumbent = incumbents[at] === 1;
    if (which === 'selected' && !incumbent && part === '0') return;
    const ranks: DecisionRecord['ranks'] = {};
    for (const { name, ranked } of rankings) if (!Number.isNaN(ranked.ranks[at]!)) ranks[name] = ranked.ranks[at]!;
    records.push({
      review,
      of,
      id: ids[at]!,
      symbol: String(exactAttribute(effective, symbolOf[of], at)),
      incumbent,
      eligible: eligible?.[at] === 1,
      rules: rules.map((rule) => rule(at)),
      ranks,
      tiers: steps.flatMap((step) => step(at) ?? []),
      membership: part,
    });
  });
  return records;
}

const symbolOf = {
  line: { domain: 'line', type: 'text', op: 'attribute', attribute: 'symbol' },
  company: { domain: 'company', type: 'text', op: 'attribute', attribute: 'symbol' },
} as const;

/** The outcome of a rule: the conditions that bind an entity, all together. Equal outcomes are one object. */
export function ruleOf(scope: Scope, screen: PlanScreen, incumbents: Uint8Array): Teller<RuleOutcome> {
  const { of, name: rule, pointer, force } = screen;
  const frame = referenceFrame(scope);
  const told = (conditions: (PlanScreen['everyone'] | undefined)[]): Teller<RuleOutcome> => {
    const known = conditions.filter((condition) => condition !== undefined);
    const answers = known.map((condition) => outcomes(frame, condition, of));
    const compared = known.flatMap((condition) => comparisons(frame, condition, of));
    return toldOf([...answers, ...compared], (at) => ({
      rule,
      pointer,
      force,
      outcome: together(answers.map((answer) => answer.tell(at))),
      compared: compared.map((one) => one.tell(at)),
    })).tell;
  };
  const forConstituents = told([screen.constituents ?? screen.everyone]);
  const forNewcomers = told([screen.everyone, screen.newcomers]);
  return (at) => (incumbents[at] === 1 ? forConstituents : forNewcomers)(at);
}

function together(answers: Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

type Step = DecisionRecord['tiers'][number];

/** The step that decided about a candidate; where none did, the selection itself. Equal steps are one object. */
function stepsOf({ selection, members, dropped, records, order }: Selected): Teller<Step | undefined> {
  const { set } = selection;
  const made = new Map<PlanTier, Partial<Record<Step['result'], Step>>>();
  const step = (tier: PlanTier, result: Step['result']): Step => {
    let known = made.get(tier);
    if (known === undefined) {
      known = {};
      made.set(tier, known);
    }
    known[result] ??= { set, tier: tier.name, pointer: tier.pointer, result };
    return known[result];
  };
  const last = { selected: new Map<number, PlanTier>(), dropped: new Map<number, PlanTier>() };
  for (const { entity, result, tier } of records) last[result].set(entity, tier);
  const undecided: Step = { set, tier: selection.name, pointer: selection.pointer, result: 'not selected' };
  const candidates = new Set(order);
  return (at) => {
    const result = members.membership.has(at) ? 'selected' : dropped.has(at) ? 'dropped' : undefined;
    const tier = result === undefined ? undefined : last[result].get(at);
    if (tier !== undefined) return step(tier, result!);
    if (!candidates.has(at)) return undefined;
    return result === undefined ? undecided : { ...undecided, result };
  };
}

function membershipsOf({ scope, chosen, lines, memberships, stay }: Outcome, of: Of): Teller<string> {
  const { main } = chosen;
  if (main?.selection.of === of) return (at) => plainText(main.members.membership.get(at) ?? zero);
  const { companyOf } = scope.session.market;
  const held = scope.basketOn(scope.session.calendar.shift(scope.effective, -1));
  const parts = new Map<number, string>();
  for (const line of lines) {
    const member = of === 'line' ? line : companyOf[line]!;
    const own = stay.has(line) ? held?.near.holdings.get(line)?.membership : undefined;
    if (!parts.has(member)) parts.set(member, plainText(own ?? memberships.get(line)!));
  }
  return (at) => parts.get(at) ?? '0';
}
