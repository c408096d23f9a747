import type { Analysis } from '../check/units/analysis.ts';
import type { Expression } from '../model/expression.ts';
import type { PlanMeasure } from './plan.ts';

/** What lowering gathers on its way: what has to be remembered from event to event. */
export type Lowering = {
  analysis: Analysis;
  rememberedMeasures: Set<string>;
  rememberedRankings: Set<string>;
  /**
   * Measures that have no name in the rulebook: what `previous` asks of anything else than a measure or a rank, by its
   * words.
   */
  unnamed: Map<string, PlanMeasure>;
  /** Expressions at their places, by JSON pointer. */
  places: Map<string, { expression: Expression; entity: string }>;
};

/** Starts a lowering. */
export function startLowering(analysis: Analysis): Lowering {
  return {
    analysis,
    rememberedMeasures: new Set(),
    rememberedRankings: new Set(),
    unnamed: new Map(),
    places: new Map(analysis.sites.map((s) => [s.pointer, s])),
  };
}
