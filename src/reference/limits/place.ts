import { type Decimal, Decimal as Numbers, isBelow, sum } from '../decimal.ts';
import { relax } from './relax.ts';
import { shareOut } from './share-out.ts';
import { boundOf, type How, type Placed, type Stage } from './stage-view.ts';

/**
 * The last step of a stage: what the fixed weights leave goes to everyone else by one factor. `bounds` are those that
 * the action itself sets on who shares; those outside the cohort may not exceed `others at most` either. `floors` are
 * those of a `floor` on who lies above his: where they can't all be met he comes down to his part of them like everyone
 * else.
 */
export function place(
  stage: Stage,
  cohort: number[],
  fixed: Map<number, Decimal>,
  bounds: Map<number, Decimal>,
  floors: Map<number, Decimal> = new Map(),
): Placed | undefined {
  const after = stage.weights.map((weight, i) => fixed.get(i) ?? weight);
  const others = othersBounds(stage, cohort, after);
  const sharers = stage.weights
    .map((weight, item) => ({ item, weight, bound: least(bounds.get(item), others.get(item)) }))
    .filter(({ item }) => !fixed.has(item));
  const shared = shareOut(sum(fixed.values()), sharers);
  const how = (item: number, held: boolean): How => {
    if (fixed.has(item)) return 'fixed';
    if (!held) return 'shared';
    const [own, other] = [bounds.get(item) ?? floors.get(item), others.get(item)];
    return own !== undefined && (other === undefined || isBelow(own, other)) ? 'fixed' : 'held at others bound';
  };
  if (shared !== undefined) {
    const placed = new Map(shared.map((s) => [s.item, s]));
    return {
      weights: stage.weights.map((_, i) => fixed.get(i) ?? placed.get(i)!.weight),
      how: stage.weights.map((_, i) => how(i, placed.get(i)?.held ?? true)),
    };
  }
  // A cap's and a floor's fixed weights are bounds themselves, those of the other actions are not.
  const { kind } = stage.rule.action;
  const bounding = kind === 'cap' || kind === 'floor' ? fixed : new Map<number, Decimal>();
  const weights = relax(
    stage.weights.map((_, i) => (bounding.has(i) ? undefined : fixed.get(i))),
    stage.weights.map((_, i) => bounding.get(i) ?? sharers.find((s) => s.item === i)?.bound ?? floors.get(i)),
  );
  return weights && { weights, how: stage.weights.map((_, i) => how(i, true)), relaxed: true };
}

function othersBounds(stage: Stage, cohort: number[], after: Decimal[]): Map<number, Decimal> {
  const { others } = stage.rule;
  if (others === undefined) return new Map();
  const outside = stage.weights.map((_, i) => i).filter((i) => !cohort.includes(i));
  return new Map(outside.map((i) => [i, boundOf(stage, cohort, others, i, after)]));
}

function least(a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined {
  return a === undefined ? b : b === undefined ? a : Numbers.min(a, b);
}
