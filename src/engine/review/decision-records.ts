import { isoDate } from '../../calendar/index.ts';
import type { PlanScreen } from '../../plan/plan.ts';
import type { DecisionRecord, Outcome as Answer, RuleOutcome } from '../../run/run.ts';
import { zero } from '../numbers/decimal.ts';
import { exactAttribute } from '../exact/exact-facts.ts';
import { frameOf, referenceFrame, type Scope } from '../session/scope.ts';
import { comparisons, outcomes, type Teller } from './compared.ts';
import { screensAt } from './eligibility.ts';
import { companiesOf } from './flags.ts';
import type { Outcome } from './outcome.ts';
import { plainText } from './plain-text.ts';
import { rankingOf } from './ranking.ts';
import type { Selected } from './selection.ts';

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
  const records: DecisionRecord[] = [];
  flags.forEach((flag, at) => {
    if (flag === 0) return;
    const part = membership(at);
    const incumbent = incumbents[at] === 1;
    if (which === 'selected' && !incumbent && part === '0') return;
    records.push({
      review: `${scope.event} ${isoDate(scope.effective)}`,
      of,
      id: ids[at]!,
      symbol: String(exactAttribute(effective, { domain: of, type: 'text', op: 'attribute', attribute: 'symbol' }, at)),
      incumbent,
      eligible: eligible?.[at] === 1,
      rules: rules.map((rule) => rule(at)),
      ranks: Object.fromEntries(
        rankings.flatMap(({ name, ranked }) => (Number.isNaN(ranked.ranks[at]!) ? [] : [[name, ranked.ranks[at]!]])),
      ),
      tiers: steps.flatMap((step) => step(at) ?? []),
      membership: part,
    });
  });
  return records;
}

/** The outcome of a rule: the conditions that bind an entity, all together. */
function ruleOf(scope: Scope, screen: PlanScreen, incumbents: Uint8Array): Teller<RuleOutcome> {
  const { of, name: rule, pointer, force } = screen;
  const frame = referenceFrame(scope);
  const told = (conditions: (PlanScreen['everyone'] | undefined)[]) => {
    const known = conditions.filter((condition) => condition !== undefined);
    return {
      answers: known.map((condition) => outcomes(frame, condition, of)),
      compared: known.flatMap((condition) => comparisons(frame, condition, of)),
    };
  };
  const forConstituents = told([screen.constituents ?? screen.everyone]);
  const forNewcomers = told([screen.everyone, screen.newcomers]);
  return (at) => {
    const { answers, compared } = incumbents[at] === 1 ? forConstituents : forNewcomers;
    return {
      rule,
      pointer,
      force,
      outcome: together(answers.map((answer) => answer(at))),
      compared: compared.map((one) => one(at)),
    };
  };
}

function together(answers: Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** The step that decided about a candidate; where none did, the selection itself. */
function stepsOf({
  selection,
  members,
  dropped,
  records,
  order,
}: Selected): Teller<DecisionRecord['tiers'][number] | undefined> {
  const { set } = selection;
  const last = new Map(records.map((record) => [`${record.entity} ${record.result}`, record.tier]));
  const candidates = new Set(order);
  return (at) => {
    const result = members.membership.has(at) ? 'selected' : dropped.has(at) ? 'dropped' : 'not selected';
    const tier = last.get(`${at} ${result}`);
    if (tier !== undefined) return { set, tier: tier.name, pointer: tier.pointer, result };
    return candidates.has(at) ? { set, tier: selection.name, pointer: selection.pointer, result } : undefined;
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
