import { isoDate } from '../../calendar/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import type { PlanSelection, PlanTier } from '../../plan/plan.ts';
import { holds } from '../columns/evaluate.ts';
import { groupingOf } from '../columns/grouping.ts';
import { exactNumber, exactOperand } from '../exact/exact-value.ts';
import { compareDecimals, Decimal, one, zero } from '../numbers/decimal.ts';
import { readsProgress } from '../session/forget.ts';
import { problem } from '../session/problem.ts';
import { referenceFrame, type Scope } from '../session/scope.ts';
import { decidedSubjects } from './decisions.ts';
import type { Flags } from './flags.ts';

export type TierRecord = { set: string; tier: PlanTier; entity: number; result: 'selected' | 'dropped' };

/** A selection under way. `order` holds the candidates, best first; `ranks` are those of the ranking. */
export type Picking = {
  scope: Scope;
  set: string;
  of: 'line' | 'company';
  order: Int32Array;
  ranks: Float64Array | undefined;
  incumbents: Flags;
  selected: Map<number, Decimal>;
  dropped: Set<number>;
  records: TierRecord[];
  /** Whether decisions have been applied. */
  decided: boolean;
  /** Called when someone came in or left, for rules that look at who is selected so far. */
  progress: () => void;
};

/** Runs one step of a selection. */
export function runTier(picking: Picking, selection: PlanSelection, tier: PlanTier): void {
  const { scope, of } = picking;
  const { tells } = scope.session;
  const note = (entity: number, result: TierRecord['result']) => {
    if (tells) picking.records.push({ set: selection.set, tier, entity, result });
  };
  const membership = (entity: number): Decimal => {
    if (tier.membership === undefined) return one;
    const value = exactOperand(referenceFrame(scope), tier.membership, entity, of);
    if (value instanceof Decimal && compareDecimals(value, zero) >= 0 && compareDecimals(value, one) <= 0) return value;
    const found = value instanceof Decimal ? value.toFixed() : 'missing';
    throw problem('badCount', `a membership in the step \`${tier.name}\` is ${found} on ${isoDate(scope.reference)}`);
  };
  const add = (entity: number): boolean => {
    const part = membership(entity);
    if (part.isZero()) return false;
    picking.selected.set(entity, part);
    picking.dropped.delete(entity);
    note(entity, 'selected');
    picking.progress();
    return true;
  };
  const drop = (entity: number) => {
    picking.selected.delete(entity);
    picking.dropped.add(entity);
    note(entity, 'dropped');
    picking.progress();
  };
  if (tier.action === 'decided') {
    picking.decided = true;
    for (const { entity, action } of decidedSubjects(scope, of, tier)) {
      if (action === 'add') add(entity);
      else drop(entity);
    }
    return;
  }
  const satisfied = satisfies(picking, tier);
  for (const group of groupsOf(picking, tier.within)) {
    switch (tier.action) {
      case 'take':
      case 'keep':
      case 'fill':
        walk(picking, tier, group, satisfied, add);
        break;
      case 'drop':
        dropLowest(picking, tier, group, satisfied, drop);
        break;
      case 'balance':
        balance(picking, tier, group, satisfied, add, drop);
        break;
      default:
        tier.action satisfies never;
    }
  }
}

function walk(
  picking: Picking,
  tier: PlanTier,
  group: Group,
  satisfied: (entity: number) => boolean,
  add: (entity: number) => boolean,
): void {
  const upTo = countOf(picking, tier, group, tier.upTo);
  const atMost = countOf(picking, tier, group, tier.atMost);
  const stop = coverage(picking, tier, group);
  let total = selectedIn(picking, group);
  let added = 0;
  const needsRank = stop !== undefined || tier.action === 'fill';
  const { ranks, selected, dropped } = picking;
  const { from, to = Number.POSITIVE_INFINITY } = tier.ranks ?? { from: Number.NEGATIVE_INFINITY };
  const { candidates } = group;
  for (let i = 0; i < candidates.length; i += 1) {
    const entity = candidates[i]!;
    if (total >= upTo || added >= atMost) break;
    if (ranks !== undefined && needsRank && Number.isNaN(ranks[entity]!)) continue;
    const reach = stop?.(entity) ?? 'take';
    if (reach === 'pass') continue;
    if (reach === 'stop') break;
    // Most are passed over by their rank alone.
    if (tier.ranks !== undefined && !(ranks !== undefined && ranks[entity]! >= from && ranks[entity]! <= to)) continue;
    if (selected.has(entity) || dropped.has(entity)) continue;
    if (!satisfied(entity) || !add(entity)) continue;
    total += 1;
    added += 1;
  }
  if (tier.action === 'fill' && total < upTo) short(picking, tier, upTo, total);
}

function short(picking: Picking, tier: PlanTier, wanted: number, found: number): void {
  const { scope } = picking;
  if (!Number.isFinite(wanted)) return;
  scope.session.warnings.add(
    'RB7105',
    'a selection could not reach its number',
    `${picking.set} ${tier.name} ${isoDate(scope.effective)}: ${found} of ${wanted}`,
  );
}

/** Walks along the measure of `until`: what to do with each next candidate. */
function coverage(
  picking: Picking,
  tier: PlanTier,
  group: Group,
): ((entity: number) => 'take' | 'pass' | 'stop') | undefined {
  const { reach } = tier;
  if (reach === undefined) return undefined;
  const frame = referenceFrame(picking.scope);
  const target = valueFor(picking, tier, group, reach.target);
  let before = zero;
  return (entity) => {
    if (compareDecimals(before, target) >= 0) return 'stop';
    const measured = exactOperand(frame, reach.measure, entity, picking.of);
    if (!(measured instanceof Decimal)) return 'pass';
    if (compareDecimals(measured, target) >= 0) {
      if (reach.mode === 'stays below') return 'stop';
      const [over, under] = [measured.minus(target).abs(), target.minus(before).abs()];
      if (reach.mode === 'closest to' && compareDecimals(over, under) >= 0) return 'stop';
    }
    before = measured;
    return 'take';
  };
}

function dropLowest(
  picking: Picking,
  tier: PlanTier,
  group: Group,
  satisfied: (entity: number) => boolean,
  drop: (entity: number) => void,
): void {
  const downTo = tier.upTo === undefined ? -1 : countOf(picking, tier, group, tier.upTo);
  const atMost = countOf(picking, tier, group, tier.atMost);
  const selected = [...group.candidates, ...group.outside].filter((e) => picking.selected.has(e));
  let dropped = 0;
  for (const entity of selected.toReversed()) {
    if (dropped >= atMost || selected.length - dropped <= downTo) return;
    if (!satisfied(entity)) continue;
    drop(entity);
    dropped += 1;
  }
}

function balance(
  picking: Picking,
  tier: PlanTier,
  group: Group,
  satisfied: (entity: number) => boolean,
  add: (entity: number) => boolean,
  drop: (entity: number) => void,
): void {
  const target = countOf(picking, tier, group, tier.upTo);
  const members = [...group.candidates, ...group.outside];
  const upward = members.filter((e) => picking.selected.has(e)).reverse();
  let excess = upward.length - target;
  for (const wanted of [1, 0]) {
    for (const entity of upward) {
      if (excess <= 0) break;
      if (picking.incumbents[entity] !== wanted) continue;
      drop(entity);
      excess -= 1;
    }
  }
  for (const entity of members) {
    if (selectedIn(picking, group) >= target) return;
    const unranked = picking.ranks !== undefined && Number.isNaN(picking.ranks[entity]!);
    if (unranked || picking.selected.has(entity) || picking.dropped.has(entity) || !satisfied(entity)) continue;
    add(entity);
  }
  if (selectedIn(picking, group) < target) short(picking, tier, target, selectedIn(picking, group));
}

/** Whom a step is about, if not everyone: `keep` keeps constituents. */
export function whomOf({ who, action }: PlanTier): PlanTier['who'] {
  return who ?? (action === 'keep' ? 'constituents' : undefined);
}

function satisfies(picking: Picking, tier: PlanTier): (entity: number) => boolean {
  const { scope, of } = picking;
  const { where: condition } = tier;
  const changing = condition !== undefined && readsProgress(condition, scope.session, 'selected');
  const where = condition === undefined || changing ? undefined : holds(referenceFrame(scope), condition, of);
  const who = whomOf(tier);
  const flag = who === 'constituents' ? 1 : 0;
  const ranked = hasRank(picking, tier);
  return (entity) => {
    if (who !== undefined && picking.incumbents[entity] !== flag) return false;
    if (!ranked(entity)) return false;
    if (changing) return exactOperand(referenceFrame(scope), condition, entity, of) === true;
    return where === undefined || where[entity] === 1;
  };
}

/** Whether an entity has one of the ranks that a step speaks of, if it does. */
function hasRank({ ranks }: Picking, tier: PlanTier): (entity: number) => boolean {
  if (tier.ranks === undefined) return () => true;
  const { from, to = Number.POSITIVE_INFINITY } = tier.ranks;
  return (entity) => ranks !== undefined && ranks[entity]! >= from && ranks[entity]! <= to;
}

/** Those a step walks together: candidates in order, and who was selected from outside them, by id. */
type Group = {
  index: number;
  within: string | undefined;
  candidates: Int32Array | number[];
  outside: number[];
  of: Int32Array | undefined;
};

function groupsOf(picking: Picking, within: string | undefined): Group[] {
  const outside = outsiders(picking);
  if (within === undefined) return [{ index: 0, within, candidates: picking.order, outside, of: undefined }];
  const { names, ofLine, ofCompany } = groupingOf(picking.scope, within);
  const of = picking.of === 'line' ? ofLine : ofCompany;
  const groups = names.map((_, index): Group & { candidates: number[] } => ({
    index,
    within,
    candidates: [],
    outside: [],
    of,
  }));
  for (const entity of picking.order) groups[of[entity]!]?.candidates.push(entity);
  for (const entity of outside) groups[of[entity]!]?.outside.push(entity);
  return groups.filter((group) => group.candidates.length + group.outside.length > 0);
}

/** Only decisions bring in someone from outside the candidates. */
function outsiders(picking: Picking): number[] {
  if (!picking.decided) return [];
  const known = new Set(picking.order);
  return [...picking.selected.keys()].filter((e) => !known.has(e)).sort((a, b) => a - b);
}

function selectedIn(picking: Picking, group: Group): number {
  if (group.of === undefined) return picking.selected.size;
  let count = 0;
  for (const entity of picking.selected.keys()) if (group.of[entity] === group.index) count += 1;
  return count;
}

function countOf(picking: Picking, tier: PlanTier, group: Group, count: PlanExpression | undefined): number {
  return count === undefined ? Number.POSITIVE_INFINITY : valueFor(picking, tier, group, count).toNumber();
}

/** A number that a step states, of the group at hand where it walks groups apart; a failure (RB7204) where it is missing. */
function valueFor(picking: Picking, tier: PlanTier, group: Group, node: PlanExpression): Decimal {
  const frame = referenceFrame(picking.scope);
  const value =
    node.domain === 'all' || group.within === undefined
      ? exactNumber(frame, node, 0)
      : exactOperand(frame, node, group.index, group.within);
  if (value instanceof Decimal) return value;
  throw problem('badCount', `\`${tier.name}\` states a number that is missing on ${isoDate(picking.scope.reference)}`);
}
