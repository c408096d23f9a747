import type { PlanLimits } from '../../plan/plan.ts';
import type { LimitTrace } from '../../run/run.ts';
import { isoDate } from '../../calendar/index.ts';
import { NO_FACTOR } from '../../diagnostics/catalogue/run.ts';
import { isFailure } from '../../diagnostics/index.ts';
import { inForceAt, type Review } from '../context.ts';
import { type Decimal, isSame, ONE } from '../decimal.ts';
import { problem } from '../problem.ts';
import { weightText } from '../published.ts';
import { type Item, itemsOf, weightOfItem } from './item.ts';
import { runStage } from './stage.ts';
import type { Stage, StageResult } from './stage-view.ts';

const MOST_PASSES = 100;

/** Runs a block of limits on the weights of lines; the traces say what each stage saw and did. */
export function limit(
  review: Review,
  block: PlanLimits,
  lineWeights: Map<number, Decimal>,
): { weights: Map<number, Decimal>; traces: LimitTrace[] } {
  const items = itemsOf(review, block.of, [...lineWeights.keys()]);
  const before = items.map((item) => weightOfItem(item, lineWeights));
  const traces: LimitTrace[] = [];
  let weights = before;
  const finish = (after: Decimal[]) => ({ weights: toLines(items, before, after, lineWeights), traces });
  for (let pass = 1; ; pass += 1) {
    let acted = false;
    for (const rule of inForceAt(review, block.stages)) {
      const stage = { review, rule, items, weights };
      const result = runStage(stage);
      const trace = traceOf(block, stage, result, pass);
      traces.push(trace);
      const relaxed = result.placed?.relaxed === true;
      if (
        result.fired &&
        (result.placed === undefined || relaxed) &&
        !(relaxed && block.infeasible === 'relax to feasible')
      ) {
        return finish(infeasible(review, block, before, trace));
      }
      if (relaxed) trace.outcome = 'infeasible: relaxed';
      if (result.placed !== undefined) weights = result.placed.weights;
      acted ||= result.fired && result.changed;
    }
    if (!block.untilStable || !acted) return finish(weights);
    if (pass === MOST_PASSES) return finish(infeasible(review, block, before, traces[traces.length - 1]!));
  }
}

/** What the stages of a block would still do with weights as they are: the traces of those that would act. */
export function stillActing(review: Review, block: PlanLimits, lineWeights: Map<number, Decimal>): LimitTrace[] {
  const items = itemsOf(review, block.of, [...lineWeights.keys()]);
  const weights = items.map((item) => weightOfItem(item, lineWeights));
  return inForceAt(review, block.stages).flatMap((rule) => {
    const stage = { review, rule, items, weights };
    const result = lookedAt(stage);
    if (result === undefined) return [];
    const { placed } = result;
    const impossible =
      result.fired && (placed === undefined || (placed.relaxed === true && block.infeasible !== 'relax to feasible'));
    return impossible || (result.fired && result.changed) ? [traceOf(block, stage, result, 1)] : [];
  });
}

/** What a stage would do; undefined where it can't be told, which ends nothing as it is only looked at. */
function lookedAt(stage: Stage): StageResult | undefined {
  try {
    return runStage(stage);
  } catch (error) {
    if (isFailure(error)) return undefined;
    throw error;
  }
}

/** What is done where a stage, or the block as a whole, cannot be met; what the last stage did is undone. */
function infeasible(review: Review, block: PlanLimits, before: Decimal[], trace: LimitTrace): Decimal[] {
  trace.changes = [];
  switch (block.infeasible) {
    case 'keep weights before':
      trace.outcome = 'infeasible: kept weights before';
      return before;
    case 'weight equally':
      trace.outcome = 'infeasible: weighted equally';
      return before.map(() => ONE.div(before.length));
    case 'fail':
    case 'relax to feasible':
      throw problem(
        'infeasible',
        `\`${trace.stage}\` of \`${block.name}\` cannot be met at \`${review.event}\` on ${isoDate(review.effective)}`,
        block.infeasible === 'fail' ? undefined : NO_FACTOR,
      );
    default:
      return block.infeasible satisfies never;
  }
}

/** Each line moves by its item's factor. */
function toLines(
  items: Item[],
  before: Decimal[],
  after: Decimal[],
  lineWeights: Map<number, Decimal>,
): Map<number, Decimal> {
  const factors = new Map(items.flatMap((item, i) => item.lines.map((line) => [line, after[i]!.div(before[i]!)])));
  return new Map([...lineWeights].map(([line, weight]) => [line, weight.times(factors.get(line)!)]));
}

function traceOf(block: PlanLimits, { rule, items, weights }: Stage, result: StageResult, round: number): LimitTrace {
  const { fired, observed, bound, cohort, placed } = result;
  const changes = items.flatMap(({ id }, i) => {
    const [after, how] = [placed?.weights[i], placed?.how[i]];
    if (after === undefined || how === undefined || isSame(after, weights[i]!)) return [];
    return [{ item: id, before: weightText(weights[i]!), after: weightText(after), how }];
  });
  return {
    block: block.name,
    stage: rule.name,
    pointer: rule.pointer,
    round,
    fired,
    ...(observed === undefined ? {} : { observed: weightText(observed) }),
    ...(bound === undefined ? {} : { bound: weightText(bound) }),
    cohort: cohort.map((i) => items[i]!.id),
    changes,
  };
}
