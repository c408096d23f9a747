import { isSame } from '../decimal.ts';
import { act } from './action.ts';
import { cohortOf } from './cohort.ts';
import type { Stage, StageResult } from './stage-view.ts';
import { tryTrigger } from './trigger.ts';

/** Looks at a stage: its cohort, its trigger, and if that fires its action. */
export function runStage(stage: Stage): StageResult {
  const cohort = cohortOf(stage);
  const trigger = tryTrigger(stage, cohort);
  if (!trigger.fired) return { cohort, ...trigger, changed: false };
  const placed = act(stage, cohort);
  if (placed === undefined) return { cohort, ...trigger, changed: true };
  const changed = placed.weights.some((weight, i) => !isSame(weight, stage.weights[i]!));
  return { cohort, ...trigger, placed, changed };
}
