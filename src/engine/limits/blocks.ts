import { NO_FACTOR } from '../../diagnostics/catalogue/run.ts';
import { isFailure, type RulebookFailure } from '../../diagnostics/index.ts';
import { isoDate } from '../../calendar/index.ts';
import type { PlanLimit } from '../../plan/plan-limit.ts';
import type { PlanLimits } from '../../plan/plan.ts';
import { mapping, sizeOf } from '../columns/domains.ts';
import { groupingOf } from '../columns/grouping.ts';
import { one } from '../numbers/decimal.ts';
import type { Numbers } from '../numbers/numbers.ts';
import type { Values } from '../numbers/values.ts';
import type { Scope } from '../session/scope.ts';
import { problem } from '../session/problem.ts';
import { inForce } from '../session/in-force.ts';
import type { Recipe, StageTrace } from '../weights/recipe.ts';
import { type Items, runStage, type Stage } from './stage.ts';

/**
 * Runs the blocks of limits on line weights that sum to 1. What holds after its block but no longer in the end is told
 * at last.
 */
export function runBlocks<S>(
  numbers: Numbers<S>,
  recipe: Recipe,
  before: Values<S>,
): { weights: Values<S>; traces: StageTrace<S>[]; changed: boolean } {
  let weights = before;
  const traces: StageTrace<S>[] = [];
  const met: { block: PlanLimits; after: Values<S>; rules: Set<PlanLimit> }[] = [];
  for (const block of recipe.limits) {
    weights = runBlock(numbers, recipe, block, weights, traces);
    if (block !== recipe.limits.at(-1)) {
      const rules = looks(numbers, recipe, block, weights).flatMap(({ rule, acts }) => (acts ? [] : [rule]));
      met.push({ block, after: weights, rules: new Set(rules) });
    }
  }
  for (const { block, after, rules } of met) {
    if (after === weights) continue;
    for (const { rule, acts, trace } of looks(numbers, recipe, block, weights)) {
      if (acts && rules.has(rule)) traces.push({ ...trace, changes: undefined, outcome: 'broken by later limits' });
    }
  }
  return { weights, traces, changed: weights !== before };
}

/**
 * What each stage of a block would do with weights as they are; one that can't be told does nothing, as it is only
 * looked at.
 */
function looks<S>(
  numbers: Numbers<S>,
  recipe: Recipe,
  block: PlanLimits,
  weights: Values<S>,
): { rule: PlanLimit; acts: boolean; trace: StageTrace<S> }[] {
  const { items, start } = itemised(numbers, recipe, block, weights);
  return stagesInForce(block, recipe.scope).map((rule) => {
    const seen: StageTrace<S>[] = [];
    try {
      const done = runStage({ numbers, scope: recipe.scope, block, rule, items, round: 1 }, start, seen);
      return { rule, acts: 'infeasible' in done || done.changed, trace: seen[0]! };
    } catch (error) {
      if (isFailure(error)) return { rule, acts: false, trace: seen[0]! };
      throw error;
    }
  });
}

function runBlock<S>(
  numbers: Numbers<S>,
  recipe: Recipe,
  block: PlanLimits,
  weights: Values<S>,
  traces: StageTrace<S>[],
): Values<S> {
  const { items, start, itemOf, parts } = itemised(numbers, recipe, block, weights);
  const result = runStages(numbers, recipe.scope, block, items, start, traces);
  if (result === start) return weights;
  if (block.of === 'line') return result;
  numbers.rescaled();
  return numbers.many.of(
    itemOf.map((at, i) => {
      const [before, after] = [start.at(at), result.at(at)];
      if (after === before) return weights.at(i);
      if (parts[at]!.length === 1) return after;
      return numbers.divide(numbers.multiply(weights.at(i), after), before);
    }),
  );
}

/**
 * What a block limits: its items with their weights, the weights of lines that make up each, and the item of each line.
 */
type Itemised<S> = { items: Items; start: Values<S>; parts: S[][]; itemOf: number[] };

function itemised<S>(numbers: Numbers<S>, recipe: Recipe, block: PlanLimits, weights: Values<S>): Itemised<S> {
  const { scope, lines } = recipe;
  if (block.of === 'line') {
    const { ids } = scope.session.market.lines;
    return { items: { entities: lines, nameOf: (item) => ids[lines[item]!]! }, start: weights, parts: [], itemOf: [] };
  }
  const entityOf = entitiesOf(scope, block, lines);
  const entities = [...new Set(entityOf)].sort((a, b) => a - b);
  const place = new Map(entities.map((entity, i) => [entity, i]));
  const itemOf = entityOf.map((entity) => place.get(entity)!);
  const parts: S[][] = entities.map(() => []);
  itemOf.forEach((at, i) => {
    parts[at]!.push(weights.at(i));
  });
  const start = numbers.many.of(parts.map((part) => (part.length === 1 ? part[0]! : numbers.sum(part))));
  const names = entities.map((entity) => idOf(scope, block.of, entity));
  return { items: { entities, nameOf: (item) => names[item]! }, start, parts, itemOf };
}

function stagesInForce(block: PlanLimits, scope: Scope): PlanLimit[] {
  return block.stages.filter((stage) => inForce(stage, scope.effective));
}

function runStages<S>(
  numbers: Numbers<S>,
  scope: Scope,
  block: PlanLimits,
  items: Items,
  start: Values<S>,
  traces: StageTrace<S>[],
): Values<S> {
  const stages = stagesInForce(block, scope);
  const outcome = passes(numbers, scope, block, stages, items, start, traces);
  if (!('infeasible' in outcome)) return outcome.weights;
  const last = traces[traces.length - 1];
  switch (block.infeasible) {
    case 'fail':
    case 'relax to feasible':
      if (last !== undefined) last.outcome = 'infeasible: failed';
      throw infeasible(scope, block, outcome.infeasible);
    case 'keep weights before':
      if (last !== undefined) Object.assign(last, { outcome: 'infeasible: kept weights before', changes: undefined });
      return start;
    case 'weight equally': {
      if (last !== undefined) Object.assign(last, { outcome: 'infeasible: weighted equally', changes: undefined });
      return numbers.many.repeated(numbers.of(one.div(start.length)), start.length);
    }
    default:
      return block.infeasible satisfies never;
  }
}

type Outcome<S> = { weights: Values<S> } | { infeasible: string };

function passes<S>(
  numbers: Numbers<S>,
  scope: Scope,
  block: PlanLimits,
  stages: PlanLimits['stages'],
  items: Items,
  start: Values<S>,
  traces: StageTrace<S>[],
): Outcome<S> {
  let weights = start;
  for (let round = 1; round <= 100; round += 1) {
    let fired = false;
    for (const rule of stages) {
      const stage: Stage<S> = { numbers, scope, block, rule, items, round };
      const done = runStage(stage, weights, traces);
      if ('infeasible' in done) return done;
      if (done.changed) {
        fired = true;
        weights = done.weights;
      }
    }
    if (!fired || !block.untilStable) return { weights };
  }
  return { infeasible: 'its stages still act after 100 passes' };
}

function entitiesOf(scope: Scope, block: PlanLimits, lines: number[]): number[] {
  if (block.of === 'all') return lines.map(() => 0);
  const to = mapping(scope, 'line', block.of);
  return lines.map((line) => {
    const item = to[line]!;
    if (item < 0) throw ungrouped(scope, block, line);
    return item;
  });
}

function idOf(scope: Scope, of: string, entity: number): string {
  const { market } = scope.session;
  if (of === 'company') return market.companies.ids[entity]!;
  return sizeOf(scope, of) > entity ? groupingOf(scope, of).names[entity]! : '';
}

function infeasible(scope: Scope, block: PlanLimits, what: string): RulebookFailure {
  const when = `\`${scope.event}\` effective ${isoDate(scope.effective)}`;
  const help = block.infeasible === 'fail' ? undefined : NO_FACTOR;
  return problem('infeasible', `the limits \`${block.name}\` cannot be met at ${when}: ${what}`, help);
}

function ungrouped(scope: Scope, block: PlanLimits, line: number): RulebookFailure {
  const id = scope.session.market.lines.ids[line]!;
  return problem(
    'noGroup',
    `\`${id}\` belongs to no ${block.of} at \`${scope.event}\` effective ${isoDate(scope.effective)}`,
  );
}
