import { isoDate } from '../../calendar/index.ts';
import { OPEN_END } from '../../market/index.ts';
import type { PlanSelection, PlanTier } from '../../plan/plan.ts';
import { printExpression } from '../../plan/print-expression.ts';
import type { Compared, ParticularRank, Particulars, ParticularStep } from '../../run/run.ts';
import { currencyOf } from '../path/prices.ts';
import { readsProgress } from '../session/forget.ts';
import { inForce, inForceName } from '../session/in-force.ts';
import { referenceFrame, type Scope } from '../session/scope.ts';
import { universeAt } from '../session/versions.ts';
import { comparisons } from './compared.ts';
import type { Outcome } from './outcome.ts';
import { rankingOf } from './ranking.ts';
import { shownValues } from './shown-value.ts';
import { whomOf } from './tier.ts';

/**
 * What the rules of an event read of one line and its company beyond what decisions record: why it is in the universe or not, what it
 * is ranked by, and what each step of the selections asked of it. Values are those that the event read.
 */
export function particularsOf({ scope, chosen }: Outcome, line: number): Particulars {
  const { market } = scope.session;
  const entityOf = (of: PlanSelection['of']) => (of === 'line' ? line : market.companyOf[line]!);
  const selections = chosen.selected.map(({ selection }) => selection);
  const names = new Set(selections.flatMap(({ ranking }) => ranking ?? []));
  return {
    line: market.lines.ids[line]!,
    universe: universeOf(scope, line),
    rankings: [...names].map((name) => rankOf(scope, name, entityOf)),
    steps: selections.flatMap((selection) => stepsOf(scope, selection, entityOf(selection.of))),
  };
}

function universeOf(scope: Scope, line: number): Compared[] {
  const { session, reference, effective } = scope;
  const { listedFrom, listedUntil } = session.market;
  const [from, until] = [listedFrom[line]!, listedUntil[line]!];
  const stay = until >= OPEN_END ? `since ${isoDate(from)}` : `${isoDate(from)} to ${isoDate(until)}`;
  const listed = from <= reference && reference <= until;
  const found = [compared(`listed (${stay})`, 'on', isoDate(reference), listed)];
  const { pricedIn, where } = universeAt(session, effective) ?? {};
  if (pricedIn !== undefined) {
    const currency = currencyOf(session, line);
    found.push(compared(`currency ("${currency}")`, 'is', `"${pricedIn}"`, currency === pricedIn));
  }
  // Of what was not listed the rules read nothing.
  if (where !== undefined && listed)
    found.push(...comparisons(referenceFrame(scope), where, 'line').map((one) => one.tell(line)));
  return found;
}

function rankOf(scope: Scope, name: string, entityOf: (of: PlanSelection['of']) => number): ParticularRank {
  const frame = referenceFrame(scope);
  const ranking = inForceName(scope.session.versions.rankings, name, scope.effective, 'ranking');
  const { of, keys, where, pointer } = ranking;
  const entity = entityOf(of);
  const ranked = rankingOf(frame, name);
  const group = ranked.groups[entity]!;
  const rank = ranked.ranks[entity]!;
  return {
    of,
    ranking: name,
    pointer,
    ...(Number.isNaN(rank) ? {} : { rank, among: ranked.starts[group + 1]! - ranked.starts[group]! }),
    where: where === undefined ? [] : comparisons(frame, where, of).map((one) => one.tell(entity)),
    keys: keys.map(({ value, order }) => ({
      by: printExpression(value),
      order,
      value: shownValues(frame, value, of).tell(entity),
    })),
  };
}

function stepsOf(scope: Scope, selection: PlanSelection, entity: number): ParticularStep[] {
  const { set, of, ranking, tiers } = selection;
  const incumbents = of === 'line' ? scope.incumbentLines : scope.incumbentCompanies;
  const rank = ranking === undefined ? Number.NaN : rankingOf(referenceFrame(scope), ranking).ranks[entity]!;
  return tiers
    .filter((tier) => inForce(tier, scope.effective))
    .map((tier) => ({
      of,
      set,
      tier: tier.name,
      pointer: tier.pointer,
      compared: [...who(tier, incumbents[entity] === 1), ...within(tier, rank), ...asked(scope, tier, of, entity)],
    }));
}

function who(tier: PlanTier, incumbent: boolean): Compared[] {
  const wanted = whomOf(tier);
  if (wanted === undefined) return [];
  const is = (yes: boolean) => (yes ? 'yes' : 'no');
  const want = wanted === 'constituents';
  return [compared(`constituent (${is(incumbent)})`, 'is', is(want), incumbent === want)];
}

function within({ ranks }: PlanTier, rank: number): Compared[] {
  if (ranks === undefined) return [];
  const { from, to } = ranks;
  const shown = `rank (${Number.isNaN(rank) ? 'none' : rank})`;
  if (to === undefined) return [compared(shown, '>=', String(from), rank >= from)];
  return [compared(shown, 'between', `${from} and ${to}`, rank >= from && rank <= to)];
}

/** What the condition of a step compared; not of one that looks at who is selected so far, which has moved on since. */
function asked(scope: Scope, { where }: PlanTier, of: PlanSelection['of'], entity: number): Compared[] {
  if (where === undefined || readsProgress(where, scope.session, 'selected')) return [];
  return comparisons(referenceFrame(scope), where, of).map((one) => one.tell(entity));
}

function compared(left: string, operator: string, right: string, holds: boolean): Compared {
  return { left, operator, right, outcome: holds ? 'yes' : 'no' };
}
