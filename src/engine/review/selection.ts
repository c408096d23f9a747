import { isoDate } from '../../calendar/index.ts';
import { problem } from '../session/problem.ts';
import type { PlanSelection, PlanTier } from '../../plan/plan.ts';
import { forget, readsProgress } from '../session/forget.ts';
import { inForce, runsAt } from '../session/in-force.ts';
import { type Members, referenceFrame, type Scope } from '../session/scope.ts';
import { companiesOf, flagsWhere, namedSet } from './flags.ts';
import type { Ranked } from './ranked.ts';
import { rankedIfKnown, rankingOf } from './ranking.ts';
import { type Picking, runTier, type TierRecord } from './tier.ts';

/** What a selection gave: its members, what each step did, and the best of those left over. */
export type Selected = {
  selection: PlanSelection;
  members: Members;
  records: TierRecord[];
  reserve: number[];
  ranks: Float64Array | undefined;
  dropped: ReadonlySet<number>;
  order: Int32Array;
};

/** Selections that run at the scope's event: named sets in the order of the rulebook, then the main one. Two of one set are a failure (RB7200). */
export function selectionsAt(scope: Scope): PlanSelection[] {
  const all = scope.session.plan.selections.filter((s) => runsAt(s, scope.event, scope.effective));
  const double = all.find((s, i) => all.findIndex((other) => other.set === s.set) !== i);
  if (double !== undefined) {
    throw problem(
      'twoWeightings',
      `two selections make \`${double.set}\` at \`${scope.event}\` on ${isoDate(scope.effective)}`,
    );
  }
  return [...all.filter((s) => s.set !== 'constituents'), ...all.filter((s) => s.set === 'constituents')];
}

/** Runs one selection over its candidates. */
export function select(scope: Scope, selection: PlanSelection): Selected {
  const { market } = scope.session;
  const { of } = selection;
  const n = of === 'line' ? market.lines.ids.length : market.companies.ids.length;
  const ranked = selection.ranking === undefined ? undefined : rankingOf(referenceFrame(scope), selection.ranking);
  const order = candidates(scope, selection, n, ranked);
  if (ranked !== undefined) tellUnranked(scope, selection, order, ranked);
  const picking: Picking = {
    scope,
    set: selection.set,
    of,
    order,
    ranks: ranked?.ranks,
    incumbents: of === 'line' ? scope.incumbentLines : scope.incumbentCompanies,
    selected: new Map(),
    dropped: new Set(),
    records: [],
    decided: false,
    progress: () => {},
  };
  const watched = selection.set === 'constituents' && selection.tiers.some((tier) => looksAtSelected(scope, tier));
  const showProgress = () => {
    scope.selected = membersOf(scope, of, picking.selected);
    forget(scope, 'selected');
  };
  if (watched) {
    showProgress();
    picking.progress = showProgress;
  }
  for (const tier of selection.tiers) if (inForce(tier, scope.effective)) runTier(picking, selection, tier);
  const members = membersOf(scope, of, picking.selected);
  const reserve: number[] = [];
  for (const entity of selection.reserve === undefined || ranked === undefined ? [] : order) {
    if (reserve.length >= selection.reserve!) break;
    if (picking.selected.has(entity) || picking.dropped.has(entity) || ranked!.places[entity]! < 0) continue;
    reserve.push(entity);
  }
  return {
    selection,
    members,
    records: picking.records,
    reserve,
    order,
    ranks: ranked?.ranks,
    dropped: picking.dropped,
  };
}

function tellUnranked(scope: Scope, { set, of, ranking }: PlanSelection, order: Int32Array, { places }: Ranked): void {
  const { market, warnings } = scope.session;
  const { ids } = of === 'line' ? market.lines : market.companies;
  // They come last among the candidates, by id.
  let start = order.length;
  while (start > 0 && places[order[start - 1]!]! < 0) start -= 1;
  for (const entity of rankedIfKnown(referenceFrame(scope), ranking!, order.subarray(start))) {
    const example = `${ids[entity]} in ${ranking}, for ${set} at ${scope.event} ${isoDate(scope.effective)}`;
    warnings.add('RB7110', 'a candidate has no rank, for a value is missing', example);
  }
}

/** Flags and memberships of a set of lines or companies. */
export function membersOf(scope: Scope, of: 'line' | 'company', membership: Members['membership']): Members {
  const { market } = scope.session;
  const companyCount = market.companies.ids.length;
  const lines = new Uint8Array(market.lines.ids.length);
  if (of === 'line') {
    for (const line of membership.keys()) lines[line] = 1;
    return { of, lines, companies: companiesOf(market.companyOf, lines, companyCount), membership };
  }
  const companies = new Uint8Array(companyCount);
  for (const company of membership.keys()) companies[company] = 1;
  for (let line = 0; line < lines.length; line += 1) lines[line] = companies[market.companyOf[line]!]!;
  return { of, lines, companies, membership };
}

/** Who may be selected, best first where there is a ranking. */
function candidates(scope: Scope, selection: PlanSelection, n: number, ranked: Ranked | undefined): Int32Array {
  const { of } = selection;
  const eligible =
    of === 'line' ? (scope.eligibleLines ?? scope.universeLines) : (scope.eligibleCompanies ?? scope.universeCompanies);
  const set = selection.candidates === undefined ? undefined : namedSet(scope, selection.candidates);
  const inSet = set === undefined ? undefined : of === 'line' ? set.lines : set.companies;
  if (selection.candidates !== undefined && inSet === undefined) return new Int32Array(0);
  const may = inSet === undefined ? eligible : flagsWhere(eligible, inSet, 1);
  const list = new Int32Array(n + 1);
  let count = 0;
  const order = ranked?.order ?? list.subarray(0, 0);
  for (let i = 0; i < order.length; i += 1) {
    list[count] = order[i]!;
    count += may[order[i]!]!;
  }
  // A candidate without a rank is passed over by steps that need one, and comes after all that have one.
  for (let i = 0; i < n; i += 1) {
    list[count] = i;
    count += may[i]! & (ranked === undefined ? 1 : +(ranked.places[i]! < 0));
  }
  return list.slice(0, count);
}

/** Whether a step's rules see what earlier steps, or it itself, decided. */
function looksAtSelected(scope: Scope, tier: PlanTier): boolean {
  const expressions = [tier.where, tier.upTo, tier.atMost, tier.membership, tier.reach?.measure, tier.reach?.target];
  return expressions.some((e) => e !== undefined && readsProgress(e, scope.session, 'selected'));
}
