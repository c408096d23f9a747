import { isoDate } from '../calendar/index.ts';
import type { DecisionRecord, RuleOutcome } from '../run/run.ts';
import { mainOf } from './choose.ts';
import { comparisons, outcomeOf } from './compared.ts';
import { runAt, scopeOf } from './context.ts';
import { companiesOf, type Entity, entityOf, universeLines } from './entity.ts';
import type { Outcome } from './outcome.ts';
import type { Picking } from './picking.ts';
import { plainText } from './published.ts';
import { ranked } from './ranking.ts';
import { conditionsFor, screened } from './screen.ts';
import { isConstituent, isMember } from './sets.ts';
import { attribute } from './attribute.ts';
import { ZERO } from './decimal.ts';

/** Whose decisions are told: nobody's, those of who is selected or was in before, or everyone's. */
export type Decisions = 'all' | 'selected' | 'none';

/**
 * What the rules decided about each line of the universe or the basket before, and about each company of one where a
 * rule or selection of the event is about companies: lines first, in the order of ids.
 */
export function decisionRecords(outcome: Outcome, which: Decisions): DecisionRecord[] {
  if (which === 'none') return [];
  const { review, picked } = outcome;
  const lines = [
    ...new Set([...universeLines(review), ...review.incumbents, ...(review.selectedLines ?? [])]),
  ].toSorted((a, b) => a - b);
  const ofCompanies = [...runAt(review, review.plan.screens), ...picked.map((p) => p.selection)].some(
    (rule) => rule.of === 'company',
  );
  const members = [
    ...lines.map((at) => ({ of: 'line' as const, at })),
    ...(ofCompanies ? companiesOf(review, lines) : []).map((at) => ({ of: 'company' as const, at })),
  ];
  return members
    .map(({ of, at }) => recordOf(outcome, of, at))
    .filter((record) => which === 'all' || record.incumbent || record.membership !== '0');
}

function recordOf(outcome: Outcome, of: 'line' | 'company', at: number): DecisionRecord {
  const { review, picked } = outcome;
  const scope = scopeOf(review);
  const entity = entityOf(of, at);
  const own = picked.filter((picking) => picking.selection.of === of);
  const rankings = [...new Set(own.map((picking) => picking.selection.ranking))].filter((name) => name !== undefined);
  const ranks = rankings.flatMap((name) =>
    ranked(name, scope)
      .filter((row) => isSame(row.entity, of, at))
      .map((row) => [name, row.rank] as const),
  );
  return {
    review: `${review.event} ${isoDate(review.effective)}`,
    of,
    id: (of === 'line' ? review.market.lines : review.market.companies).ids[at]!,
    symbol: attribute('symbol', { ...scope, day: review.effective }, entity)!,
    incumbent: isConstituent(undefined, scope, entity),
    eligible: isMember('eligible', scope, entity) === true,
    rules: rulesFor(outcome, of, entity),
    ranks: Object.fromEntries(ranks),
    tiers: own.flatMap((picking) => stepOf(picking, at)),
    membership: membershipOf(outcome, of, at),
  };
}

function rulesFor({ review }: Outcome, of: 'line' | 'company', entity: Entity): RuleOutcome[] {
  return runAt(review, review.plan.screens)
    .filter((screen) => screen.of === of)
    .map((screen) => ({
      rule: screen.name,
      pointer: screen.pointer,
      force: screen.force,
      outcome: outcomeOf(screened(screen, review, entity)),
      compared: conditionsFor(screen, review, entity).flatMap((c) => comparisons(c, scopeOf(review), entity)),
    }));
}

/** The step that decided about a candidate; where none did, the selection itself. */
function stepOf({ selection, chosen, dropped, order }: Picking, at: number): DecisionRecord['tiers'] {
  const { set } = selection;
  const [took, left] = [chosen.get(at)?.tier, dropped.get(at)];
  if (took !== undefined) return [{ set, tier: took.name, pointer: took.pointer, result: 'selected' }];
  if (left !== undefined) return [{ set, tier: left.name, pointer: left.pointer, result: 'dropped' }];
  if (!order.includes(at)) return [];
  return [{ set, tier: selection.name, pointer: selection.pointer, result: 'not selected' }];
}

function membershipOf({ review, picked, basket }: Outcome, of: 'line' | 'company', at: number): string {
  const main = mainOf(picked);
  if (main?.selection.of === of) return plainText(main.chosen.get(at)?.membership ?? ZERO);
  const held = [...basket].find(([line]) => (of === 'line' ? line : review.market.companyOf[line]!) === at);
  return plainText(held?.[1].membership ?? ZERO);
}

function isSame(entity: Entity, of: 'line' | 'company', at: number): boolean {
  return (
    (entity.kind === 'line' && of === 'line' && entity.line === at) ||
    (entity.kind === 'company' && of === 'company' && entity.company === at)
  );
}
