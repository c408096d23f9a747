import type { Market } from '../../market/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Run } from '../../run/run.ts';
import type { Io } from '../io.ts';
import { styleOf } from '../terminal/style.ts';
import { changesPart, reviewsPart } from './changes-part.ts';
import { levelPart } from './level-part.ts';
import { runStart } from './run-start.ts';

/**
 * What a run gave, in a screenful: the level as a chart, returns, changes at each review, largest weights, and what
 * limits did.
 */
export function runSummary(plan: Plan, run: Run, market: Market, io: Io): string {
  const { bold } = styleOf(io.out);
  const name = bold(plan.index.name);
  const start = runStart(plan, run, market);
  const last = run.levels.at(-1);
  const parts =
    start === undefined || last === undefined
      ? [`${name}: no level from ${run.from} to ${run.to}`]
      : [
          `${name} in ${plan.index.currency}, ${start.level.date}${start.base ? ' (base date)' : ''} to ${last.date}, ${run.levels.length} day${run.levels.length === 1 ? '' : 's'} with a level`,
          ...levelPart(run, start, io),
        ];
  parts.push(...reviewsPart(run.reviews, market, io), ...changesPart(run.changes, market, io));
  return `${parts.join('\n\n')}\n`;
}
